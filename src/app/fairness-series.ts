import { type ClockShift, clockShifts } from '../core/fairness/clock-shifts.ts';
import { type SlotPerson, slotAt } from '../core/fairness/find-slots.ts';
import { giniOf, jainOf } from '../core/fairness/indices.ts';
import {
  burdenOfSeries,
  type JudgedOccurrence,
  judgeSeries,
  type TimedOccurrence,
} from '../core/fairness/judge-series.ts';
import { carriedAt, historyDays, type LedgerEntry } from '../core/fairness/ledger.ts';
import { planSeriesRotation, type SeriesRotation } from '../core/fairness/plan-series-rotation.ts';
import { type FairnessWarning, warnAboutSlot } from '../core/fairness/warnings.ts';
import { compareWorstFirst, worstFirst } from '../core/fairness/worst-first.ts';
import type { Meeting } from '../core/meeting/meeting.ts';
import type { ReadItem, ReadProblem } from '../core/meeting/reading.ts';
import { instantToLocal, isKnownZone } from '../core/meeting/wall-time.ts';
import { clockShiftWarning } from './fairness-words.ts';

const dayMs = 86_400_000;
/** How the series of a calendar are judged. */
export interface SeriesOptions {
  readonly people: readonly SlotPerson[];
  /** Occurrences that start from here on, epoch milliseconds; earlier ones in the file are what people carried. */
  readonly fromMs: number;
  /** Excluded. */
  readonly toMs: number;
  /** Only this series; null: all. */
  readonly uid: string | null;
  /** Occurrences of a block of the rotation; null chooses. */
  readonly blockLength: number | null;
  /** What people carried, by name, instead of what the file's past says; null: the file's past. */
  readonly ledger: ReadonlyMap<string, number> | null;
  /** A rotation takes a while to prove: for all series, or only for the most unfair one. */
  readonly rotations: 'all' | 'first';
}

/** What a series costs one person; point-minutes. */
interface SeriesShare {
  readonly name: string;
  readonly carried: number;
  /** Of its occurrences as they are; null where the zone of some is unknown. */
  readonly burden: number | null;
  /** Carried in the end, where it stays as it is; null likewise. */
  readonly kept: number | null;
  /** Carried in the end of the rotation; null where the person is not planned for. */
  readonly rotated: number | null;
}

/** A real series, judged. */
export interface SeriesFairness {
  readonly uid: string;
  readonly summary: string | null;
  /** The series' own clock, an IANA name. */
  readonly zone: string;
  readonly occurrences: readonly JudgedOccurrence[];
  readonly people: readonly SeriesShare[];
  readonly kept: { readonly gini: number; readonly jain: number };
  readonly rotated: { readonly gini: number; readonly jain: number } | null;
  readonly clockShifts: readonly ClockShift[];
  /** Null where it was not asked for, nobody can be planned for, or no time is possible. */
  readonly rotation: SeriesRotation | null;
  readonly warnings: readonly FairnessWarning[];
}

/**
 * Judges every series of a calendar that has an occurrence in the range; the most unfair first. A series that has none,
 * or no instants, is told in a note. A meeting that does not repeat is judged only where its UID was asked for.
 */
export function seriesByFairness(
  items: readonly ReadItem[],
  options: SeriesOptions,
): { readonly series: readonly SeriesFairness[]; readonly notes: readonly ReadProblem[] } {
  const notes = items.flatMap((item) => (item.kind === 'note' ? [item.problem] : []));
  const meetings = items.flatMap((item) => (item.kind === 'meeting' ? [item.meeting] : []));
  const asked = options.uid === null ? meetings : meetings.filter(({ uid }) => uid === options.uid);
  const series: JudgedSeries[] = [];
  for (const meeting of asked) {
    if (meeting.recurrence === null && options.uid === null) continue;
    const judged = judgeOne(meeting, options);
    if ('what' in judged) notes.push({ place: meeting.summary ?? meeting.uid, ...judged });
    else series.push(judged);
  }
  series.sort((a, b) => compareWorstFirst(loadsOf(b), loadsOf(a)));
  const planned = options.rotations === 'all' ? series.length : 1;
  return {
    series: series.map((judged, index) => withRotation(judged, index < planned, options.blockLength)),
    notes,
  };
}

/** A series before its rotation is planned. */
interface JudgedSeries extends Omit<SeriesFairness, 'rotation' | 'rotated' | 'people'> {
  readonly shares: readonly Omit<SeriesShare, 'rotated'>[];
  readonly everyone: readonly SlotPerson[];
}

function loadsOf({ shares }: JudgedSeries): number[] {
  return worstFirst(shares.map(({ kept }) => kept ?? 0));
}

function withRotation(
  { shares, everyone, ...judged }: JudgedSeries,
  isPlanned: boolean,
  blockLength: number | null,
): SeriesFairness {
  const rotation = isPlanned
    ? planSeriesRotation(judged.occurrences, everyone, judged.zone, blockLength)
    : null;
  return {
    ...judged,
    people: shares.map((share) => ({ ...share, rotated: rotation?.cumulative.get(share.name) ?? null })),
    rotation,
    rotated: rotation && indicesOf([...rotation.cumulative.values()]),
  };
}

