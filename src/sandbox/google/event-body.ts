import { z } from 'zod';
import { found, type Outcome, refused } from './calendar-access.ts';
import { invalid } from './errors.ts';

const time = z.object({
  date: z.string().nullish(),
  dateTime: z.string().nullish(),
  timeZone: z.string().nullish(),
});
const answers = z.enum(['needsAction', 'declined', 'tentative', 'accepted']);

const attendee = z.object({
  email: z.string().nullish(),
  displayName: z.string().nullish(),
  optional: z.boolean().nullish(),
  resource: z.boolean().nullish(),
  responseStatus: answers.nullish(),
  comment: z.string().nullish(),
});

const properties = z.record(z.string(), z.string().nullable());
const declineMode = z.enum([
  'declineNone',
  'declineAllConflictingInvitations',
  'declineOnlyNewConflictingInvitations',
]);

const eventBody = z.object({
  id: z.string().nullish(),
  iCalUID: z.string().nullish(),
  status: z.enum(['confirmed', 'tentative', 'cancelled']).nullish(),
  summary: z.string().nullish(),
  description: z.string().nullish(),
  location: z.string().nullish(),
  start: time.nullish(),
  end: time.nullish(),
  recurrence: z.array(z.string()).nullish(),
  attendees: z.array(attendee).nullish(),
  attendeesOmitted: z.boolean().nullish(),
  transparency: z.enum(['opaque', 'transparent']).nullish(),
  visibility: z.enum(['default', 'public', 'private', 'confidential']).nullish(),
  guestsCanSeeOtherGuests: z.boolean().nullish(),
  extendedProperties: z.object({ private: properties.nullish(), shared: properties.nullish() }).nullish(),
  reminders: z
    .object({
      useDefault: z.boolean().nullish(),
      overrides: z
        .array(z.object({ method: z.string(), minutes: z.int().min(0).max(40_320) }))
        .max(5)
        .nullish(),
    })
    .nullish(),
  attachments: z
    .array(z.object({ fileUrl: z.string(), title: z.string().nullish(), mimeType: z.string().nullish() }))
    .max(25)
    .nullish(),
  conferenceData: z.object({ createRequest: z.object({ requestId: z.string() }).nullish() }).nullish(),
  eventType: z
    .enum(['default', 'focusTime', 'outOfOffice', 'workingLocation', 'birthday', 'fromGmail'])
    .nullish(),
  focusTimeProperties: z
    .object({
      autoDeclineMode: declineMode.nullish(),
      declineMessage: z.string().nullish(),
      chatStatus: z.enum(['available', 'doNotDisturb']).nullish(),
    })
    .nullish(),
  outOfOfficeProperties: z
    .object({ autoDeclineMode: declineMode.nullish(), declineMessage: z.string().nullish() })
    .nullish(),
  workingLocationProperties: z
    .object({
      type: z.enum(['homeOffice', 'officeLocation', 'customLocation']),
      homeOffice: z.unknown().optional(),
      officeLocation: z.record(z.string(), z.string()).nullish(),
      customLocation: z.object({ label: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

/** The writable fields of an event. Absent: not spoken of. Null: cleared. Read-only and unknown ones are ignored. */
export type EventBody = z.output<typeof eventBody>;

/** @returns 400 `invalid` with the first field of a wrong type or value */
export function readEventBody(body: unknown): Outcome<EventBody> {
  const read = eventBody.safeParse(body ?? {});
  if (read.success) return found(read.data);
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? 'event';
  return refused(invalid(`Invalid value for: ${place || 'event'} (${issue?.message ?? 'wrong type'})`));
}
