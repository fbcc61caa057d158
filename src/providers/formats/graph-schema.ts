import { z } from 'zod';
import { flag, list, part, text } from './lenient-schema.ts';

const time = part({ dateTime: text, timeZone: text });
const emailAddress = part({ name: text, address: text });
const count = z.number().int().nullable().catch(null).default(null);

const recurrence = part({
  pattern: z.object({
    type: z.string(),
    interval: z.number().int().min(1).catch(1).default(1),
    month: count,
    dayOfMonth: count,
    daysOfWeek: list(z.string()),
    firstDayOfWeek: text,
    index: text,
  }),
  range: part({
    type: text,
    startDate: text,
    endDate: text,
    recurrenceTimeZone: text,
    numberOfOccurrences: count,
  }),
});

/**
 * The fields of a Microsoft Graph event that are read.
 * Source: learn.microsoft.com/en-us/graph/api/resources/event
 */
export const graphEvent = z.object({
  id: text,
  iCalUId: text,
  subject: text,
  body: part({ contentType: text, content: text }),
  bodyPreview: text,
  location: part({ displayName: text }),
  categories: list(z.string()),
  start: time,
  end: time,
  originalStart: text,
  originalStartTimeZone: text,
  isAllDay: flag,
  isCancelled: flag,
  isOrganizer: flag,
  type: text,
  showAs: text,
  sensitivity: text,
  organizer: part({ emailAddress }),
  attendees: list(z.object({ type: text, status: part({ response: text }), emailAddress })),
  responseStatus: part({ response: text }),
  recurrence,
  onlineMeeting: part({ joinUrl: text }),
  onlineMeetingUrl: text,
  hasAttachments: flag,
  createdDateTime: text,
  '@removed': z.unknown().optional(),
});

export type GraphEvent = z.output<typeof graphEvent>;
/** Whether only the owner may read an event. A word that Graph does not document hides more rather than less. */
export function isHiddenFromOthers({ sensitivity }: Pick<GraphEvent, 'sensitivity'>): boolean {
  const word = sensitivity?.toLowerCase() ?? 'normal';
  return word !== 'normal' && word !== 'personal';
}

export type GraphTime = GraphEvent['start'];
export type GraphRecurrence = NonNullable<GraphEvent['recurrence']>;
