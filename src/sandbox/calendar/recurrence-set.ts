import { DateTime, IANAZone } from 'luxon';
import { RRuleTemporal } from 'rrule-temporal';
import { occurrenceKey } from './calendar-engine.ts';
import type { EventFields, EventMoment } from './event-copy.ts';

/** The starts that a series has by its rules, in its own zone (RFC 5545 section 3.8.5). */
export interface RecurrenceSet {
  /** In order, from `fromMs` (inclusive) up to `toMs` (exclusive), at most `limit`. Epoch milliseconds. */
  readonly between: (fromMs: number, toMs: number, limit: number) => readonly number[];
  readonly has: (startMs: number) => boolean;
}

const yearMs = 366 * 86_400_000;
/** Unbounded rules are followed so far from their start: further than any window a calendar answers. */
const horizonMs = 40 * yearMs;
const mostCounted = 10_000;
const mostKnownSets = 5_000;

/** What was read of the same lines is always the same, whoever asks. */
const known = new Map<string, RecurrenceSet>();

/**
 * Reads rules once for all copies of a series. A mailbox' free/busy asks for hundreds of series at a time.
 *
 * @throws RangeError for a rule that no calendar takes, or a zone that is not known
 */
export function recurrenceSetOf({
  start,
  recurrence,
}: Pick<EventFields, 'start' | 'recurrence'>): RecurrenceSet {
  const name = JSON.stringify([start, recurrence]);
  const set = known.get(name);
  if (set) return set;
  const read = readRecurrence(start, recurrence);
  if (known.size >= mostKnownSets) known.clear();
  known.set(name, read);
  return read;
}

/**
 * Whether the calendar can follow the lines: 31 February never comes to its count, and a date or a zone in them may be
 * none although its letters fit.
 */
