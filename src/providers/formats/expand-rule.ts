import ICAL from 'ical.js';
import type { Recurrence } from '../../core/meeting/meeting.ts';
import { maxExpansionSteps } from './limits.ts';
import { correctRule } from './rule-corrections.ts';
import { parseWall, toIcalTime } from './written-time.ts';

/** What a rule is expanded against. All times are wall-clock readings (see `WrittenTime.wallMs`). */
export interface RuleBounds {
  readonly startWallMs: number;
  readonly isDate: boolean;
  /** Occurrences before this are left out. */
  readonly fromWallMs: number;
  /** Occurrences at or after this are left out. */
  readonly toWallMs: number;
  /** At most so many at or after `countFromWallMs`; those between it and `fromWallMs` are few and not counted. */
  readonly maxOccurrences: number;
  readonly countFromWallMs: number;
  /** Turns the instant of an UNTIL in UTC into the series' own wall clock. */
  readonly untilToWall: (instantMs: number) => number;
}

export interface RuleExpansion {
  /** In ascending order. DTSTART is among them only where the rule gives it. */
  readonly wallMs: readonly number[];
  readonly truncated: boolean;
}

interface ParsedRule {
  readonly recur: ICAL.Recur;
  readonly untilWallMs: number | null;
}

const dayMs = 86_400_000;
const unitMs = {
  SECONDLY: 1_000,
  MINUTELY: 60_000,
  HOURLY: 3_600_000,
  DAILY: dayMs,
  WEEKLY: 7 * dayMs,
} as const;

/** Lower bounds, to tell which periods cannot matter. */
const shortestPeriodMs: Readonly<Record<string, number>> = {
  ...unitMs,
  MONTHLY: 28 * dayMs,
  YEARLY: 365 * dayMs,
};

/**
 * Expands one RRULE (or EXRULE) in wall-clock time inside the bounds.
 *
 * @returns null for a rule that is not valid (RFC 5545 section 3.3.10)
 */
export function expandRule(rule: string, bounds: RuleBounds): RuleExpansion | null {
  const parsed = parseRule(rule, bounds);
  if (parsed === null) return null;
  const { recur, untilWallMs } = parsed;
  const lastWallMs = Math.min(untilWallMs ?? Number.POSITIVE_INFINITY, bounds.toWallMs - 1000);
  if (lastWallMs < bounds.startWallMs) return { wallMs: [], truncated: false };
  clampInterval(recur, lastWallMs - bounds.startWallMs);
  const jumpedWallMs = jumpAhead(recur, bounds);
  const matches = correctRule(recur, bounds.startWallMs);
  recur.until = toIcalTime(lastWallMs, bounds.isDate);
  return iterate(recur, jumpedWallMs, matches, bounds);
}

/** The summary of a rule for judgements; null where it is not valid. */
export function summarizeRule(rule: string): Recurrence | null {
  const recur = readRecur(rule.toUpperCase().replace(/UNTIL=[^;]*/, ''));
  if (recur === null) return null;
  const frequency = recur.freq.toLowerCase() as Recurrence['frequency'];
  const days = recur.parts.BYDAY?.length ?? 1;
  const counted = frequency === 'weekly' || frequency === 'daily';
  return { frequency, interval: recur.interval, timesPerUnit: counted ? days : 1 };
}

function parseRule(rule: string, bounds: RuleBounds): ParsedRule | null {
  const upper = rule.toUpperCase();
  const until = /(?:^|;)UNTIL=([^;]*)/.exec(upper)?.[1]?.trim();
  const recur = readRecur(upper.replace(/UNTIL=[^;]*/, ''));
  if (recur === null) return null;
  if (until === undefined) return { recur, untilWallMs: null };
  const untilWallMs = readUntil(until, bounds);
  return untilWallMs === null ? null : { recur, untilWallMs };
}

function readRecur(rule: string): ICAL.Recur | null {
  const parts = rule
    .replace(/\s/g, '')
    .split(';')
    .filter((part) => part !== '');
  try {
    const recur = ICAL.Recur.fromString(parts.join(';'));
    return recur.freq && recur.count !== 0 && (recur.count ?? 1) > 0 ? recur : null;
  } catch {
    return null;
  }
}

