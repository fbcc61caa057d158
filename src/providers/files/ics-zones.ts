import ICAL from 'ical.js';
import type { ContentLine } from '../formats/content-lines.ts';
import { parseProperty, propertyName } from '../formats/ics-property.ts';
import type { IcsTime } from '../formats/ics-time.ts';
import { utc, type WrittenTime, type ZoneRules } from '../formats/written-time.ts';
import { ianaName, zoneByName } from '../formats/zone-names.ts';
import type { IcsCalendar } from './ics-components.ts';

const custom = new WeakMap<IcsCalendar, ReadonlyMap<string, ZoneRules>>();

/**
 * A time of the file with the rules of its zone. A TZID that is an IANA or Windows name is that zone by the
 * database of the runtime, even beside a VTIMEZONE, whose rules are often years old; a VTIMEZONE decides only
 * where the name says nothing.
 */
export function inZoneOfFile(time: IcsTime, calendar: IcsCalendar): WrittenTime {
  return { wallMs: time.wallMs, zone: zoneOfTime(time, calendar) };
}

/** The zone of the whole calendar, an IANA name; null where it states none that is known. */
export function calendarZoneOf(calendar: IcsCalendar): string | null {
  return ianaName(calendar.properties.get('X-WR-TIMEZONE'));
}

function zoneOfTime(time: IcsTime, calendar: IcsCalendar): ZoneRules {
  if (time.form === 'date') return { kind: 'date' };
  if (time.form === 'utc') return utc;
  if (time.tzid === null) return { kind: 'floating' };
  return (
    exactZone(time.tzid) ??
    customZones(calendar).get(time.tzid) ??
    zoneByName(time.tzid) ?? { kind: 'unknown', text: time.tzid }
  );
}

/** Names of a database or an offset are certain; a display name yields to the file's own rules. */
function exactZone(tzid: string): ZoneRules | null {
  return /[,()]/.test(tzid) ? null : zoneByName(tzid);
}

function customZones(calendar: IcsCalendar): ReadonlyMap<string, ZoneRules> {
  const known = custom.get(calendar);
  if (known !== undefined) return known;
  const zones = new Map(calendar.timeZones.flatMap((lines) => readTimeZone(lines) ?? []));
  custom.set(calendar, zones);
  return zones;
}

function readTimeZone(lines: readonly ContentLine[]): [[string, ZoneRules]] | null {
  const tzidLine = lines.find((line) => propertyName(line.text) === 'TZID');
  const tzid = tzidLine === undefined ? undefined : parseProperty(tzidLine)?.values[0];
  if (tzid === undefined || !lines.filter((line) => /^RRULE/i.test(line.text)).every(isYearly)) return null;
  try {
    const component = new ICAL.Component(ICAL.parse(lines.map((line) => line.text).join('\r\n')));
    const zone = new ICAL.Timezone({ component, tzid });
    // Reads the rules once, so that a VTIMEZONE that cannot be read fails here and not for every event.
    zone.utcOffset(new ICAL.Time({ year: 2000, month: 1, day: 1 }, ICAL.Timezone.localTimezone));
    return [[tzid, { kind: 'custom', zone }]];
  } catch {
    return null;
  }
}

/** ical.js writes out every change of a VTIMEZONE, so only rules that change once a year are let through. */
function isYearly({ text }: ContentLine): boolean {
  return (
    /FREQ=YEARLY/i.test(text) &&
    !/BY(?:HOUR|MINUTE|SECOND|YEARDAY|WEEKNO)=/i.test(text) &&
    /BYMONTH=\d+(?:;|$)/i.test(text)
  );
}
