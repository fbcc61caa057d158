import type { Meeting } from '../../core/meeting/meeting.ts';
import { foldAttendees, textOrNull } from '../formats/attendees.ts';
import { htmlToPlainText } from '../formats/html-text.ts';
import { type IcsProperty, parseProperty, propertyName } from '../formats/ics-property.ts';
import { type IcsPeriod, type IcsTime, periodsOf, timesOf } from '../formats/ics-time.ts';
import { maxListEntries, maxTextChars } from '../formats/limits.ts';
import type { IcsCalendar, IcsComponent } from './ics-components.ts';
import { readAttendee, readOrganizer } from './ics-people.ts';

interface DroppedLine {
  readonly line: number;
  /** Holds nothing of the line's value, so that lines of one kind say the same. */
  readonly what: string;
}

/** A VEVENT in our words: everything that one line of the answer needs, and nothing else, since a file may hold many. */
export interface IcsEvent {
  readonly line: number;
  readonly calendar: IcsCalendar;
  readonly uid: string | null;
  readonly sequence: number;
  readonly recurrenceId: IcsTime | null;
  readonly thisAndFuture: boolean;
  readonly start: IcsTime;
  readonly end: IcsTime | null;
  readonly duration: string | null;
  readonly rules: readonly string[];
  readonly excludedRules: readonly string[];
  readonly extraDates: readonly IcsPeriod[];
  readonly excludedDates: readonly IcsTime[];
  readonly fields: IcsFields;
  /** Lines that were left out, or understood only in part. */
  readonly dropped: readonly DroppedLine[];
}

/** The part of a meeting that does not depend on time. */
type IcsFields = Pick<
  Meeting,
  | 'summary'
  | 'description'
  | 'location'
  | 'categories'
  | 'status'
  | 'busy'
  | 'entryType'
  | 'isPrivate'
  | 'organizer'
  | 'attendees'
  | 'conferenceUrl'
  | 'hasAttachments'
  | 'createdMs'
>;

type PropertiesByName = ReadonlyMap<string, readonly IcsProperty[]>;

const readProperties: ReadonlySet<string> = new Set([
  ...[
    'UID',
    'SEQUENCE',
    'RECURRENCE-ID',
    'DTSTART',
    'DTEND',
    'DURATION',
    'RRULE',
    'EXRULE',
    'RDATE',
    'EXDATE',
  ],
  ...['SUMMARY', 'DESCRIPTION', 'X-ALT-DESC', 'LOCATION', 'CATEGORIES', 'STATUS', 'TRANSP', 'CLASS'],
  ...['ORGANIZER', 'ATTENDEE', 'ATTACH', 'CREATED', 'DTSTAMP', 'CONFERENCE', 'X-GOOGLE-CONFERENCE'],
  ...['X-MICROSOFT-CDO-BUSYSTATUS', 'X-MICROSOFT-SKYPETEAMSMEETINGURL'],
]);

const dateProperties: ReadonlySet<string> = new Set(['DTEND', 'RECURRENCE-ID', 'RDATE', 'EXDATE']);

/** Reads a VEVENT; null where it has no DTSTART that can be read. */
export function readIcsEvent(component: IcsComponent): IcsEvent | null {
  const { properties, dropped } = collectProperties(component);
  const start = firstTime(properties, 'DTSTART');
  if (start === null) return null;
  const recurrenceId = properties.get('RECURRENCE-ID')?.[0];
  return {
    line: component.line,
    calendar: component.calendar,
    uid: textOrNull(firstValue(properties, 'UID')?.trim()),
    sequence: Number.parseInt(firstValue(properties, 'SEQUENCE') ?? '0', 10) || 0,
    recurrenceId: recurrenceId === undefined ? null : (timesOf(recurrenceId)[0] ?? null),
    thisAndFuture: recurrenceId?.parameters.get('range')?.toUpperCase() === 'THISANDFUTURE',
    start,
    end: firstTime(properties, 'DTEND'),
    duration: firstValue(properties, 'DURATION') ?? null,
    rules: rawValues(properties, 'RRULE'),
    excludedRules: rawValues(properties, 'EXRULE'),
    extraDates: (properties.get('RDATE') ?? []).flatMap(periodsOf).slice(0, maxListEntries),
    excludedDates: (properties.get('EXDATE') ?? []).flatMap(timesOf).slice(0, maxListEntries),
    fields: readFields(properties, component.calendar),
    dropped,
  };
}

function collectProperties(component: IcsComponent) {
  const properties = new Map<string, IcsProperty[]>();
  const dropped: DroppedLine[] = [];
  for (const line of component.lines) {
    const name = propertyName(line.text) || firstWord(line.text);
    if (!readProperties.has(name)) continue;
    const property = parseProperty(line);
    const what = problemOf(name, property);
    if (what !== null) dropped.push({ line: line.line, what });
    if (property === null) continue;
    if (!properties.get(name)?.push(property)) properties.set(name, [property]);
  }
  return { properties, dropped };
}

/** The name that a line without a colon seems to mean. */
function firstWord(text: string): string {
  return /^[a-z-]{1,40}(?=\s|$)/i.exec(text)?.[0].toUpperCase() ?? '';
}

