import { isDeepStrictEqual } from 'node:util';
import type { EventCopy, EventException, EventFields, EventInstance } from './event-copy.ts';
import { followed, type IsOwner, type MainAddress, reopened, rewritten } from './guest-list.ts';
import { ruleMs } from './recurrence-set.ts';

type OccurrenceFields = Partial<Omit<EventFields, 'recurrence'>>;

/** True for another start, end or rule; dates that are left out or added (EXDATE, RDATE) are none of them. */
export function isNewTime(before: EventFields, after: EventFields): boolean {
  return isNewStartOrRule(before, after) || !isDeepStrictEqual(before.end, after.end);
}

/** Then no exception fits any more: both calendars drop them. */
export function isNewStartOrRule(before: EventFields, after: EventFields): boolean {
  return !isDeepStrictEqual(before.start, after.start) || !isDeepStrictEqual(rulesOf(before), rulesOf(after));
}

/** True where something else than the guest list is another. */
export function isFullUpdate(before: EventFields, after: EventFields): boolean {
  return !isDeepStrictEqual({ ...before, guests: [] }, { ...after, guests: [] });
}

/** The organizer's copy after a change of the whole, before anybody's answer is opened again. */
export function changedWhole(
  copy: EventCopy,
  change: Partial<EventFields>,
  nameOf: MainAddress,
  fits: (fields: EventFields, startMs: number) => boolean,
): EventCopy {
  const before = copy.fields;
  const guests = change.guests
    ? rewritten(before.guests, change.guests, nameOf, copy.mailbox)
    : before.guests;
  const fields = { ...before, ...change, guests };
  const isSequel = isNewTime(before, fields) || fields.cancelled !== before.cancelled;
  const sequence = copy.sequence + (isSequel ? 1 : 0);
  if (isNewStartOrRule(before, fields)) return { ...copy, fields, exceptions: {}, sequence };
  const kept = Object.values(copy.exceptions)
    .filter(({ originalStart }) => fits(fields, startMsOf(originalStart)))
    .map((exception) => [exception.originalStart, withGuests(exception, before, fields, nameOf)] as const);
  return { ...copy, fields, exceptions: Object.fromEntries(kept), sequence };
}

/** The fields of an exception after a change of one occurrence; guests are written as for the whole. */
export function changedOccurrence(
  before: EventInstance,
  known: OccurrenceFields,
  change: OccurrenceFields,
  nameOf: MainAddress,
): OccurrenceFields {
  if (!change.guests) return { ...known, ...change };
  const { fields, copy } = before;
  return { ...known, ...change, guests: rewritten(fields.guests, change.guests, nameOf, copy.mailbox) };
}

/** Opens the answers of everybody but `kept`, in the series and in its exceptions. */
export function withOpenAnswers(copy: EventCopy, kept: IsOwner): EventCopy {
  const exceptions = Object.entries(copy.exceptions).map(([key, exception]) => {
    const { guests } = exception.fields;
    const fields = guests ? { ...exception.fields, guests: reopened(guests, kept) } : exception.fields;
    return [key, { ...exception, fields }] as const;
  });
  const fields = { ...copy.fields, guests: reopened(copy.fields.guests, kept) };
  return { ...copy, fields, exceptions: Object.fromEntries(exceptions) };
}

function withGuests(
  exception: EventException,
  before: EventFields,
  after: EventFields,
  nameOf: MainAddress,
): EventException {
  const { guests } = exception.fields;
  if (!guests || before.guests === after.guests) return exception;
  return {
    ...exception,
    fields: { ...exception.fields, guests: followed(guests, before.guests, after.guests, nameOf) },
  };
}

function rulesOf({ recurrence }: EventFields): readonly string[] {
  return recurrence.filter((line) => !/^(EXDATE|RDATE)/i.test(line));
}

/** Keys of days are midnights in UTC, as `ruleMs` has them. */
function startMsOf(key: string): number {
  const date = `${key.slice(0, 4)}-${key.slice(4, 6)}-${key.slice(6, 8)}`;
  if (key.length === 8) return ruleMs({ kind: 'date', date });
  return Date.parse(`${date}T${key.slice(9, 11)}:${key.slice(11, 13)}:${key.slice(13, 15)}Z`);
}
