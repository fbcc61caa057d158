import { DateTime } from 'luxon';

/** What the wall clock of a zone shows. */
interface ClockReading {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** ISO weekday, 1 is Monday. */
  readonly weekday: number;
  /** Minutes since midnight as the clock shows them, 0 to 1439. */
  readonly minute: number;
}

const readings = new Map<string, Map<number, ClockReading>>();

/** Asks luxon for every single minute (epoch milliseconds) that it has not been asked for before in this zone. */
export function readClock(zone: string, ms: number): ClockReading {
  const ofZone = readings.get(zone) ?? new Map<number, ClockReading>();
  const known = ofZone.get(ms);
  if (known) return known;
  const reading = askLuxon(zone, ms);
  readings.set(zone, ofZone.set(ms, reading));
  return reading;
}

function askLuxon(zone: string, ms: number): ClockReading {
  const local = DateTime.fromMillis(ms, { zone });
  const date = local.toISODate();
  if (date === null) throw new RangeError(`luxon knows no ${ms} in ${zone}`);
  return { date, weekday: local.weekday, minute: local.hour * 60 + local.minute };
}

/** Forgets all readings: a reading a minute for thousands of groups would fill the memory. */
export function forgetReadings(): void {
  readings.clear();
}

const hourMs = 3_600_000;

/** Instants (epoch milliseconds) of a year at which the clocks of a zone change, to the minute. */
export function clockChanges(zone: string, year: number): number[] {
  const offsetAt = (ms: number): number => DateTime.fromMillis(ms, { zone }).offset;
  const changes: number[] = [];
  const step = 7 * 24 * hourMs;
  for (let from = Date.UTC(year, 0); from < Date.UTC(year + 1, 0); from += step) {
    let [before, after] = [from, from + step];
    if (offsetAt(before) === offsetAt(after)) continue;
    while (after - before > 60_000) {
      const middle = Math.floor((before + after) / 120_000) * 60_000;
      if (offsetAt(middle) === offsetAt(before)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}