/** UNTIL is inclusive. A day means its whole day, because that is how calendars that write it so show it. */
function readUntil(text: string, bounds: RuleBounds): number | null {
  const [, year, month, day, hour, minute, second, zulu] =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})(Z?))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const date = `${year}-${month}-${day}`;
  const wall = parseWall(hour === undefined ? date : `${date}T${hour}:${minute}:${second}`);
  if (wall === null) return null;
  if (!wall.hasTime) return wall.wallMs + dayMs - 1000;
  if (bounds.isDate) return Math.floor(wall.wallMs / dayMs) * dayMs;
  return zulu === 'Z' ? bounds.untilToWall(wall.wallMs) : wall.wallMs;
}

/** ical.js walks an interval unit by unit; one that leads past the window is as good as one just behind it. */
function clampInterval(recur: ICAL.Recur, reachMs: number): void {
  const periodMs = shortestPeriodMs[recur.freq] ?? dayMs;
  recur.interval = Math.min(recur.interval, Math.ceil(reachMs / periodMs) + 2);
}

/**
 * Moves the start of an old rule to just before the window, by whole intervals, where that changes no occurrence:
 * without COUNT always; with COUNT where every period gives exactly one occurrence, so that it can be reduced.
 * Monthly and yearly rules move only from days that every month has.
 */
function jumpAhead(recur: ICAL.Recur, bounds: RuleBounds): number {
  const { startWallMs, fromWallMs } = bounds;
  const plain = Object.keys(recur.parts).length === 0;
  if (recur.count && !plain) return startWallMs;
  const unit = unitMs[recur.freq as keyof typeof unitMs];
  if (unit !== undefined) {
    const step = unit * recur.interval;
    const periods = Math.floor((fromWallMs - startWallMs) / step) - 2;
    if (periods < 1) return startWallMs;
    if (!recur.count) return startWallMs + periods * step;
    // One is left where the rule ended long ago: it lies before the window and is left out there.
    const skipped = Math.min(periods, recur.count - 1);
    recur.count -= skipped;
    return startWallMs + skipped * step;
  }
  return recur.count ? startWallMs : jumpMonths(recur, startWallMs, fromWallMs);
}

function jumpMonths(recur: ICAL.Recur, startWallMs: number, fromWallMs: number): number {
  const start = new Date(startWallMs);
  if (start.getUTCDate() > 28) return startWallMs;
  const step = recur.interval * (recur.freq === 'YEARLY' ? 12 : 1);
  const from = new Date(fromWallMs);
  const years = from.getUTCFullYear() - start.getUTCFullYear();
  const months = years * 12 + from.getUTCMonth() - start.getUTCMonth();
  const periods = Math.floor(months / step) - 2;
  if (periods < 1) return startWallMs;
  return new Date(startWallMs).setUTCMonth(start.getUTCMonth() + periods * step);
}

function iterate(
  recur: ICAL.Recur,
  startWallMs: number,
  matches: (wallMs: number) => boolean,
  bounds: RuleBounds,
): RuleExpansion {
  const wallMs: number[] = [];
  let left = recur.count ?? Number.POSITIVE_INFINITY;
  let inside = 0;
  // Counted here, because ical.js also counts what is not an occurrence.
  recur.count = null;
  try {
    const iterator = new BoundedIterator({ rule: recur, dtstart: toIcalTime(startWallMs, bounds.isDate) });
    for (let time = iterator.next(); time && left > 0; time = iterator.next()) {
      const wall = time.toUnixTime() * 1000;
      if (!matches(wall)) continue;
      left -= 1;
      if (wall < bounds.fromWallMs) continue;
      if (wall >= bounds.toWallMs) break;
      if (wall >= bounds.countFromWallMs) inside += 1;
      if (inside > bounds.maxOccurrences) return { wallMs, truncated: true };
      wallMs.push(wall);
    }
  } catch (error) {
    // ical.js throws where a rule's parts contradict each other: what was found until then is all there is.
    return { wallMs, truncated: error instanceof StepLimitError };
  }
  return { wallMs, truncated: false };
}

class StepLimitError extends Error {}

/** ical.js looks for the next match without end; this one stops past UNTIL (always set here) or after a number of steps. */
class BoundedIterator extends ICAL.RecurIterator {
  /** Counted from inside the inherited constructor too, so it has no initial value here. */
  declare private steps: number | undefined;

  override check_contracting_rules(): boolean {
    this.countStep();
    return super.check_contracting_rules() || this.isPastUntil();
  }

  override increment_month(): void {
    this.countStep();
    super.increment_month();
  }

  private isPastUntil(): boolean {
    return this.rule.until !== null && this.last.compare(this.rule.until) > 0;
  }

  private countStep(): void {
    this.steps = (this.steps ?? 0) + 1;
    if (this.steps > maxExpansionSteps) throw new StepLimitError('too many steps');
  }
}
