import { z } from 'zod';
import { openAnswer } from '../calendar/blank-event.ts';
import type { EventFields, EventMoment, Guest, OwnFields } from '../calendar/event-copy.ts';
import { isPossibleRecurrence } from '../calendar/recurrence-set.ts';
import { isRefusal, type Refusal, refuse } from './errors.ts';
import { readGraphTime } from './graph-time.ts';
import { recurrenceInput, toRule } from './recurrence.ts';
import { ianaZone } from './zone-names.ts';

/** Guests of one event (microsoft.md 3.1). */
const maxAttendees = 500;

const time = z.object({
  dateTime: z.string().max(64),
  timeZone: z.string().max(200).nullable().default(null),
});
const emailAddress = z.object({ address: z.string().max(320), name: z.string().nullish() });
const attendee = z.object({
  emailAddress,
  type: z.enum(['required', 'optional', 'resource']).default('required'),
});

/** What a client may write of an event; unknown properties are passed over. */
const eventBody = z.object({
  subject: z.string().nullish(),
  body: z
    .object({ contentType: z.string().toLowerCase().default('text'), content: z.string().nullish() })
    .optional(),
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  start: time.optional(),
  end: time.optional(),
  isAllDay: z.boolean().optional(),
  recurrence: recurrenceInput.nullish(),
  attendees: z.array(attendee).max(maxAttendees).optional(),
  importance: z.enum(['low', 'normal', 'high']).optional(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).optional(),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']).optional(),
  responseRequested: z.boolean().nullish(),
  allowNewTimeProposals: z.boolean().nullish(),
  hideAttendees: z.boolean().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  isReminderOn: z.boolean().nullish(),
  reminderMinutesBeforeStart: z.number().int().min(0).nullish(),
  categories: z.array(z.string().max(255)).max(100).optional(),
  transactionId: z.string().max(255).nullish(),
  singleValueExtendedProperties: z
    .array(z.object({ id: z.string().max(400), value: z.string().nullable() }))
    .max(100)
    .optional(),
});

export type EventBody = z.output<typeof eventBody>;

export function readEventBody(body: unknown): EventBody | Refusal {
  const parsed = eventBody.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.').slice(0, 100) ?? '';
  return refuse(
    400,
    'RequestBodyRead',
    `Cannot read the property '${field}' of the event: ${issue?.message ?? 'it is not valid'}.`,
  );
}

/** Fields that travel with the invitation. Those that the body does not name stay as they are in `present`. */
export function sharedChange(body: EventBody, present: EventFields | null): Partial<EventFields> | Refusal {
  const when = readWhen(body, present);
  if (isRefusal(when)) return when;
  const recurrence = readRecurrence(body, when?.start ?? present?.start ?? null);
  if (isRefusal(recurrence)) return recurrence;
  return withoutUndefined({
    ...when,
    recurrence,
    summary: body.subject === undefined ? undefined : (body.subject ?? ''),
    body: body.body && {
      kind: body.body.contentType === 'html' ? ('html' as const) : ('text' as const),
      content: body.body.content ?? '',
    },
    location: body.location === undefined ? undefined : (body.location?.displayName ?? ''),
    guests: body.attendees?.map((entry) => toGuest(entry, present?.guests ?? [])),
    importance: body.importance,
    visibility: body.sensitivity && visibilities[body.sensitivity],
    answersRequested: body.responseRequested ?? undefined,
    proposalsAllowed: body.allowNewTimeProposals ?? undefined,
    guestListHidden: body.hideAttendees ?? undefined,
  });
}

/** Fields that only the owner of the copy sees, without extended properties. */
export function ownChange(
  body: EventBody,
  present: OwnFields | null,
): Partial<Omit<OwnFields, 'privateProperties'>> {
  const minutes = body.reminderMinutesBeforeStart ?? present?.reminderMinutes ?? 15;
  const touchesReminder = body.isReminderOn != null || body.reminderMinutesBeforeStart != null;
  const isOn = body.isReminderOn ?? present?.reminderMinutes !== null;
  return withoutUndefined({
    showAs: body.showAs,
    categories: body.categories,
    reminderMinutes: touchesReminder ? (isOn ? minutes : null) : undefined,
  });
}

const visibilities = {
  normal: 'default',
  personal: 'private',
  private: 'private',
  confidential: 'confidential',
} as const satisfies Record<string, EventFields['visibility']>;

/** A guest who was there before keeps the answer. */
function toGuest({ emailAddress, type }: z.output<typeof attendee>, present: readonly Guest[]): Guest {
  const address = emailAddress.address.trim().toLowerCase();
  const before = present.find((guest) => guest.address === address);
  return {
    ...openAnswer,
    ...before,
    address,
    name: emailAddress.name ?? before?.name ?? null,
    optional: type === 'optional',
    resource: type === 'resource',
  };
}

type When = Pick<EventFields, 'start' | 'end'>;

function readWhen(body: EventBody, present: EventFields | null): When | null | Refusal {
  if (body.start === undefined && body.end === undefined && body.isAllDay === undefined) return null;
  const wholeDays = body.isAllDay ?? present?.start.kind === 'date';
  const start = readMoment(body.start, present?.start, wholeDays, 'start');
  if (isRefusal(start)) return start;
  const end = readMoment(body.end, present?.end, wholeDays, 'end');
  if (isRefusal(end)) return end;
  const inOrder =
    start.kind === 'instant'
      ? end.kind === 'instant' && start.ms <= end.ms
      : end.kind === 'date' && start.date < end.date;
  return inOrder
    ? { start: inSeriesZone(start, body), end: inSeriesZone(end, body) }
    : refuse(400, 'ErrorPropertyValidationFailure', 'The end has to be after the start.');
}

/** A series repeats by the clock of `recurrenceTimeZone`, where the client names one that is known. */
function inSeriesZone(moment: EventMoment, { recurrence }: EventBody): EventMoment {
  const zone = ianaZone(recurrence?.range.recurrenceTimeZone ?? '');
  return moment.kind === 'date' || zone === null ? moment : { ...moment, zone };
}

function readMoment(
  given: EventBody['start'],
  present: EventMoment | undefined,
  wholeDays: boolean,
  field: string,
): EventMoment | Refusal {
  if (given === undefined)
    return present?.kind === (wholeDays ? 'date' : 'instant')
      ? present
      : refuse(400, 'ErrorPropertyValidationFailure', `The event needs a value of '${field}'.`);
  const read = readGraphTime(given, field);
  if (isRefusal(read)) return read;
  if (!wholeDays) return { kind: 'instant', ...read };
  return /^\d{4}-\d{2}-\d{2}(?:T00:00(?::00(?:\.0+)?)?)?$/.test(given.dateTime)
    ? { kind: 'date', date: given.dateTime.slice(0, 10) }
    : refuse(
        400,
        'ErrorPropertyValidationFailure',
        `The '${field}' of an all-day event needs to be set to midnight.`,
      );
}

function readRecurrence(
  { recurrence }: EventBody,
  start: EventMoment | null,
): readonly string[] | undefined | Refusal {
  if (recurrence === undefined) return undefined;
  if (recurrence === null || start === null) return [];
  const rule = toRule(recurrence, start);
  if (isRefusal(rule)) return rule;
  return isPossibleRecurrence(start, [rule])
    ? [rule]
    : refuse(400, 'ErrorPropertyValidationFailure', 'The recurrence has no such occurrences.');
}

type Defined<T> = { [name in keyof T]?: Exclude<T[name], undefined> };

function withoutUndefined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
