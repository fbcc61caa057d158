import type { EventTime, Occurrence, Window } from '../../core/meeting/event-time.ts';
import { expandRule, type RuleBounds } from './expand-rule.ts';
import {
  endOf,
  instantOf,
  type Length,
  parseWall,
  toEventTime,
  type WrittenTime,
  wallAt,
  wallDate,
} from './written-time.ts';

/** One changed occurrence (RFC 5545 RECURRENCE-ID). */
export interface Override {
  readonly recurrenceId: WrittenTime;
  /** RANGE=THISANDFUTURE: the change also holds for every later occurrence. */
  readonly thisAndFuture: boolean;
  readonly start: WrittenTime;
  readonly length: Length;
  readonly summary: string | null;
  readonly counts: boolean;
  /** Lower-case addresses of those who declined it. */
  readonly declinedBy: readonly string[];
}

/** An occurrence beside the rule; `length` is its own where it was written as a PERIOD. */
interface ExtraDate {
  readonly start: WrittenTime;
  readonly length: Length | null;
}

/** A meeting in time, whichever format it was written in. */
export interface Series {
  readonly start: WrittenTime;
  readonly length: Length;
  /** RRULE values, without the property name. */
  readonly rules: readonly string[];
  readonly excludedRules: readonly string[];
  readonly extraDates: readonly ExtraDate[];
  readonly excludedDates: readonly WrittenTime[];
  readonly overrides: readonly Override[];
  /** False where the whole series is cancelled or its owner declined it. */
  readonly counts: boolean;
  /** True where its occurrences are given wherever they lie, as those of an invite to single dates of a series. */
  readonly ignoreWindow?: boolean;
}

export interface SeriesExpansion {
  readonly occurrences: readonly Occurrence[];
  readonly truncated: boolean;
  /** Rules that are not valid; the rest of the series stands. */
  readonly invalidRules: readonly string[];
}

interface Planned {
  readonly original: WrittenTime;
  readonly length: Length;
}

const dayMs = 86_400_000;
/** Without a zone the wall clock differs from UTC by -12 to +14 hours; a day and a half leaves room for days too. */
const unknownClockMarginMs = 1.5 * dayMs;
/** A time in a daylight-saving hole moves; no zone ever jumped by more, but for the date line. */
const knownClockMarginMs = 3 * 3_600_000;

/**
 * The occurrences of a meeting that begin inside the window, by start. A single meeting gives its one occurrence,
 * inside or not. Days and floating times have no instant: they are given where any zone could put them inside.
 *
 * @param maxOccurrences per series; what lies behind it is cut and said in `truncated`
 */
export function expandSeries(series: Series, window: Window, maxOccurrences: number): SeriesExpansion {
  if (!repeats(series)) {
    const only = applyOverride(series, { original: series.start, length: series.length }, null);
    return { occurrences: [only], truncated: false, invalidRules: [] };
  }
  const bounds = boundsOf(series, window, maxOccurrences);
  const invalidRules: string[] = [];
  const planned = planOccurrences(series, bounds, invalidRules);
  const changed = changeOccurrences(series, planned.list);
  const inside = changed.filter(
    (occurrence) => series.ignoreWindow || mayBeginInside(occurrence.start, window),
  );
  inside.sort((a, b) => sortKey(a.start) - sortKey(b.start));
  return {
    occurrences: inside.slice(0, maxOccurrences),
    truncated: planned.truncated || inside.length > maxOccurrences,
    invalidRules,
  };
}

function boundsOf(series: Series, window: Window, maxOccurrences: number): RuleBounds {
  const { wallMs, zone } = series.start;
  const knownFrom = wallAt(window.fromMs, zone);
  const clockMarginMs = knownFrom === null ? unknownClockMarginMs : knownClockMarginMs;
  const marginMs = clockMarginMs + longestShiftMs(series.overrides);
  const countFromWallMs = knownFrom ?? window.fromMs - 0.5 * dayMs;
  return {
    startWallMs: wallMs,
    isDate: zone.kind === 'date',
    fromWallMs: countFromWallMs - marginMs,
    countFromWallMs,
    toWallMs: (wallAt(window.toMs, zone) ?? window.toMs) + marginMs,
    maxOccurrences,
    untilToWall: (instantMs) => wallAt(instantMs, zone) ?? instantMs,
  };
}

function repeats(series: Series): boolean {
  return series.rules.length > 0 || series.extraDates.length > 0 || series.overrides.length > 0;
}

/** DTSTART, the rules and RDATE, less EXRULE and EXDATE; keyed so that nothing is there twice. */
function planOccurrences(
  series: Series,
  bounds: RuleBounds,
  invalidRules: string[],
): { list: Planned[]; truncated: boolean } {
  let truncated = false;
  const expand = (rule: string): readonly number[] => {
    const expansion = expandRule(rule, bounds);
    if (expansion === null) invalidRules.push(rule);
    truncated ||= expansion?.truncated ?? false;
    return expansion?.wallMs ?? [];
  };
  const byKey = new Map<string, Planned>();
  const add = (written: WrittenTime, length: Length): void => {
    const original = withInstant(written);
    const key = keysOf(original)[0];
    if (!byKey.has(key)) byKey.set(key, { original, length });
  };
  for (const extra of series.extraDates) {
    add(alignDate(extra.start, series.start), extra.length ?? series.length);
  }
  add(series.start, series.length);
  for (const rule of series.rules) {
    for (const wallMs of expand(rule)) add({ wallMs, zone: series.start.zone }, series.length);
  }
  const excluded = new Set(series.excludedDates.map((date) => lookupKey(date, series.start)));
  for (const rule of series.excludedRules) {
    for (const wallMs of expand(rule)) excluded.add(keysOf({ wallMs, zone: series.start.zone })[0]);
  }
  const list = [...byKey.values()].filter(
    ({ original }) => !keysOf(original).some((key) => excluded.has(key)),
  );
  return { list, truncated };
}

