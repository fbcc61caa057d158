import { RRuleTemporal } from 'rrule-temporal';
import type { EventFields, EventMoment } from '../calendar/event-copy.ts';
import { isPossibleRecurrence } from '../calendar/recurrence-set.ts';
import { found, type Outcome, refused } from './calendar-access.ts';
import { invalid, required, timeRangeEmpty } from './errors.ts';
import type { EventBody } from './event-body.ts';
import { type EventDateTime, momentMs, readMoment, writeMoment } from './moments.ts';

type Times = Pick<EventFields, 'start' | 'end' | 'recurrence'>;

/**
 * The times after a write.
 *
 * @param before times until now, into which a partial start or end is merged; null for a new event
 * @param calendarZone IANA zone of times that name neither zone
 */
export function readTimes(body: EventBody, before: Times | null, calendarZone: string): Outcome<Times> {
  const start = readOne('start', body.start, before?.start ?? null, calendarZone);
  if (!start.ok) return start;
  const end = readOne('end', body.end, before?.end ?? null, calendarZone);
  if (!end.ok) return end;
  const recurrence = body.recurrence === undefined ? (before?.recurrence ?? []) : (body.recurrence ?? []);
  if (start.value.kind !== end.value.kind) {
    return refused(invalid('Start and end times must either both be date or both be dateTime.'));
  }
  const lengthMs = momentMs(end.value, 'utc') - momentMs(start.value, 'utc');
  // A timed event may be without length, a day may not.
  if (lengthMs < 0 || (lengthMs === 0 && start.value.kind === 'date')) return refused(timeRangeEmpty('end'));
  const timed = start.value.kind === 'instant';
  const zoneKnown = Boolean(body.start?.timeZone) || before?.start.kind === 'instant';
  if (recurrence.length > 0 && timed && !zoneKnown) {
    return refused(required('Missing time zone definition for start time.'));
  }
  const wrong = recurrence.find((line) => !isRecurrenceLine(line));
  if (wrong !== undefined) return refused(invalid(`Invalid recurrence rule: ${wrong.slice(0, 80)}`));
  if (!isPossibleRecurrence(start.value, recurrence)) return refused(invalid('Invalid recurrence date.'));
  return found({ start: start.value, end: end.value, recurrence });
}

function readOne(
  name: 'start' | 'end',
  written: EventDateTime | null | undefined,
  before: EventMoment | null,
  calendarZone: string,
): Outcome<EventMoment> {
  if (!written) return before === null ? refused(required(`Missing ${name} time.`)) : found(before);
  const known = before === null || written.date ? {} : writeMoment(before, momentZone(before, calendarZone));
  const merged = written.dateTime ? { ...known, date: null, ...written } : { ...known, ...written };
  const moment = readMoment(merged, calendarZone);
  return typeof moment === 'string' ? refused(invalid(`${moment} (${name} time)`, name)) : found(moment);
}

function momentZone(moment: EventMoment, calendarZone: string): string {
  return moment.kind === 'instant' ? moment.zone : calendarZone;
}

/** RRULE, EXRULE, RDATE and EXDATE lines. No calendar repeats within a day. DTSTART and DTEND have their own fields. */
function isRecurrenceLine(line: string): boolean {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon).split(';', 1)[0]?.toUpperCase();
  const value = line.slice(colon + 1);
  if (colon < 0 || value === '') return false;
  if (name === 'RDATE' || name === 'EXDATE') return /^[\dTZ/P,WDHMS]+$/i.test(value);
  if (name !== 'RRULE' && name !== 'EXRULE') return false;
  return /^(?:.*;)?FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)/i.test(value) && isRule(value);
}

function isRule(value: string): boolean {
  try {
    new RRuleTemporal({ rruleString: `DTSTART:20260105T090000Z\nRRULE:${value}` });
    return true;
  } catch {
    return false;
  }
}
