import { DateTime } from 'luxon';
import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { CsrfField, Field } from '../parts.tsx';
import { dayText, momentText } from '../when.ts';
import { People } from './calendars.tsx';
import { calendarNames, sandboxTexts } from './sandbox-texts.ts';
import type { InviteProblem, InviteView, SandboxView } from './sandbox-view.ts';

const longestTitle = 300;
const noonOf = (date: string): number => Date.parse(`${date}T12:00:00Z`);

/** The first example as its organizer sees it before sending. */
export function Letter({ view: { examples, people }, frame }: { view: SandboxView; frame: PageFrame }) {
  const texts = sandboxTexts[frame.language];
  const { organizer, attendees, title, text, date, time, minutes } = examples.status;
  const nameOf = (address: string) => {
    const person = people.find((each) => each.address === address);
    return person === undefined ? address : `${person.name} (${calendarNames[person.provider]})`;
  };
  const to = new Intl.ListFormat(frame.locale, { type: 'conjunction' }).format(attendees.map(nameOf));
  return (
    <section class="card sandbox-letter" aria-labelledby="letter-title">
      <h2 id="letter-title">{displayText(title, longestTitle)}</h2>
      <dl>
        <dt>{texts.from}</dt>
        <dd>{nameOf(organizer)}</dd>
        <dt>{texts.to}</dt>
        <dd>{to}</dd>
        <dt>{texts.when}</dt>
        <dd>{`${dayText(noonOf(date), { ...frame, zone: 'Etc/UTC' })}, ${time} (${minutes} min)`}</dd>
      </dl>
      <InviteForm invite={examples.status} frame={frame} button={texts.send} />
      <p class="sandbox-text" lang="en">
        {text}
      </p>
    </section>
  );
}

/** A whole invite behind one button. */
function InviteForm(given: { invite: InviteView; frame: PageFrame; button: string; quiet?: boolean }) {
  const { attendees, ...single } = given.invite;
  return (
    <form method="post" action="/sandbox/events">
      <CsrfField frame={given.frame} />
      {Object.entries(single).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {attendees.map((address) => (
        <input type="hidden" name="attendees" value={address} />
      ))}
      <button type="submit" class={given.quiet ? 'quiet' : ''}>
        {given.button}
      </button>
    </form>
  );
}

/** The other examples, and a form to write anything. */
export function MoreInvites({ view, frame }: { view: SandboxView; frame: PageFrame }) {
  const texts = sandboxTexts[frame.language];
  return (
    <section class="card sandbox-more" aria-labelledby="more-title">
      <h2 id="more-title">{texts.more}</h2>
      {(['incident', 'feedback'] as const).map((name) => (
        <div class="sandbox-example">
          <InviteForm invite={view.examples[name]} frame={frame} button={texts.examples[name].button} quiet />
          <small>{texts.examples[name].hint}</small>
        </div>
      ))}
      <details id="own-invite" open={view.written !== null}>
        <summary>{texts.own.summary}</summary>
        <OwnInvite view={view} frame={frame} />
      </details>
    </section>
  );
}

const fieldIds: Readonly<Record<InviteProblem, string>> = {
  nobody: 'field-organizer',
  guests: 'guests',
  title: 'field-title',
  date: 'field-date',
  time: 'field-time',
  past: 'field-date',
  minutes: 'field-minutes',
};

function OwnInvite({ view, frame }: { view: SandboxView; frame: PageFrame }) {
  const texts = sandboxTexts[frame.language].own;
  const invite = view.written?.invite ?? view.examples.status;
  const problems = view.written?.problems ?? [];
  const textOf = (problem: InviteProblem) =>
    problem === 'past' ? pastText(invite, view, frame) : texts.problems[problem];
  const problemOf = (...some: readonly InviteProblem[]) => {
    const found = some.find((problem) => problems.includes(problem));
    return found === undefined ? null : textOf(found);
  };
  return (
    // Not checked by the browser, which would name one field at a time.
    <form method="post" action="/sandbox/events" noValidate>
      <CsrfField frame={frame} />
      {problems.length > 0 && (
        // A browser puts the focus here, with and without script.
        <div class="notice" role="alert" tabIndex={-1} autofocus>
          <p>{texts.refused}</p>
          <ul>
            {problems.map((problem) => (
              <li>
                <a href={`#${fieldIds[problem]}`}>{textOf(problem)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Field label={texts.organizer} problem={problemOf('nobody')}>
        <select name="organizer">
          <People people={view.people} chosen={invite.organizer} />
        </select>
      </Field>
      <Field label={texts.guests} hint={texts.guestsHint} problem={problemOf('guests')}>
        <div class="sandbox-guests" id={fieldIds.guests} tabIndex={-1}>
          {view.people.map(({ address, name, provider }) => (
            <label>
              <input
                type="checkbox"
                name="attendees"
                value={address}
                checked={invite.attendees.includes(address)}
              />
              {`${name} (${calendarNames[provider]})`}
            </label>
          ))}
        </div>
      </Field>
      <Field label={texts.title} problem={problemOf('title')}>
        <input type="text" name="title" value={invite.title} maxLength={longestTitle} required />
      </Field>
      <Field label={texts.text}>
        <textarea name="text" rows={4} value={invite.text} />
      </Field>
      <div class="row sandbox-when">
        <Field label={texts.date} problem={problemOf('date', 'past')}>
          <input type="date" name="date" value={invite.date} min={firstDay(view, frame)} required />
        </Field>
        <Field label={texts.time} problem={problemOf('time')}>
          <input type="time" name="time" value={invite.time} required />
        </Field>
        <Field label={texts.minutes} problem={problemOf('minutes')}>
          <input type="number" name="minutes" value={invite.minutes} min={5} max={480} required />
        </Field>
      </div>
      <p class="hint">{texts.timeHint}</p>
      <button type="submit">{sandboxTexts[frame.language].send}</button>
    </form>
  );
}

/** Where and when it is for whoever invites: the clock of the company is not that of the reader. */
function pastText({ organizer }: InviteView, { people, zone }: SandboxView, frame: PageFrame): string {
  const author = people.find(({ address }) => address === organizer);
  const now = momentText(frame.nowMs, { ...frame, zone: author?.zone ?? zone });
  return sandboxTexts[frame.language].own.past(author?.place ?? '', now);
}

/** Today where it is still the earlier day: who invites is chosen in the form. `YYYY-MM-DD`; undefined for nobody. */
function firstDay({ people }: SandboxView, { nowMs }: PageFrame): string | undefined {
  const [first] = people
    .map(({ zone }) => DateTime.fromMillis(nowMs, { zone }).toFormat('yyyy-MM-dd'))
    .toSorted();
  return first;
}
