import type { GraphRecurrence } from './graph-schema.ts';

const weekdays: ReadonlyMap<string, string> = new Map([
  ['sunday', 'SU'],
  ['monday', 'MO'],
  ['tuesday', 'TU'],
  ['wednesday', 'WE'],
  ['thursday', 'TH'],
  ['friday', 'FR'],
  ['saturday', 'SA'],
]);
const positions: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['last', -1],
]);
const frequencies: ReadonlyMap<string, string> = new Map([
  ['daily', 'DAILY'],
  ['weekly', 'WEEKLY'],
  ['absolutemonthly', 'MONTHLY'],
  ['relativemonthly', 'MONTHLY'],
  ['absoluteyearly', 'YEARLY'],
  ['relativeyearly', 'YEARLY'],
]);

/**
 * A Graph recurrence as the value of an RRULE (RFC 5545 section 3.3.10).
 * Source: learn.microsoft.com/en-us/graph/api/resources/recurrencepattern and recurrencerange
 *
 * @returns null for a pattern of an unknown type
 */
export function toRecurrenceRule({ pattern, range }: GraphRecurrence): string | null {
  const type = pattern.type.toLowerCase();
  const frequency = frequencies.get(type);
  if (frequency === undefined) return null;
  const days = pattern.daysOfWeek.flatMap((day) => weekdays.get(day.toLowerCase()) ?? []);
  const parts = [`FREQ=${frequency}`, `INTERVAL=${pattern.interval}`];
  if (type === 'weekly') {
    parts.push(`WKST=${weekdays.get(pattern.firstDayOfWeek?.toLowerCase() ?? 'sunday') ?? 'SU'}`);
    if (days.length > 0) parts.push(`BYDAY=${days.join(',')}`);
  }
  if (frequency === 'YEARLY' && pattern.month) parts.push(`BYMONTH=${pattern.month}`);
  if (type.startsWith('absolute') && pattern.dayOfMonth) parts.push(`BYMONTHDAY=${pattern.dayOfMonth}`);
  if (type.startsWith('relative'))
    parts.push(...relativeDays(days, positions.get(pattern.index?.toLowerCase() ?? 'first') ?? 1));
  return [...parts, ...rangeParts(range)].join(';');
}

/** Several days mean the first (last, ...) among them, as in "the last weekday of the month". */
function relativeDays(days: readonly string[], position: number): readonly string[] {
  const [only, ...others] = days;
  if (only === undefined) return [];
  return others.length === 0
    ? [`BYDAY=${position}${only}`]
    : [`BYDAY=${days.join(',')}`, `BYSETPOS=${position}`];
}

function rangeParts(range: GraphRecurrence['range']): readonly string[] {
  const type = range?.type?.toLowerCase();
  if (type === 'numbered' && range?.numberOfOccurrences) return [`COUNT=${range.numberOfOccurrences}`];
  // The end date is the last day on which an occurrence may begin, in the zone of the series.
  return type === 'enddate' && range?.endDate
    ? [`UNTIL=${range.endDate.slice(0, 10).replaceAll('-', '')}`]
    : [];
}