function problemOf(name: string, property: IcsProperty | null): string | null {
  if (property === null) return `${name} line is not valid iCalendar and was left out`;
  if (dateProperties.has(name)) {
    const read = name === 'RDATE' ? periodsOf(property) : timesOf(property);
    return read.length < property.values.length ? `${name} holds a date that cannot be read` : null;
  }
  if (name !== 'ATTENDEE') return null;
  const { email, name: called } = readAttendee(property);
  return email === null && called === null ? 'ATTENDEE has neither an address nor a name' : null;
}

function readFields(properties: PropertiesByName, calendar: IcsCalendar): IcsFields {
  // RFC 5545 section 3.8.1.3: a word that is not known is to be treated as PRIVATE.
  const isPrivate = !/^(?:PUBLIC)?$/i.test(firstValue(properties, 'CLASS')?.trim() ?? '');
  const busyStatus = firstValue(properties, 'X-MICROSOFT-CDO-BUSYSTATUS')?.trim().toUpperCase();
  const free =
    firstValue(properties, 'TRANSP')?.trim().toUpperCase() === 'TRANSPARENT' || busyStatus === 'FREE';
  const people = readPeople(properties);
  return {
    summary: isPrivate ? null : textOrNull(firstValue(properties, 'SUMMARY')?.slice(0, maxTextChars)),
    description: isPrivate ? null : readDescription(properties),
    location: isPrivate ? null : textOrNull(firstValue(properties, 'LOCATION')?.slice(0, maxTextChars)),
    categories: isPrivate ? [] : readCategories(properties),
    status: readStatus(properties, calendar),
    busy: !free,
    entryType: busyStatus === 'OOF' && isAlone(people) ? 'out-of-office' : 'default',
    isPrivate,
    ...people,
    conferenceUrl: isPrivate ? null : readConference(properties),
    hasAttachments: properties.has('ATTACH'),
    createdMs: readInstant(properties, 'CREATED') ?? readInstant(properties, 'DTSTAMP'),
  };
}

type People = Pick<IcsFields, 'organizer' | 'attendees'>;

function readPeople(properties: PropertiesByName): People {
  const organizer = properties.get('ORGANIZER')?.[0];
  return {
    organizer: organizer === undefined ? null : readOrganizer(organizer),
    attendees: foldAttendees((properties.get('ATTENDEE') ?? []).map(readAttendee)),
  };
}

/** An invite always names whom it invites, so an organizer without attendees is the owner. */
function isAlone({ organizer, attendees }: People): boolean {
  return attendees.every(({ email }) => email !== null && email === organizer?.email);
}

function readDescription(properties: PropertiesByName): string | null {
  const plain = textOrNull(firstValue(properties, 'DESCRIPTION'));
  if (plain !== null) return plain.slice(0, maxTextChars);
  const html = properties
    .get('X-ALT-DESC')
    ?.find((property) => /html/i.test(property.parameters.get('fmttype') ?? ''));
  // The value is TEXT, so its commas and line breaks are escaped (RFC 5545 section 3.3.11).
  return html
    ? textOrNull(
        htmlToPlainText(html.raw.replace(/\\([\\;,nN])/g, (_, c: string) => (/n/i.test(c) ? '\n' : c))),
      )
    : null;
}

function readCategories(properties: PropertiesByName): readonly string[] {
  const values = (properties.get('CATEGORIES') ?? []).flatMap((property) => property.values);
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

function readStatus(properties: PropertiesByName, calendar: IcsCalendar): Meeting['status'] {
  const status = firstValue(properties, 'STATUS')?.trim().toUpperCase();
  if (status === 'CANCELLED' || calendar.properties.get('METHOD')?.toUpperCase() === 'CANCEL')
    return 'cancelled';
  return status === 'TENTATIVE' ? 'tentative' : 'confirmed';
}

function readConference(properties: PropertiesByName): string | null {
  const named = ['X-GOOGLE-CONFERENCE', 'CONFERENCE', 'X-MICROSOFT-SKYPETEAMSMEETINGURL'];
  const values = named.flatMap((name) => (properties.get(name) ?? []).map((property) => property.raw.trim()));
  return values.find((value) => /^https?:\/\//i.test(value)) ?? null;
}

function readInstant(properties: PropertiesByName, name: string): number | null {
  const time = firstTime(properties, name);
  // Without a zone these two are UTC by definition (RFC 5545 sections 3.8.7.1 and 3.8.7.2).
  // Google exports the year 0 (00001231T000000Z) where it does not know.
  return time === null || time.wallMs <= 0 ? null : time.wallMs;
}

function firstValue(properties: PropertiesByName, name: string): string | undefined {
  return properties.get(name)?.[0]?.values[0];
}

function rawValues(properties: PropertiesByName, name: string): readonly string[] {
  return (properties.get(name) ?? []).map((property) => property.raw.trim());
}

function firstTime(properties: PropertiesByName, name: string): IcsTime | null {
  const property = properties.get(name)?.[0];
  return property === undefined ? null : (timesOf(property)[0] ?? null);
}
