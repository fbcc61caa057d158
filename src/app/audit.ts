import { skipReason } from '../core/gate/skip.ts';
import { type Verdict, verdicts } from '../core/gate/verdict.ts';
import { namesAttendees } from '../core/load/counted-occurrences.ts';
import { type LayeredMinutes, layeredMinutes } from '../core/load/layers.ts';
import { type MonthLoad, monthLoad } from '../core/load/month-load.ts';
import { type MonthLoadJson, monthLoadJson } from '../core/load/month-load-json.ts';
import type { Meeting } from '../core/meeting/meeting.ts';
import type { ReadItem, ReadProblem } from '../core/meeting/reading.ts';
import type { NeedValue } from '../core/need/need.ts';
import { lastFullMonth, occurrencesIn, startMs } from './audit-month.ts';
import { auditZone } from './audit-zone.ts';
import { type JudgedMeeting, type JudgeOptions, judgeAll } from './triage.ts';

/** A minute that meetings of several needs cover belongs to the first of them. */
const needOrder = ['live', 'unclear', 'async'] as const satisfies readonly NeedValue[];

/** What an audit is asked with. The moment of judgement is that of each invite: nothing in the month is past. */
export interface AuditOptions extends Omit<JudgeOptions, 'nowMs'> {
  /** `YYYY-MM`; null takes the last full calendar month before `nowMs` in the report's zone, and says so. */
  readonly month: string | null;
  /** Epoch milliseconds. */
  readonly nowMs: number;
}

/** A month of one calendar: its load, and what the gate thinks of every meeting that happens in it. */
export interface Audit {
  readonly load: MonthLoad;
  /** One a UID, in input order; each carries only its occurrences of the month. */
  readonly judged: readonly JudgedMeeting[];
  /** Meetings by verdict, one a UID. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** The meeting minutes by need; of the `async` part the time would really come back. */
  readonly minutesByNeed: LayeredMinutes<NeedValue>;
  readonly refused: readonly ReadProblem[];
  readonly notes: readonly string[];
}

/** `audit --json`. */
export interface AuditJson extends MonthLoadJson {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly notes: readonly string[];
}

/**
 * Judges a month. All items are one calendar, whichever files they come from.
 *
 * @param items read with `readingWindow(month, nowMs)`
 * @throws RangeError for something that is not a month or not a known zone
 */
export function audit(items: readonly ReadItem[], options: AuditOptions): Audit {
  const meetings = items.flatMap((item) => (item.kind === 'meeting' ? [item.meeting] : []));
  const refused = items.flatMap((item) => (item.kind === 'refused' ? [item.problem] : []));
  const { zone, notes: zoneNotes } = auditZone(options.zone, meetings);
  const month = options.month ?? lastFullMonth(options.nowMs, zone);
  const { workingHours, hourlyRate } = options.policyOf(options.me);
  const load = monthLoad(meetings, {
    month,
    zone,
    me: options.me,
    workingHours,
    hourlyRate: hourlyRate.amount,
  });
  const judged = judgeMonth(meetings, { month, zone }, options);
  return {
    load,
    judged,
    verdicts: countVerdicts(judged),
    minutesByNeed: layeredMinutes(load, needOrder, needReader(judged)),
    refused,
    notes: [
      ...(options.month === null ? [`No month was given: ${month}, the last full one.`] : []),
      ...zoneNotes,
      ...load.notes,
      ...items.flatMap((item) => (item.kind === 'note' ? [problemText(item.problem)] : [])),
      ...(refused.length > 0
        ? [`Refused and not in the figures: ${refused.length} (see standard error).`]
        : []),
    ],
  };
}

/** The published form, with exactly the keys that the design fixes. */
export function auditJson({ load, verdicts: counts, notes }: Audit): AuditJson {
  return { ...monthLoadJson(load), verdicts: counts, notes };
}

/** One line for people: where, what, what to do. */
function problemText({ place, what, remedy }: ReadProblem): string {
  return `${place}: ${what}; ${remedy}`;
}

function judgeMonth(
  meetings: readonly Meeting[],
  { month, zone }: { readonly month: string; readonly zone: string },
  options: AuditOptions,
): JudgedMeeting[] {
  const surroundings = { namesAttendees: namesAttendees(meetings) };
  const byUid = new Map<string, Meeting[]>();
  for (const meeting of meetings) {
    const part = withinMonth(meeting, month, zone);
    if (part && !byUid.get(part.uid)?.push(part)) byUid.set(part.uid, [part]);
  }
  const joined = [...byUid.values()].flatMap((resources) => {
    const kept = resources.filter((resource) => skipReason(resource, options.me, surroundings) === null);
    return joinResources(kept.length > 0 ? kept : resources) ?? [];
  });
  return judgeAll(joined, { ...options, nowMs: null }, surroundings, meetings);
}

/** The meeting as the month sees it; null where it does not happen in it. */
function withinMonth(meeting: Meeting, month: string, zone: string): Meeting | null {
  const all = occurrencesIn(meeting, month, zone);
  // A date taken out of a living series is nothing to judge; a cancelled meeting is counted as skipped.
  const occurrences = meeting.status === 'cancelled' ? all : all.filter(({ counts }) => counts);
  const first = occurrences[0] && startMs(occurrences[0].start, zone);
  if (first === undefined || first === null) return null;
  const writtenBefore = meeting.createdMs !== null && meeting.createdMs <= first;
  return { ...meeting, occurrences, createdMs: writtenBefore ? meeting.createdMs : null };
}

/** Calendars list the dates of one series as resources of their own, all with its UID. */
function joinResources([first, ...others]: readonly Meeting[]): Meeting | null {
  if (!first || others.length === 0) return first ?? null;
  return { ...first, occurrences: [first, ...others].flatMap(({ occurrences }) => occurrences) };
}

function countVerdicts(judged: readonly JudgedMeeting[]): Record<Verdict, number> {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { judgement } of judged) counts[judgement.verdict] += 1;
  return counts;
}

/** The need of each meeting of the month; what was not judged is not known. */
function needReader(judged: readonly JudgedMeeting[]): (meeting: Meeting) => NeedValue {
  const needs = new Map(judged.map(({ meeting, judgement }) => [meeting.uid, judgement.need.need]));
  return ({ uid }) => needs.get(uid) ?? 'unclear';
}
