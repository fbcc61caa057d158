import type { Window } from '../../core/meeting/event-time.ts';
import type { Meeting, Recurrence } from '../../core/meeting/meeting.ts';
import { instantOf } from './subject.ts';

const dayMs = 86_400_000;
/** The longest unit of each frequency, in days; what repeats within a day does so every day. */
const unitDays: Readonly<Record<Recurrence['frequency'], number | null>> = {
  secondly: 1,
  minutely: 1,
  hourly: 1,
  daily: 1,
  weekly: 7,
  monthly: 31,
  yearly: 366,
  irregular: null,
};

/**
 * When the last occurrence of a series ends, epoch milliseconds; null while more may come. The rule's own end is not
 * known here: a series counts as ended where two of its turns pass by inside the window and bring nothing. That is
 * wrong for a rule with long gaps (each Monday, but only in March), so a series that goes on after all is judged again.
 *
 * @param window in which the calendar was read
 */
export function endOfSeries(
  { occurrences, occurrencesTruncated, recurrence }: Meeting,
  zone: string | null,
  window: Window | null,
): number | null {
  const days = recurrence && unitDays[recurrence.frequency];
  if (recurrence === null || days === null || window === null || occurrencesTruncated) return null;
  const ends = occurrences.map(({ end }) => instantOf(end, zone));
  const last = ends.reduce((latest, end) => (end !== null && end > (latest ?? end - 1) ? end : latest), null);
  if (last === null || ends.includes(null)) return null;
  return window.toMs - last > 2 * recurrence.interval * days * dayMs ? last : null;
}

/** True for a series that was taken for ended, and goes on. */
export function goesOn(
  { occurrences, recurrence }: Meeting,
  endMs: number | null,
  nowMs: number,
  zone: string | null,
): boolean {
  if (recurrence === null || endMs === null || endMs > nowMs) return false;
  return occurrences.some(({ counts, start }) => counts && (instantOf(start, zone) ?? 0) >= nowMs);
}
