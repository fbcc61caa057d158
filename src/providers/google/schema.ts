import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import { z } from 'zod';
import { googleAttendee, googleEvent, isHiddenFromOthers } from '../formats/google-schema.ts';
import { list, part, text } from '../formats/lenient-schema.ts';

/** Names of the private extended properties that the gate writes. At most 44 characters, or Google drops them. */
export const gateKeyProperty = 'gatekeeperKey';
export const gateKindProperty = 'gatekeeperKind';

const fields = googleEvent.extend({
  id: z.string().min(1),
  etag: text,
  /** Absent means true. */
  guestsCanSeeOtherGuests: z.boolean().catch(true).default(true),
  attendees: list(googleAttendee.extend({ comment: text })),
  extendedProperties: part({ private: part({ [gateKeyProperty]: text, [gateKindProperty]: text }) }),
});

/** An event of a mailbox. The text of a private one ends here. */
export const eventResource = fields.transform((event) =>
  isHiddenFromOthers(event) ? withoutText(event) : event,
);

export type EventResource = z.output<typeof eventResource>;
export type EventAttendee = EventResource['attendees'][number];

function withoutText(event: z.output<typeof fields>): z.output<typeof fields> {
  return {
    ...event,
    summary: null,
    description: null,
    location: null,
    attendees: event.attendees.map((attendee) => ({ ...attendee, comment: null })),
  };
}

/** One page of events. The items are read one by one, so that a broken one costs only itself. */
export const eventPage = z.object({
  items: z.array(z.unknown()).default([]),
  nextPageToken: text,
  nextSyncToken: text,
  timeZone: text,
});

/** A guest list to be written back whole: every entry goes back as it came, with fields that nobody reads here. */
export const fullGuestList = z.object({
  etag: z.string(),
  attendeesOmitted: z.boolean().default(false),
  guestsCanSeeOtherGuests: z.boolean().default(true),
  attendees: z.array(z.custom<calendar_v3.Schema$EventAttendee>(isObject)),
});

function isObject(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null;
}

const instant = z.iso.datetime({ offset: true }).transform((words) => Date.parse(words));

/** An error in whatever words is one. */
const calendarError = z.object({ reason: text }).catch({ reason: null });

/** What one calendar answers. Times are null where a part of them cannot be read: what is not understood is never free. */
const calendarTimes = z.object({
  busy: z
    .array(z.object({ start: instant, end: instant }).refine(({ start, end }) => start <= end))
    .nullable()
    .catch(null)
    .default(null),
  errors: z
    .array(calendarError)
    .catch([{ reason: null }])
    .default([]),
});

export type CalendarTimes = z.output<typeof calendarTimes>;

export const freeBusyAnswer = z.object({
  calendars: z.record(z.string(), calendarTimes.catch({ busy: null, errors: [] })),
});

/** A channel as `watch` answers; times are epoch milliseconds in words. */
export const channel = z.object({
  id: z.string(),
  resourceId: z.string(),
  expiration: z.coerce.number().int().positive(),
});

export const setting = z.object({ value: text });

export const foundFiles = z.object({ files: z.array(z.object({ id: z.string(), webViewLink: text })) });
export const createdFile = z.object({ id: z.string(), webViewLink: text });
export const documentState = z.object({
  revisionId: text,
  body: z.object({ content: z.array(z.object({ endIndex: z.number().default(0) })) }),
});

/** Answers of which nothing is read. */
export const anything = z.unknown();
