import { displayText } from '../plain-text.ts';
import { type JudgedMeeting, type ReportedVerdict, verdictOrder } from './audit-page-data.ts';
import { countPhrase, grouped, hoursText } from './figures-text.ts';
import { verdictWords } from './verdict-words.ts';

/** More than this nobody reads; the JSON of the same command has them all. */
const listedMeetings = 300;
const shownEvidence = 3;
const shownChanges = 4;

const formatWords = {
  document: 'a document',
  video: 'a recorded video',
  thread: 'a written thread',
} as const;

/** The meetings by verdict, in each group those with the most hours first. Entries that are no meetings are left out. */
export function JudgedMeetings({ meetings }: { meetings: readonly JudgedMeeting[] }) {
  const ordered = verdictOrder
    .filter((verdict) => verdict !== 'skip')
    .flatMap((verdict) => meetings.filter((meeting) => meeting.verdict === verdict).sort(byHours));
  const listed = ordered.slice(0, listedMeetings);
  if (listed.length === 0) return null;
  return (
    <section>
      <h2>Meeting by meeting, and why</h2>
      <p class="quiet">
        The test: would a written thread reach the same outcome? Quotations are the invite’s own words.
        {ordered.length > listed.length &&
          ` The first ${listed.length} of ${grouped(ordered.length, 0)} are listed; the JSON output has them all.`}
      </p>
      {verdictOrder.map((verdict) => (
        <VerdictTable
          key={verdict}
          verdict={verdict}
          meetings={listed.filter((meeting) => meeting.verdict === verdict)}
        />
      ))}
    </section>
  );
}

function VerdictTable({
  verdict,
  meetings,
}: {
  verdict: ReportedVerdict;
  meetings: readonly JudgedMeeting[];
}) {
  if (meetings.length === 0) return null;
  return (
    <table class="judged">
      <caption>
        <h3>{verdictWords[verdict].title}</h3>
        <p>{verdictWords[verdict].explanation}</p>
      </caption>
      <colgroup>
        <col />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Meeting</th>
          <th scope="col">Hours</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.uid} meeting={meeting} />
        ))}
      </tbody>
    </table>
  );
}

function MeetingRow({ meeting }: { meeting: JudgedMeeting }) {
  const people = meeting.people === null ? '' : `, ${countPhrase(meeting.people, 'person', 'people')}`;
  return (
    <tr>
      <th scope="row">
        <bdi class="title">{displayText(meeting.summary ?? '', 110) || 'Without a title'}</bdi>
        <span class="meta">
          {displayText(meeting.when, 80)}
          {people}
        </span>
        {meeting.format && <span class="tag">instead: {formatWords[meeting.format]}</span>}
      </th>
      <td class="number">
        {hoursText(meeting.hoursInMonth * 60)} h this month
        <span class="meta">
          {countPhrase(meeting.occurrencesInMonth, 'time', 'times')}
          {meeting.hoursPerYear !== null && `; ${hoursText(meeting.hoursPerYear * 60)} h a year`}
        </span>
      </td>
      <td class="why">
        <Why meeting={meeting} />
      </td>
    </tr>
  );
}

function Why({ meeting }: { meeting: JudgedMeeting }) {
  return (
    <>
      <p>
        {displayText(meeting.because, 260)}{' '}
        <span class="quiet">({Math.round(Math.min(1, Math.max(0, meeting.confidence)) * 100)} % sure)</span>
      </p>
      {meeting.changes.length > 0 && (
        <ul>
          {meeting.changes.slice(0, shownChanges).map((change) => (
            <li key={change}>{displayText(change, 160)}</li>
          ))}
        </ul>
      )}
      {meeting.evidence.length > 0 && (
        <p class="quotes">
          {meeting.evidence.slice(0, shownEvidence).map(({ field, text }, index) => (
            <span key={`${field} ${text}`}>
              {index > 0 && ' · '}
              {displayText(field, 20)}: <q>{displayText(text, 120)}</q>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function byHours(a: JudgedMeeting, b: JudgedMeeting): number {
  return b.hoursInMonth - a.hoursInMonth || (b.hoursPerYear ?? 0) - (a.hoursPerYear ?? 0);
}
