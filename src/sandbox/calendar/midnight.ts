import { DateTime } from 'luxon';

const mostKnown = 20_000;
const known = new Map<string, number>();

/**
 * When a day begins in a zone. Remembered: lists ask for the same few days again for every page.
 *
 * @param date `YYYY-MM-DD`
 * @returns epoch milliseconds
 */
export function midnightMs(date: string, zone: string): number {
  const name = `${date} ${zone}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const ms = DateTime.fromISO(date, { zone }).toMillis();
  if (known.size >= mostKnown) known.clear();
  known.set(name, ms);
  return ms;
}