/** How far an override moves an occurrence, and so may move one into the window; at most a year is looked for. */
function longestShiftMs(overrides: readonly Override[]): number {
  return overrides.reduce((longest, { start, recurrenceId }) => {
    const shiftMs = Math.abs(start.wallMs - recurrenceId.wallMs);
    return shiftMs <= 366 * dayMs ? Math.max(longest, shiftMs) : longest;
  }, 0);
}

/** Overrides replace what the rule gives; one that names a start the rule does not give stands for itself. */
function changeOccurrences(series: Series, planned: readonly Planned[]): Occurrence[] {
  const single = new Map<string, Override>();
  const ranged: { readonly override: Override; readonly from: number }[] = [];
  for (const override of series.overrides) {
    if (override.thisAndFuture) ranged.push({ override, from: sortKey(toEventTime(override.recurrenceId)) });
    single.set(lookupKey(override.recurrenceId, series.start), override);
  }
  ranged.sort((a, b) => a.from - b.from);
  const used = new Set<Override>();
  const changed = planned.map((plan) => {
    const own = keysOf(plan.original)
      .map((key) => single.get(key))
      .find((override) => override !== undefined);
    if (own !== undefined) used.add(own);
    const sortable = sortKey(toEventTime(plan.original));
    const range = ranged.findLast(({ from }) => from <= sortable);
    return applyOverride(series, plan, own ?? null, range?.override ?? null);
  });
  for (const override of new Set(single.values())) {
    if (!used.has(override))
      changed.push(
        applyOverride(series, { original: override.recurrenceId, length: override.length }, override),
      );
  }
  return changed;
}

function applyOverride(
  series: Series,
  plan: Planned,
  own: Override | null,
  range: Override | null = null,
): Occurrence {
  const originalStart = toEventTime(plan.original);
  const override = own ?? range;
  if (override === null) {
    const end = endOf(plan.original, plan.length);
    return { start: originalStart, end, originalStart, counts: series.counts, summary: null };
  }
  const start = own ? own.start : shift(plan.original, override);
  return {
    start: toEventTime(start),
    end: endOf(start, override.length),
    originalStart,
    counts: series.counts && override.counts,
    summary: override.summary,
    ...(override.declinedBy.length > 0 ? { declinedBy: override.declinedBy } : {}),
  };
}

/** RFC 5545 section 3.8.4.4: a ranged change moves later occurrences by the same difference of the clocks. */
function shift(original: WrittenTime, override: Override): WrittenTime {
  const sameKind = (override.start.zone.kind === 'date') === (override.recurrenceId.zone.kind === 'date');
  const before = sameKind ? inZone(override.recurrenceId, override.start) : override.recurrenceId.wallMs;
  const moved = inZone(original, override.start);
  return { wallMs: moved + override.start.wallMs - before, zone: override.start.zone };
}

/** The wall clock of `time` in the zone of `target`, where both have one. */
function inZone(time: WrittenTime, target: WrittenTime): number {
  const instant = instantOf(time);
  return instant === null ? time.wallMs : (wallAt(instant, target.zone) ?? time.wallMs);
}

/** An RDATE of the other value type takes the time of day of the series. */
function alignDate(date: WrittenTime, start: WrittenTime): WrittenTime {
  if ((date.zone.kind === 'date') === (start.zone.kind === 'date')) return date;
  const midnight = Math.floor(date.wallMs / dayMs) * dayMs;
  if (start.zone.kind === 'date') return { wallMs: midnight, zone: start.zone };
  return { wallMs: midnight + (((start.wallMs % dayMs) + dayMs) % dayMs), zone: start.zone };
}

/** Looked up once: resolving a wall clock costs more than everything else that is done with an occurrence. */
function withInstant(time: WrittenTime): WrittenTime {
  const instantMs = instantOf(time);
  return instantMs === null ? time : { ...time, instantMs };
}

/** All names of one occurrence, most exact first: its instant, its wall clock, its day. */
function keysOf(time: WrittenTime): [string, ...string[]] {
  const instant = instantOf(time);
  const rest: [string, string] = [`wall ${time.wallMs}`, `day ${wallDate(time.wallMs)}`];
  return instant === null ? rest : [`instant ${instant}`, ...rest];
}

/** The one name by which EXDATE or RECURRENCE-ID means an occurrence of the series that begins at `start`. */
function lookupKey(time: WrittenTime, start: WrittenTime): string {
  if (time.zone.kind === 'date' || start.zone.kind === 'date') return `day ${wallDate(time.wallMs)}`;
  const instant = instantOf(time);
  if (instant === null) return `wall ${time.wallMs}`;
  // A floating or unknown series has wall clocks only, so an instant can be matched by its clock at best.
  return instantOf(start) === null ? `wall ${time.wallMs}` : `instant ${instant}`;
}

function mayBeginInside(start: EventTime, window: Window): boolean {
  if (start.kind === 'instant') return start.ms >= window.fromMs && start.ms < window.toMs;
  const wallMs = sortKey(start);
  return (
    wallMs >= window.fromMs - 12 * 3_600_000 - (start.kind === 'date' ? dayMs : 0) &&
    wallMs < window.toMs + 14 * 3_600_000
  );
}

/** Epoch milliseconds to order by; times without an instant count as UTC. */
function sortKey(time: EventTime): number {
  if (time.kind === 'instant') return time.ms;
  const text = time.kind === 'date' ? time.date : time.kind === 'floating' ? time.local : time.text;
  return parseWall(text)?.wallMs ?? 0;
}
