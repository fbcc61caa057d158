import type { Audit } from '../app/audit.ts';
import type { JudgedMeeting } from '../app/triage.ts';
import type { CountedOccurrence } from '../core/load/counted-occurrences.ts';
import { toHours } from '../core/load/month-load-json.ts';
import { peopleOf } from '../core/meeting/people.ts';
import type { Policy } from '../core/meeting/policy.ts';
import type { AuditPageData, JudgedMeeting as ReportedMeeting } from '../front/report/audit-page-data.ts';
import { meetingTime } from './view/meeting-time.ts';
import { whyOf } from './view/why.ts';

/** An audit as the page shows it. */
export function auditPageData(
  audit: Audit,
  fileNames: readonly string[],
  person: string | null,
  hourlyRate: Policy['hourlyRate'],
): AuditPageData {
  const { load, minutesByNeed, verdicts, judged } = audit;
  const byUid = new Map<string, CountedOccurrence[]>();
  for (const occurrence of load.occurrences) {
    const uid = occurrence.meeting.uid;
    if (!byUid.get(uid)?.push(occurrence)) byUid.set(uid, [occurrence]);
  }
  const perYear = new Map(load.series.map(({ uid, minutesPerYear }) => [uid, toHours(minutesPerYear)]));
  const loadNotes = new Set(load.notes);
  return {
    fileNames,
    person,
    load,
    hourlyRate,
    minutesByNeed,
    verdicts,
    meetings: judged.map((each) =>
      reported(each, byUid.get(each.meeting.uid) ?? [], perYear.get(each.meeting.uid) ?? null, load.zone),
    ),
    notes: audit.notes.filter((note) => !loadNotes.has(note)),
  };
}

function reported(
  { meeting, judgement }: JudgedMeeting,
  occurrences: readonly CountedOccurrence[],
  hoursPerYear: number | null,
  zone: string,
): ReportedMeeting {
  const minutes = occurrences.reduce((sum, { fromMs, toMs }) => sum + (toMs - fromMs) / 60_000, 0);
  const people = peopleOf(meeting).filter(({ answer }) => answer !== 'declined').length;
  return {
    uid: meeting.uid,
    summary: meeting.summary,
    when: meetingTime(meeting, meeting.occurrences[0] ?? null, zone),
    occurrencesInMonth: occurrences.length,
    hoursInMonth: toHours(minutes),
    hoursPerYear,
    people: meeting.attendeesOmitted || people === 0 ? null : people,
    verdict: judgement.verdict,
    need: judgement.need.need,
    format: judgement.alternative?.format ?? null,
    confidence: judgement.need.confidence,
    ...whyOf({ meeting, judgement }),
    changes: judgement.changes,
  };
}