function judgeOne(
  meeting: Meeting,
  options: SeriesOptions,
): JudgedSeries | Pick<ReadProblem, 'what' | 'remedy'> {
  const timed = timedOccurrences(meeting);
  const occurrences = timed.filter(({ startMs }) => startMs >= options.fromMs && startMs < options.toMs);
  if (timed.length === 0 && meeting.occurrences.length > 0)
    return {
      what: 'its occurrences have no instants: it is all-day, floating or cancelled',
      remedy: 'judge a series whose times name a zone',
    };
  if (occurrences.length === 0)
    return {
      what: 'no occurrence lies in the range',
      remedy: 'choose another range with --from and --to',
    };
  const zone = clockOf(meeting);
  const before = timed.filter(({ startMs }) => startMs < options.fromMs);
  const { people, since } = withCarried(meeting.uid, before, zone, options);
  const judged = judgeSeries(occurrences, people, zone);
  const shares = people.map(({ name, carried }) => {
    const isKnown = judged.every(
      (each) => each.people.find((person) => person.name === name)?.burden !== null,
    );
    const burden = isKnown ? burdenOfSeries(judged, name) : null;
    const kept = burden === null ? null : carried + burden;
    return { name, carried, burden, kept };
  });
  const shifts = clockShifts(judged, people);
  return {
    uid: meeting.uid,
    summary: meeting.summary,
    zone,
    occurrences: judged,
    shares,
    everyone: people,
    // The same people as in a rotation, so that the two can be compared: optional ones may stay away.
    kept: indicesOf(
      shares.flatMap(({ kept }, index) => (people[index]?.attendance === 'required' ? (kept ?? []) : [])),
    ),
    clockShifts: shifts,
    warnings: [
      ...nextWarnings(judged, people, since),
      ...shifts.filter((shift) => shift.burden > shift.usualBurden).map(clockShiftWarning),
    ],
  };
}

function indicesOf(burdens: readonly number[]): { gini: number; jain: number } {
  return { gini: giniOf(burdens), jain: jainOf(burdens) };
}

function timedOccurrences({ occurrences }: Meeting): TimedOccurrence[] {
  return occurrences.flatMap(({ start, end, counts }) =>
    counts && start.kind === 'instant' && end.kind === 'instant' && end.ms > start.ms
      ? [{ startMs: start.ms, endMs: end.ms }]
      : [],
  );
}

function clockOf({ start, calendarZone }: Meeting): string {
  const written = start.kind === 'instant' ? start.zone : null;
  return [written, calendarZone].find((zone) => zone !== null && isKnownZone(zone)) ?? 'UTC';
}

/** The people with what they carried: the ledger that was given, else the file's own past with its half-life. */
function withCarried(
  uid: string,
  before: readonly TimedOccurrence[],
  zone: string,
  { people, fromMs, ledger }: SeriesOptions,
): { readonly people: readonly SlotPerson[]; readonly since: string | null } {
  if (ledger !== null)
    return { people: people.map((each) => ({ ...each, carried: ledger.get(each.name) ?? 0 })), since: null };
  const recent = before.filter(({ startMs }) => startMs >= fromMs - historyDays * dayMs);
  const entries = judgeSeries(recent, people, zone).flatMap((occurrence): LedgerEntry[] =>
    occurrence.people.map(({ name, burden }) => ({
      person: name,
      series: uid,
      atMs: occurrence.startMs,
      pointMinutes: burden ?? 0,
    })),
  );
  const carried = carriedAt(entries, fromMs, uid);
  const [first] = recent;
  return {
    people: people.map((each) => ({ ...each, carried: carried.get(each.name) ?? 0 })),
    since: first ? monthOf(first.startMs, zone, fromMs) : null,
  };
}

/** `August`, with the year where it is not that of `nowMs`. */
function monthOf(ms: number, zone: string, nowMs: number): string {
  const date = instantToLocal(ms, zone).date;
  const name = months[Number(date.slice(5, 7)) - 1] ?? '';
  return date.slice(0, 4) === instantToLocal(nowMs, zone).date.slice(0, 4)
    ? name
    : `${name} ${date.slice(0, 4)}`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Warnings about the next occurrence. */
function nextWarnings(
  [next]: readonly JudgedOccurrence[],
  people: readonly SlotPerson[],
  since: string | null,
): FairnessWarning[] {
  if (!next) return [];
  const durationMinutes = Math.round((next.endMs - next.startMs) / 60_000);
  const slot = slotAt(
    { people, durationMinutes, currentStartMs: next.startMs, quorum: null, bufferMinutes: 0 },
    next.startMs,
  );
  return warnAboutSlot(slot, people, { of: "this series' off-hours", since });
}
