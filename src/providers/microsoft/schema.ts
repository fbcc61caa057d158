import { z } from 'zod';
import { graphEvent, isHiddenFromOthers } from '../formats/graph-schema.ts';
import { flag, list, part, text } from '../formats/lenient-schema.ts';

/** Id under which the gate marks what it created (a string in a set of properties of its own). */
export const gateKeyProperty = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name GatekeeperKey';

const wanted = z.boolean().catch(true).default(true);
const property = z.object({ id: z.string(), value: text });

const event = graphEvent.extend({
  '@odata.etag': text,
  seriesMasterId: text,
  transactionId: text,
  responseRequested: wanted,
  allowNewTimeProposals: wanted,
  hideAttendees: flag,
  singleValueExtendedProperties: list(property),
});

type AnyEvent = z.output<typeof event>;

/** The text of a private entry ends here, so that nothing else ever sees it. */
function withoutPrivateText(read: AnyEvent): AnyEvent {
  if (!isHiddenFromOthers(read)) return read;
  return { ...read, subject: null, body: null, bodyPreview: null, location: null, categories: [] };
}

/** An event of Graph as the provider reads it, in whatever answer it comes. */
export const outlookEvent = event.transform(withoutPrivateText);
export type OutlookEvent = z.output<typeof outlookEvent>;

/** A series with what is not as its rule says. */
export const outlookSeries = event
  .extend({ exceptionOccurrences: list(outlookEvent) })
  .transform((read) => ({ ...read, ...withoutPrivateText(read) }));
export type OutlookSeries = z.output<typeof outlookSeries>;

/** A link that cannot be read is not the end of a list: what lies behind it would seem to be gone. */
const link = z.string().nullable().default(null);

/** A page of a list. Entries are read one by one, so that one that is unreadable costs only itself. */
export const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': link,
  '@odata.deltaLink': link,
});

export const eventList = z.object({ value: list(outlookEvent) });

const moment = z.object({ dateTime: z.string(), timeZone: text });

/** Answer of `calendar/getSchedule`. Nothing in it is left out silently: an unread item would look like free time. */
export const schedules = z.object({
  value: list(
    z.object({
      scheduleId: z.string(),
      error: z.object({ responseCode: text }).nullable().catch({ responseCode: 'unreadable' }).default(null),
      scheduleItems: z
        .array(z.object({ status: text, start: moment, end: moment }))
        .nullable()
        .catch(null)
        .default(null),
    }),
  ),
});

const timeZoneBase = part({
  name: text,
  /** Minutes to add to local time to get UTC. */
  bias: z.number().nullable().catch(null).default(null),
  daylightOffset: part({ daylightBias: z.number().nullable().catch(null).default(null) }),
});

export const mailboxSettings = z.object({
  timeZone: text,
  workingHours: part({
    daysOfWeek: list(z.string()),
    startTime: text,
    endTime: text,
    timeZone: timeZoneBase,
  }),
});

export const subscription = z.object({ id: z.string().min(1), expirationDateTime: z.string() });
export const user = z.object({ id: z.string().min(1) });
export const driveItem = z.object({ id: z.string().min(1), webUrl: z.string() });

/** One notification of a batch; lifecycle notifications have no `changeType`. */
export const notification = z.object({
  subscriptionId: z.string().min(1),
  clientState: text,
  changeType: text,
  lifecycleEvent: text,
});
