import { z } from 'zod';
import { flag, list, part, text } from './lenient-schema.ts';

const time = part({ date: text, dateTime: text, timeZone: text });

/** One entry of a guest list. */
export const googleAttendee = z.object({
  email: text,
  displayName: text,
  organizer: flag,
  self: flag,
  resource: flag,
  optional: flag,
  responseStatus: text,
});

/**
 * The fields of a Google Calendar event that are read.
 * Source: developers.google.com/workspace/calendar/api/v3/reference/events
 */
export const googleEvent = z.object({
  id: text,
  iCalUID: text,
  status: text,
  created: text,
  summary: text,
  description: text,
  location: text,
  organizer: part({ email: text, displayName: text, self: flag }),
  start: time,
  end: time,
  recurrence: list(z.string()),
  recurringEventId: text,
  originalStartTime: time,
  transparency: text,
  visibility: text,
  attendees: list(googleAttendee),
  attendeesOmitted: flag,
  hangoutLink: text,
  conferenceData: part({ entryPoints: list(z.object({ entryPointType: text, uri: text })) }),
  attachments: list(z.unknown()),
  eventType: text,
});

/** Whether only the owner may read an event. A word that Google does not document hides more rather than less. */
export function isHiddenFromOthers({ visibility }: { readonly visibility: string | null }): boolean {
  return visibility !== null && visibility !== 'default' && visibility !== 'public';
}

export type GoogleEvent = z.output<typeof googleEvent>;
export type GoogleTime = GoogleEvent['start'];

/** The fields that tie an instance to its series; what lacks them is no instance. */
export const googleInstance = z.object({ recurringEventId: z.string(), originalStartTime: time });
