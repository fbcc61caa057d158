import { DateTime } from 'luxon';
import { z } from 'zod';
import type { EventMoment } from '../calendar/event-copy.ts';
import { type Refusal, refuse } from './errors.ts';
import { windowsZone } from './zone-names.ts';

const days = [
  ['sunday', 'SU'],
  ['monday', 'MO'],
  ['tuesday', 'TU'],
  ['wednesday', 'WE'],
  ['thursday', 'TH'],
  ['friday', 'FR'],
  ['saturday', 'SA'],
] as const;
const dayCodes: ReadonlyMap<string, string> = new Map(days);
const dayNames: ReadonlyMap<string, string> = new Map(days.map(([name, code]) => [code, name]));
const indexes = ['first', 'second', 'third', 'fourth', 'last'] as const;

const count = z.number().int().min(1).max(9999);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}/);

/** Graph `patternedRecurrence`, as a client writes it. */
export const recurrenceInput = z.object({
  pattern: z.object({
    type: z.enum([
      'daily',
      'weekly',
      'absoluteMonthly',
      'relativeMonthly',
      'absoluteYearly',
      'relativeYearly',
    ]),
    interval: count.max(999),
    month: z.number().int().min(0).max(12).optional(),
    dayOfMonth: z.number().int().min(0).max(31).optional(),
    daysOfWeek: z.array(z.string().max(9).toLowerCase()).max(7).optional(),
    firstDayOfWeek: z.string().max(9).toLowerCase().optional(),
    index: z.enum(indexes).optional(),
  }),
  range: z.object({
    type: z.enum(['endDate', 'noEnd', 'numbered']),
    startDate: date.nullish(),
    endDate: date.nullish(),
    numberOfOccurrences: z.number().int().min(0).max(999).nullish(),
    recurrenceTimeZone: z.string().max(200).nullish(),
  }),
});

type RecurrenceInput = z.output<typeof recurrenceInput>;

/**
 * The RRULE line of a pattern (RFC 5545 section 3.3.10). Refuses what the pattern's type needs and lacks.
 * Source: learn.microsoft.com/graph/api/resources/recurrencepattern
 *
 * @param start of the series: its zone, or its being whole days, decides how UNTIL is written
 */
export function toRule({ pattern, range }: RecurrenceInput, start: EventMoment): string | Refusal {
  const parts = patternParts(pattern);
  const end = rangePart(range, start);
  return parts === null || end === null
    ? refuse(400, 'ErrorPropertyValidationFailure', 'The recurrence lacks a field that its type needs.')
    : `RRULE:${[...parts, ...end].join(';')}`;
}

function patternParts(pattern: RecurrenceInput['pattern']): readonly string[] | null {
  const interval = `INTERVAL=${pattern.interval}`;
  const codes = (pattern.daysOfWeek ?? []).flatMap((day) => dayCodes.get(day) ?? []);
  const month = pattern.month ? `BYMONTH=${pattern.month}` : null;
  const monthDay = pattern.dayOfMonth ? `BYMONTHDAY=${pattern.dayOfMonth}` : null;
  switch (pattern.type) {
    case 'daily':
      return ['FREQ=DAILY', interval];
    case 'weekly': {
      const week = `WKST=${dayCodes.get(pattern.firstDayOfWeek ?? 'sunday') ?? 'SU'}`;
      return codes.length === 0 ? null : ['FREQ=WEEKLY', interval, week, `BYDAY=${codes.join(',')}`];
    }
    case 'absoluteMonthly':
      return monthDay === null ? null : ['FREQ=MONTHLY', interval, monthDay];
    case 'relativeMonthly':
      return codes.length === 0 ? null : ['FREQ=MONTHLY', interval, ...relativeDays(codes, pattern.index)];
    case 'absoluteYearly':
      return month === null || monthDay === null ? null : ['FREQ=YEARLY', interval, month, monthDay];
    case 'relativeYearly':
      return month === null || codes.length === 0
        ? null
        : ['FREQ=YEARLY', interval, month, ...relativeDays(codes, pattern.index)];
  }
}

/** Several days mean the first (last, ...) among them. */
function relativeDays(
  codes: readonly string[],
  index: (typeof indexes)[number] = 'first',
): readonly string[] {
  const position = index === 'last' ? -1 : indexes.indexOf(index) + 1;
  const [only, ...others] = codes;
  return others.length === 0
    ? [`BYDAY=${position}${only}`]
    : [`BYDAY=${codes.join(',')}`, `BYSETPOS=${position}`];
}

