import type { GoogleEvent } from './google-schema.ts';
import { readLength } from './ics-length.ts';
import { parseProperty } from './ics-property.ts';
import { type IcsTime, periodsOf, timesOf } from './ics-time.ts';
import type { ResourceTimes } from './resource-meeting.ts';
import { utc, type WrittenTime, type ZoneRules } from './written-time.ts';
import { zoneByName } from './zone-names.ts';

type RecurrenceLists = Required<
  Pick<ResourceTimes, 'rules' | 'excludedRules' | 'extraDates' | 'excludedDates'>
>;

/**
 * The `recurrence` of a Google event: content lines of RFC 5545 without DTSTART and DTEND, so the same words
 * as in an .ics file. Lines that cannot be read are left out and named.
 *
 * @param seriesZone the zone that lines without TZID are in
 */
export function readGoogleRecurrence(
  lines: GoogleEvent['recurrence'],
  seriesZone: ZoneRules,
): RecurrenceLists & { readonly unreadable: readonly string[] } {
  const properties = lines.map((text) => ({ text, property: parseProperty({ text, line: 1, cut: false }) }));
  const named = (name: string) =>
    properties.flatMap(({ property }) => (property?.name === name ? property : []));
  const written = (time: IcsTime): WrittenTime => ({ wallMs: time.wallMs, zone: zoneOf(time, seriesZone) });
  return {
    rules: named('RRULE').map((property) => property.raw),
    excludedRules: named('EXRULE').map((property) => property.raw),
    excludedDates: named('EXDATE').flatMap(timesOf).map(written),
    extraDates: named('RDATE')
      .flatMap(periodsOf)
      .map(({ start, end, duration }) => {
        const from = written(start);
        const own = end !== null || duration !== null;
        return { start: from, length: own ? readLength(from, end && written(end), duration).length : null };
      }),
    unreadable: properties.flatMap(({ text, property }) => (property === null ? text : [])),
  };
}

function zoneOf(time: IcsTime, seriesZone: ZoneRules): ZoneRules {
  if (time.form === 'date') return { kind: 'date' };
  if (time.form === 'utc') return utc;
  return time.tzid === null ? seriesZone : (zoneByName(time.tzid) ?? { kind: 'unknown', text: time.tzid });
}
