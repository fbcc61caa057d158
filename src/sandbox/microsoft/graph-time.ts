import { DateTime } from 'luxon';
import type { EventMoment } from '../calendar/event-copy.ts';
import { isRefusal, type Refusal, refuse } from './errors.ts';
import { type Preferences, readZone } from './preferences.ts';

/** Graph `dateTimeTimeZone`. */
export interface GraphTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** What `Edm.DateTimeOffset` can say, less a year at each end for zones and occurrences. */
const firstMs = Date.parse('0002-01-01T00:00:00Z');
const lastMs = Date.parse('9998-12-31T00:00:00Z');

/** The time that Graph shows where something never happened. */
export const neverTime = '0001-01-01T00:00:00Z';

type ZonePreference = Pick<Preferences, 'zone' | 'zoneName'>;

/** Wall-clock time with seven digits after the second and no offset, in the zone that the client asked for. */
export function graphTime(ms: number, { zone, zoneName }: ZonePreference): GraphTime {
  const wall =
    zone === 'UTC'
      ? new Date(ms).toISOString().slice(0, 23)
      : DateTime.fromMillis(ms, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS");
  return { dateTime: `${wall}0000`, timeZone: zoneName };
}

/** Whole days float: midnight in whatever zone was asked for. */
export function graphMoment(moment: EventMoment, preferences: ZonePreference): GraphTime {
  return moment.kind === 'instant'
    ? graphTime(moment.ms, preferences)
    : { dateTime: `${moment.date}T00:00:00.0000000`, timeZone: preferences.zoneName };
}

/** `Edm.DateTimeOffset` in UTC. */
export function utcText(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** A `dateTimeTimeZone` of a client; where the text carries an offset of its own, that one holds. */
export function readGraphTime(
  time: { readonly dateTime: string; readonly timeZone: string | null },
  field: string,
): { readonly ms: number; readonly zone: string } | Refusal {
  const zone = readZone(time.timeZone ?? 'UTC');
  if (isRefusal(zone)) return zone;
  const ms = DateTime.fromISO(time.dateTime.slice(0, 64), { zone }).toMillis();
  return Number.isNaN(ms) || ms < firstMs || ms > lastMs
    ? refuse(400, 'ErrorPropertyValidationFailure', `The value of '${field}' is not a date and time.`)
    : { ms, zone };
}

/** `startDateTime` and `endDateTime` of a calendar view: ISO 8601, UTC where no offset is written. Epoch ms. */
export function readViewTime(text: string | null, name: string): number | Refusal {
  if (text === null)
    return refuse(
      400,
      'ErrorInvalidParameter',
      `This request requires a time window specified by the query string parameter ${name}.`,
    );
  // A literal + of an offset arrives as a space.
  const ms = DateTime.fromISO(text.slice(0, 64).replace(' ', '+'), { zone: 'UTC' }).toMillis();
  return Number.isNaN(ms)
    ? refuse(400, 'ErrorInvalidParameter', `The value of the query string parameter ${name} is not a time.`)
    : ms;
}