function rangePart(range: RecurrenceInput['range'], start: EventMoment): readonly string[] | null {
  if (range.type === 'noEnd') return [];
  if (range.type === 'numbered')
    return range.numberOfOccurrences ? [`COUNT=${range.numberOfOccurrences}`] : null;
  const lastDay = range.endDate?.slice(0, 10);
  if (lastDay === undefined) return null;
  if (start.kind === 'date') return [`UNTIL=${lastDay.replaceAll('-', '')}`];
  const endOfDay = DateTime.fromISO(`${lastDay}T23:59:59`, { zone: start.zone });
  return endOfDay.isValid ? [`UNTIL=${endOfDay.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")}`] : null;
}

/** A series as Graph shows it; null for a rule that its patterns cannot say (hourly, several month days, ...). */
export function toRecurrence(lines: readonly string[], start: EventMoment): object | null {
  const line = lines.find((candidate) => candidate.toUpperCase().startsWith('RRULE'));
  if (line === undefined) return null;
  const rule = new Map(
    line
      .slice(line.indexOf(':') + 1)
      .toUpperCase()
      .split(';')
      .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );
  const zone = start.kind === 'instant' ? start.zone : 'UTC';
  const first =
    start.kind === 'instant'
      ? DateTime.fromMillis(start.ms, { zone })
      : DateTime.fromISO(start.date, { zone });
  const shape = patternShape(rule, first);
  if (shape === null) return null;
  const pattern = {
    interval: Number(rule.get('INTERVAL') ?? 1),
    month: 0,
    dayOfMonth: 0,
    daysOfWeek: [],
    firstDayOfWeek: dayNames.get(rule.get('WKST') ?? 'SU') ?? 'sunday',
    index: 'first',
    ...shape,
  };
  return { pattern, range: rangeOf(rule, first, start.kind === 'date') };
}

function patternShape(rule: ReadonlyMap<string, string>, first: DateTime): object | null {
  const byDay = rule.get('BYDAY')?.split(',') ?? [];
  const month = Number(rule.get('BYMONTH') ?? first.month);
  const dayOfMonth = Number(rule.get('BYMONTHDAY') ?? first.day);
  if (Number.isNaN(month) || Number.isNaN(dayOfMonth) || dayOfMonth < 1) return null;
  const relative = byDay.length === 0 ? null : relativeShape(byDay, rule.get('BYSETPOS'));
  const ownDay = [days[first.weekday % 7]?.[1] ?? 'MO'];
  switch (rule.get('FREQ')) {
    case 'DAILY':
      return byDay.length === 0 ? { type: 'daily' } : null;
    case 'WEEKLY':
      return { type: 'weekly', daysOfWeek: namesOf(byDay.length === 0 ? ownDay : byDay) };
    case 'MONTHLY':
      if (byDay.length === 0) return { type: 'absoluteMonthly', dayOfMonth };
      return relative && { type: 'relativeMonthly', ...relative };
    case 'YEARLY':
      if (byDay.length === 0) return { type: 'absoluteYearly', month, dayOfMonth };
      return relative && { type: 'relativeYearly', month, ...relative };
    default:
      return null;
  }
}

function namesOf(codes: readonly string[]): readonly string[] {
  return codes.flatMap((code) => dayNames.get(code) ?? []);
}

function relativeShape(byDay: readonly string[], setPosition: string | undefined): object | null {
  const positions = new Set(byDay.map((day) => day.slice(0, -2) || (setPosition ?? '')));
  const [position] = positions;
  const index = position === '-1' ? 'last' : indexes[Number(position) - 1];
  if (positions.size !== 1 || index === undefined) return null;
  return { index, daysOfWeek: namesOf(byDay.map((day) => day.slice(-2))) };
}

function rangeOf(rule: ReadonlyMap<string, string>, first: DateTime, wholeDays: boolean): object {
  const until = rule.get('UNTIL');
  const times = rule.get('COUNT');
  return {
    type: times !== undefined ? 'numbered' : until !== undefined ? 'endDate' : 'noEnd',
    startDate: first.toISODate(),
    endDate: until === undefined ? '0001-01-01' : lastDay(until, first),
    recurrenceTimeZone: wholeDays ? 'UTC' : windowsZone(first.zoneName ?? 'UTC'),
    numberOfOccurrences: Number(times ?? 0),
  };
}

/** UNTIL is a day, or an instant of the last day in the zone of the series. */
function lastDay(until: string, first: DateTime): string | null {
  const written = DateTime.fromISO(until, { setZone: true });
  return (until.endsWith('Z') ? written.setZone(first.zone) : written).toISODate();
}
