import { displayText } from '../../plain-text.ts';
import { appPage } from '../app-page.tsx';
import type { FrameRole, PageFrame } from '../page-frame.ts';
import { Badge, CsrfField } from '../parts.tsx';
import { timeText } from '../when.ts';
import { calendarNames, type SignInProblem, signInTexts } from './sign-in-texts.ts';

/** What the sign-in page knows. */
export interface SignInView {
  /** `provider`: by OpenID Connect. `sandbox`: choose an invented person. `closed`: nothing is set up. */
  readonly mode: 'provider' | 'sandbox' | 'closed';
  readonly providerName: string | null;
  readonly people: readonly SignInPerson[];
  /** Local path to go to afterwards. */
  readonly to: string;
  /** A `SignInProblem`; null where nothing went wrong. */
  readonly problem: string | null;
}

interface SignInPerson {
  readonly address: string;
  readonly name: string | null;
  /** IANA zone; null where nobody knows it. */
  readonly zone: string | null;
  /** `google`, `microsoft`; null where they have no calendar. */
  readonly provider: string | null;
  readonly roles?: readonly FrameRole[];
}

const longestName = 80;

/** Where people sign in: at the company's provider, or as anybody of the invented company. */
export function signInPage(view: SignInView, frame: PageFrame): string {
  const texts = signInTexts[frame.language];
  const title = { provider: texts.title, sandbox: texts.sandboxTitle, closed: texts.closedTitle }[view.mode];
  const lead = { provider: texts.lead, sandbox: texts.sandboxLead, closed: texts.closedLead }[view.mode];
  return appPage(
    frame,
    { title, current: 'none' },
    <div class={view.mode === 'sandbox' ? '' : 'narrow'}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {view.problem !== null && (
        <p class="notice" role="alert">
          {texts.problems[knownProblem(view.problem)]}
        </p>
      )}
      {view.mode === 'provider' && <ProviderForm view={view} frame={frame} />}
      {view.mode === 'sandbox' && <People view={view} frame={frame} />}
      {view.mode === 'closed' && <p class="card">{texts.closedNext}</p>}
    </div>,
  );
}

function ProviderForm({ view, frame }: { view: SignInView; frame: PageFrame }) {
  const texts = signInTexts[frame.language];
  const provider = displayText(view.providerName ?? '', longestName) || texts.yourProvider;
  return (
    <form class="card" method="post" action="/sign-in">
      <CsrfField frame={frame} />
      <input type="hidden" name="to" value={view.to} />
      <button type="submit">{texts.with(provider)}</button>
      <p class="hint">{texts.what}</p>
    </form>
  );
}

function People({ view, frame }: { view: SignInView; frame: PageFrame }) {
  return (
    <ul class="people">
      {view.people.map((person) => (
        <li key={person.address} class="card">
          <Person person={person} to={view.to} frame={frame} />
        </li>
      ))}
    </ul>
  );
}

function Person({ person, to, frame }: { person: SignInPerson; to: string; frame: PageFrame }) {
  const texts = signInTexts[frame.language];
  const name = displayText(person.name ?? person.address, longestName);
  const calendar = person.provider === null ? null : (calendarNames[person.provider] ?? person.provider);
  return (
    <form method="post" action="/sign-in/as">
      <CsrfField frame={frame} />
      <input type="hidden" name="to" value={to} />
      <h2>{name}</h2>
      <p class="soft">
        {[person.zone === null ? null : placeOf(person.zone), calendar].filter(Boolean).join(' · ')}
        {person.zone !== null && (
          <>
            <br />
            {timeText(frame.nowMs, { ...frame, zone: person.zone })} {texts.localTime}
          </>
        )}
      </p>
      <p class="row">
        {person.roles?.map((role) => role !== 'person' && <Badge tone="live">{texts.roles[role]}</Badge>)}
      </p>
      <button class="quiet" type="submit" name="address" value={person.address}>
        {texts.be(name)}
      </button>
    </form>
  );
}

/** `Asia/Singapore` → `Singapore`: the city of a zone says where somebody is. The invented office in France is elsewhere. */
function placeOf(zone: string): string {
  return zone === 'Europe/Paris' ? 'Lyon' : zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function knownProblem(code: string): SignInProblem {
  const { problems } = signInTexts.en;
  return Object.hasOwn(problems, code) ? (code as SignInProblem) : 'failed';
}
