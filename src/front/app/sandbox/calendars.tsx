import { renderToString } from 'preact-render-to-string';
import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { Badge, type BadgeTone, Field } from '../parts.tsx';
import { dayText, timeText } from '../when.ts';
import { calendarNames, sandboxTexts } from './sandbox-texts.ts';
import type { CalendarsView, ColleagueView, EntryView, WeekView } from './sandbox-view.ts';

const longestTitle = 120;
const longestComment = 400;
const id = 'calendars';
const weeksId = 'weeks';
/** Noon in UTC is on the same date from UTC-12 to UTC+11. */
const noonOf = (date: string): number => Date.parse(`${date}T12:00:00Z`);

/** The calendars of two people beside each other; with script they follow what happens. */
export function Calendars({ view, frame }: { view: CalendarsView; frame: PageFrame }) {
  const texts = sandboxTexts[frame.language].calendars;
  const own = pathOf('/sandbox/calendars', view, view.week);
  return (
    <section class="card" id={id} aria-labelledby="calendars-title">
      <h2 id="calendars-title">{texts.title}</h2>
      <p class="soft">{texts.lead}</p>
      <details class="sandbox-fold" open={view.isChosen}>
        <summary>{texts.fold}</summary>
      </details>
      <Chooser view={view} frame={frame} />
      <nav class="row" aria-label={texts.title}>
        <Turn id="week-before" view={view} week={view.before} text={texts.before} />
        <strong>
          {texts.weekOf} {dayText(noonOf(view.week), { ...frame, zone: 'Etc/UTC' })}
        </strong>
        <Turn id="week-after" view={view} week={view.after} text={texts.after} />
      </nav>
      <div
        class="grid-2"
        id={weeksId}
        hx-get={own}
        hx-trigger="happened from:body"
        hx-select={`#${weeksId}`}
        hx-swap="outerHTML"
      >
        <Week week={view.left} frame={frame} />
        <Week week={view.right} frame={frame} />
      </div>
    </section>
  );
}

/** The same, to be put in its place. */
export function calendarsPart(view: CalendarsView, frame: PageFrame): string {
  return renderToString(<Calendars view={view} frame={frame} />);
}

function pathOf(path: string, { left, right }: CalendarsView, week: string): string {
  const query = new URLSearchParams({ left: left.person.address, right: right.person.address, week });
  return `${path}?${query}`;
}

function Turn({
  id: own,
  view,
  week,
  text,
}: {
  id: string;
  view: CalendarsView;
  week: string;
  text: string;
}) {
  return (
    <a
      class="button quiet"
      id={own}
      href={`${pathOf('/sandbox', view, week)}#${id}`}
      hx-get={pathOf('/sandbox/calendars', view, week)}
      hx-target={`#${id}`}
      hx-swap="outerHTML"
    >
      {text}
    </a>
  );
}

function Chooser({ view, frame }: { view: CalendarsView; frame: PageFrame }) {
  const texts = sandboxTexts[frame.language].calendars;
  return (
    <form class="sandbox-chooser" method="get" action={`/sandbox#${id}`}>
      <input type="hidden" name="week" value={view.week} />
      <Field label={texts.first}>
        <select name="left">
          <People people={view.people} chosen={view.left.person.address} />
        </select>
      </Field>
      <Field label={texts.second}>
        <select name="right">
          <People people={view.people} chosen={view.right.person.address} />
        </select>
      </Field>
      <button class="quiet" type="submit">
        {texts.show}
      </button>
    </form>
  );
}

/** Options of a list of people. */
export function People({ people, chosen }: { people: readonly ColleagueView[]; chosen: string }) {
  return (
    <>
      {people.map(({ address, name, provider, place }) => (
        <option value={address} selected={address === chosen}>
          {`${name}, ${place} (${calendarNames[provider]})`}
        </option>
      ))}
    </>
  );
}

function Week({ week: { person, days }, frame }: { week: WeekView; frame: PageFrame }) {
  const own = { ...frame, zone: person.zone };
  // A weekend without entries says nothing.
  const shown = days.filter(({ entries }, number) => number < 5 || entries.length > 0);
  return (
    <div class="sandbox-week">
      <h3>{person.name}</h3>
      <p class="soft">{`${calendarNames[person.provider]}, ${person.place}`}</p>
      <dl>
        {shown.map(({ date, entries }) => (
          <div class="sandbox-day">
            <dt>{dayText(noonOf(date), { ...frame, zone: 'Etc/UTC' })}</dt>
            {entries.length === 0 ? (
              <dd class="soft">{sandboxTexts[frame.language].calendars.nothing}</dd>
            ) : (
              entries.map((entry) => <Entry entry={entry} frame={own} />)
            )}
          </div>
        ))}
      </dl>
    </div>
  );
}

const tones: Readonly<Record<NonNullable<EntryView['answer']>, BadgeTone>> = {
  needsAction: 'unclear',
  accepted: 'done',
  tentative: 'async',
  declined: 'time',
};

function Entry({ entry, frame }: { entry: EntryView; frame: PageFrame }) {
  const texts = sandboxTexts[frame.language].calendars;
  const { answer, kind, cancelled, removed } = entry;
  const title = displayText(entry.title, longestTitle) || texts.noTitle;
  const comment = displayText(entry.comment ?? '', longestComment);
  const named = kind === 'focus' || kind === 'away' ? texts.kinds[kind] : '';
  const kindName = named === title.toLowerCase() ? '' : named;
  const isOff = cancelled || answer === 'declined';
  return (
    <dd class={`sandbox-entry ${kind}`}>
      <span class="number">{spanOf(entry, frame)}</span>
      <span class="what">
        {isOff ? <s dir="auto">{title}</s> : <span dir="auto">{title}</span>}{' '}
        {kindName !== '' && <small>{kindName}</small>}{' '}
        {cancelled && <Badge tone="unclear">{texts.cancelled}</Badge>}{' '}
        {answer !== null && !cancelled && <Badge tone={tones[answer]}>{texts.answers[answer]}</Badge>}{' '}
        {removed && <small>{texts.removed}</small>}
        {comment !== '' && (
          <details>
            <summary>{texts.said}</summary>
            <blockquote dir="auto">{comment}</blockquote>
          </details>
        )}
      </span>
    </dd>
  );
}

function spanOf({ startMs, endMs, allDay }: EntryView, frame: PageFrame): string {
  if (allDay) return sandboxTexts[frame.language].calendars.allDay;
  return `${timeText(startMs, frame)} – ${timeText(endMs, frame)}`;
}