export function isPossibleRecurrence(start: EventMoment, recurrence: readonly string[]): boolean {
  try {
    recurrenceSetOf({ start, recurrence });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Instant of a moment: whole days count as midnights in UTC. */
export function ruleMs(moment: EventMoment): number {
  return moment.kind === 'instant' ? moment.ms : Date.parse(`${moment.date}T00:00:00Z`);
}

/** The reverse of `ruleMs`, of the same kind and zone as `like`. */
export function momentAt(ms: number, like: EventMoment): EventMoment {
  return like.kind === 'instant'
    ? { kind: 'instant', ms, zone: like.zone }
    : { kind: 'date', date: new Date(ms).toISOString().slice(0, 10) };
}

function readRecurrence(start: EventMoment, lines: readonly string[]): RecurrenceSet {
  const zone = start.kind === 'instant' ? start.zone : 'UTC';
  if (!IANAZone.create(zone).isValid) throw new RangeError(`not a known zone: ${zone}`);
  const rulesOf = (name: 'RRULE' | 'EXRULE'): readonly RuleStarts[] =>
    lines
      .filter((line) => line.toUpperCase().startsWith(`${name}:`))
      .map((line) => readRule(line.slice(name.length + 1), start, zone, name === 'RRULE'));
  const rules = rulesOf('RRULE');
  // RFC 2445, 4.8.5.2: gone from RFC 5545, and still taken by Google.
  const excludedRules = rulesOf('EXRULE');
  const extra = new Set([ruleMs(start), ...datesOf('RDATE', lines, start, zone).map(({ ms }) => ms)]);
  const excluded = datesOf('EXDATE', lines, start, zone);
  const excludedMs = new Set(excluded.filter(({ wholeDay }) => !wholeDay).map(({ ms }) => ms));
  const excludedDays = new Set(excluded.filter(({ wholeDay }) => wholeDay).map(({ ms }) => dayOf(ms, zone)));
  const isExcluded = (ms: number): boolean =>
    excludedMs.has(ms) ||
    (excludedDays.size > 0 && excludedDays.has(dayOf(ms, zone))) ||
    excludedRules.some((rule) => rule(ms, ms + 1, 1).length > 0);

  const between = (fromMs: number, toMs: number, limit: number): readonly number[] => {
    const enough = excludedRules.length > 0 ? mostCounted : limit + excluded.length;
    const found = new Set([...extra].filter((ms) => ms >= fromMs && ms < toMs));
    for (const rule of rules) for (const ms of rule(fromMs, toMs, enough)) found.add(ms);
    const starts = [...found].filter((ms) => !isExcluded(ms));
    return starts.sort((a, b) => a - b).slice(0, limit);
  };
  return { between, has: (ms) => between(ms, ms + 1, 1).length > 0 };
}

type RuleStarts = (fromMs: number, toMs: number, limit: number) => readonly number[];

/** Follows a rule year by year as far as somebody asks, and remembers what it gave. */
function readRule(text: string, start: EventMoment, zone: string, withStart: boolean): RuleStarts {
  if (/FREQ=(SECONDLY|MINUTELY|HOURLY)/i.test(text)) {
    throw new RangeError(`a calendar repeats by days, weeks, months or years, not by ${text}`);
  }
  // Rule libraries step through every day between two occurrences.
  if (/INTERVAL=\d{4}/i.test(text)) throw new RangeError(`too long an interval: ${text}`);
  const startMs = ruleMs(start);
  const rule = parseRule(text, startMs, zone, withStart);
  const starts: number[] = [];
  let reachedMs = startMs;
  if (/COUNT=/i.test(text)) {
    starts.push(...countedStarts(rule, text));
    reachedMs = Number.POSITIVE_INFINITY;
  }
  return (fromMs, toMs, limit) => {
    let first = firstAtOrAfter(starts, fromMs);
    while (reachedMs < Math.min(toMs, startMs + horizonMs) && starts.length - first < limit) {
      const nextMs = reachedMs + yearMs;
      // Both ends count there; the second belongs to the next year.
      const year = rule.between(new Date(reachedMs), new Date(nextMs - 1), true);
      starts.push(...year.map((date) => date.epochMilliseconds));
      reachedMs = nextMs;
      first = firstAtOrAfter(starts, fromMs);
    }
    return starts.slice(first, Math.min(firstAtOrAfter(starts, toMs), first + limit));
  };
}

/** @throws RangeError for a rule that never comes to its count */
function countedStarts(rule: RRuleTemporal, text: string): number[] {
  const count = Number(/COUNT=(\d+)/i.exec(text)?.[1] ?? 0);
  // The library would count as far as it goes, for seconds, and then say the same.
  if (count > mostCounted) throw new RangeError(`a rule that comes to no end: ${text}`);
  try {
    return rule.all((_, index) => index < mostCounted).map((date) => date.epochMilliseconds);
  } catch (cause) {
    throw new RangeError(`a rule that comes to no end: ${text}`, { cause });
  }
}

function parseRule(text: string, startMs: number, zone: string, withStart: boolean): RRuleTemporal {
  const local = DateTime.fromMillis(startMs, { zone }).toFormat("yyyyMMdd'T'HHmmss");
  const rruleString = `DTSTART;TZID=${zone}:${local}\nRRULE:${withUtcUntil(text, zone)}`;
  try {
    return new RRuleTemporal({ rruleString, includeDtstart: withStart });
  } catch (cause) {
    throw new RangeError(`not a recurrence rule: ${text}`, { cause });
  }
}

/** A day as UNTIL means the whole of it in the series' zone; a time without Z is one of that zone. */
function withUtcUntil(text: string, zone: string): string {
  return text.replace(
    /UNTIL=(\d{8})(T\d{6})?(Z?)/i,
    (whole, day: string, time: string | undefined, zulu: string) => {
      if (zulu !== '') return whole;
      const until = DateTime.fromFormat(`${day}${time ?? 'T235959'}`, "yyyyMMdd'T'HHmmss", { zone });
      return `UNTIL=${until.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")}`;
    },
  );
}

function firstAtOrAfter(sorted: readonly number[], ms: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Values of RDATE or EXDATE lines. A day beside a timed series means every occurrence on it (EXDATE). */
function datesOf(
  property: 'RDATE' | 'EXDATE',
  lines: readonly string[],
  start: EventMoment,
  zone: string,
): { ms: number; wholeDay: boolean }[] {
  return lines.flatMap((line) => {
    const colon = line.indexOf(':');
    const [name, ...parameters] = line.slice(0, colon).split(';');
    if (colon < 0 || name?.toUpperCase() !== property) return [];
    const zoneParameter = parameters.find((parameter) => /^TZID=/i.test(parameter))?.slice(5);
    return line
      .slice(colon + 1)
      .split(',')
      .map((text) => readDate(text.split('/')[0]?.trim() ?? '', start, zoneParameter ?? zone));
  });
}

function readDate(text: string, start: EventMoment, zone: string): { ms: number; wholeDay: boolean } {
  const day = text.slice(0, 8);
  const isDay = text.length === 8;
  const format = isDay || start.kind === 'date' ? 'yyyyMMdd' : "yyyyMMdd'T'HHmmss";
  const written = format === 'yyyyMMdd' ? day : text.slice(0, 15);
  const date = DateTime.fromFormat(written, format, { zone: text.endsWith('Z') ? 'UTC' : zone });
  if (!date.isValid) throw new RangeError(`not a date of RDATE or EXDATE: ${text}`);
  if (start.kind === 'date')
    return { ms: ruleMs({ kind: 'date', date: date.toFormat('yyyy-MM-dd') }), wholeDay: false };
  return { ms: date.toMillis(), wholeDay: isDay };
}

function dayOf(ms: number, zone: string): string {
  return DateTime.fromMillis(ms, { zone }).toFormat('yyyyMMdd');
}

/** The start that an occurrence's key stands for (see `occurrenceKey`); null for text that is no such key. */
export function startOfKey(key: string, like: EventMoment): EventMoment | null {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/.exec(key) ?? [];
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(ms)) return null;
  const moment = momentAt(ms, like);
  return occurrenceKey(moment) === key ? moment : null;
}
