import type { Answer, Attendee, EntryType, Meeting } from '../../core/meeting/meeting.ts';
import type { ReadItem } from '../../core/meeting/reading.ts';
import { foldAttendees, plainAddress, textOrNull } from './attendees.ts';
import { readGoogleRecurrence } from './google-recurrence.ts';
import { type GoogleEvent, type GoogleTime, googleInstance, isHiddenFromOthers } from './google-schema.ts';
import { maybeHtmlToPlainText } from './html-text.ts';
import { maxTextChars } from './limits.ts';
import { note, type ReadOptions } from './read-options.ts';
import { type ResourceFields, resourceMeeting } from './resource-meeting.ts';
import { readResourceDate, readResourceTime } from './resource-time.ts';
import type { WrittenTime } from './written-time.ts';
import { ianaName } from './zone-names.ts';

/** What a list says about the Google events in it. */
export interface GoogleList {
  /** `timeZone` of the list response; null outside one. */
  readonly zone: string | null;
  /** Original starts of the changed and cancelled instances that stand in the list, by id of their series. */
  readonly instances: ReadonlyMap<string, readonly GoogleTime[]>;
}

export const noGoogleList: GoogleList = { zone: null, instances: new Map() };

/** The instances in a list, so that their series does not give the same occurrences again. */
export function googleInstances(items: readonly unknown[]): GoogleList['instances'] {
  const starts = new Map<string, GoogleTime[]>();
  for (const item of items) {
    const instance = googleInstance.safeParse(item);
    if (!instance.success) continue;
    const { recurringEventId, originalStartTime } = instance.data;
    const known = starts.get(recurringEventId);
    if (known) known.push(originalStartTime);
    else starts.set(recurringEventId, [originalStartTime]);
  }
  return starts;
}

/** One Google Calendar event as a meeting. A cancelled stub (id and status only) is one too, with an unknown time. */
export function googleMeeting(
  event: GoogleEvent,
  list: GoogleList,
  place: string,
  options: ReadOptions,
): readonly ReadItem[] {
  const listZone = list.zone;
  const start = readTime(event.start, listZone);
  const recurrence = readGoogleRecurrence(event.recurrence, start?.zone ?? { kind: 'floating' });
  const declined = event.attendees.some(
    (attendee) => attendee.self && attendee.responseStatus === 'declined',
  );
  const notes = recurrence.unreadable.map((line) =>
    note(
      place,
      `recurrence line ${JSON.stringify(line.slice(0, 80))} cannot be read`,
      'correct it; the rest of the event stands',
    ),
  );
  const instances = list.instances.get(event.id ?? '') ?? [];
  const times = {
    ...recurrence,
    excludedDates: [
      ...recurrence.excludedDates,
      ...instances.flatMap((instance) => readTime(instance, listZone) ?? []),
    ],
    start,
    end: readTime(event.end, listZone),
    originalStart: readTime(event.originalStartTime, listZone),
    counts: event.status !== 'cancelled' && !declined,
  };
  return [...notes, ...resourceMeeting(readFields(event, listZone, place), times, place, options)];
}

function readTime(time: GoogleTime, listZone: string | null): WrittenTime | null {
  if (time?.date) return readResourceDate(time.date);
  return time?.dateTime ? readResourceTime(time.dateTime, time.timeZone ?? listZone) : null;
}

const entryTypes: ReadonlyMap<string, EntryType> = new Map([
  ['default', 'default'],
  ['focusTime', 'focus-time'],
  ['outOfOffice', 'out-of-office'],
  ['workingLocation', 'working-location'],
  ['birthday', 'birthday'],
  // An event that Gmail made from a mail (a flight, a booking): nobody was invited to it.
  ['fromGmail', 'other'],
]);

function readFields(event: GoogleEvent, listZone: string | null, place: string): ResourceFields {
  const isPrivate = isHiddenFromOthers(event);
  const id = event.id ?? event.iCalUID ?? place;
  return {
    id,
    uid: event.iCalUID ?? event.recurringEventId ?? id,
    summary: isPrivate ? null : textOrNull(event.summary?.slice(0, maxTextChars)),
    description: isPrivate ? null : textOrNull(maybeHtmlToPlainText(event.description ?? '')),
    location: isPrivate ? null : textOrNull(event.location?.slice(0, maxTextChars)),
    categories: [],
    status: readStatus(event.status),
    busy: event.transparency !== 'transparent',
    entryType: event.eventType === null ? 'default' : (entryTypes.get(event.eventType) ?? 'other'),
    isPrivate,
    organizer: event.organizer && {
      email: plainAddress(event.organizer.email),
      name: textOrNull(event.organizer.displayName),
      self: event.organizer.self,
    },
    attendees: foldAttendees(event.attendees.map(readAttendee)),
    attendeesOmitted: event.attendeesOmitted,
    conferenceUrl: isPrivate ? null : readConference(event),
    hasAttachments: event.attachments.length > 0,
    createdMs: readCreated(event.created),
    calendarZone: ianaName(listZone),
    method: null,
  };
}

function readStatus(status: string | null): Meeting['status'] {
  return status === 'cancelled' || status === 'tentative' ? status : 'confirmed';
}

const answers: ReadonlyMap<string | null, Answer> = new Map([
  ['needsAction', 'needs-action'],
  ['accepted', 'accepted'],
  ['tentative', 'tentative'],
  ['declined', 'declined'],
  [null, 'needs-action'],
]);

/** The answer behind Google's word for it; none at all means open. */
export function readGoogleAnswer(responseStatus: string | null): Answer {
  return answers.get(responseStatus) ?? 'unknown';
}

function readAttendee(attendee: GoogleEvent['attendees'][number]): Attendee {
  return {
    email: plainAddress(attendee.email),
    name: textOrNull(attendee.displayName),
    kind: attendee.resource ? 'resource' : 'individual',
    role: attendee.optional ? 'optional' : attendee.organizer ? 'chair' : 'required',
    answer: readGoogleAnswer(attendee.responseStatus),
    self: attendee.self,
  };
}

function readConference(event: GoogleEvent): string | null {
  const video = event.conferenceData?.entryPoints.find((entry) => entry.entryPointType === 'video');
  return textOrNull(video?.uri) ?? textOrNull(event.hangoutLink);
}

function readCreated(created: string | null): number | null {
  const ms = Date.parse(created ?? '');
  // A stub of an event that was never there says the year 0 (0000-12-31).
  return Number.isNaN(ms) || ms <= 0 ? null : ms;
}
