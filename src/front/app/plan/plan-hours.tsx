import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { clockIn, knownName } from './plan-names.ts';
import { type PlanHoursTexts, planTexts } from './plan-texts.ts';
import type { GuestOutlook, JudgedPlan, PersonHour } from './plan-view.ts';
import { PlanWarnings } from './plan-warnings.tsx';
import { cityOf } from './zone-city.ts';

/** Everybody's clock at the chosen time, what the hour is to them, and what their calendar would say. */
export function PlanHours({ judged, frame }: { judged: JudgedPlan; frame: PageFrame }) {
  const texts = planTexts[frame.language].hours;
  const { hours, guests, plan } = judged;
  const most = Math.max(...hours.people.map(({ carried }) => carried));
  return (
    <section class="card" aria-labelledby="hours-title">
      <h3 id="hours-title">{texts.title}</h3>
      <PlanWarnings judged={judged} frame={frame} />
      <table class="table plan-people">
        <caption>{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.heads.who}</th>
            <th scope="col">{texts.heads.clock}</th>
            <th scope="col">{texts.heads.hour}</th>
            <th scope="col">{texts.heads.reply}</th>
          </tr>
        </thead>
        <tbody>
          {hours.people.map((person) => {
            const guest = guests.find(({ address }) => address === person.address) ?? null;
            const carries = person.carried === 0 ? null : person.carried === most ? 'most' : 'some';
            const name = knownName(hours, person.address, frame);
            return <PersonRow {...{ person, name, guest, carries, frame }} startMs={plan.startMs} />;
          })}
        </tbody>
      </table>
    </section>
  );
}

interface PersonRowProps {
  readonly person: PersonHour;
  /** Null where the address has to tell who it is. */
  readonly name: string | null;
  /** Null for the planner. */
  readonly guest: GuestOutlook | null;
  /** Of the early and late hours with the planner. */
  readonly carries: 'most' | 'some' | null;
  readonly startMs: number;
  readonly frame: PageFrame;
}

function PersonRow({ person, name, guest, carries, startMs, frame }: PersonRowProps) {
  const texts = planTexts[frame.language].hours;
  const { address, zone, kind } = person;
  return (
    <tr>
      <th scope="row">
        {name ?? <Address address={address} />}
        {guest === null && <small> {texts.you}</small>}
        {guest?.known === 'outside' && <small> {texts.outside}</small>}
      </th>
      <td data-head={texts.heads.clock}>
        {zone === null ? texts.zoneUnknown : clockIn(startMs, zone, frame)}
        {zone !== null && <small> {cityOf(zone)}</small>}
      </td>
      <td data-head={texts.heads.hour} class={kind === 'asleep' || kind === 'awake' ? 'plan-hard' : ''}>
        {texts.kinds[kind]}
        {carries !== null && <small> {texts.carries[carries]}</small>}
      </td>
      <td data-head={texts.heads.reply}>
        {guest === null ? (
          texts.organizes
        ) : (
          <Reply guest={guest} day={dayIn(startMs, zone, frame)} texts={texts} />
        )}
      </td>
    </tr>
  );
}

/** May be broken before its host, and anywhere only where that is not enough. */
function Address({ address }: { address: string }) {
  const [local = '', ...host] = displayText(address, 120).split('@');
  return (
    <>
      {local}
      <wbr />
      {host.length > 0 && `@${host.join('@')}`}
    </>
  );
}

function Reply({ guest, day, texts }: { guest: GuestOutlook; day: string; texts: PlanHoursTexts }) {
  const { reply, protections, collided, judged, busy } = guest;
  const why = protections.map((rule) => texts.protections[rule](day)).join(', ');
  const dates = judged > 1 && collided > 0 ? ` (${texts.someDates(collided, judged)})` : '';
  const taken = busy === null ? texts.busyUnknown : busy ? texts.busy : texts.notBusy;
  return (
    <>
      {`${texts.replies[reply]}${why === '' ? '' : `: ${why}`}${dates}.`} <small>{taken}</small>
    </>
  );
}

/** The weekday in words, where it happens; on the planner's clock where nobody knows theirs. */
function dayIn(ms: number, zone: string | null, frame: PageFrame): string {
  return new Intl.DateTimeFormat(frame.locale, { weekday: 'long', timeZone: zone ?? frame.zone }).format(ms);
}
