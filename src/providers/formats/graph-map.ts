import type { Attendee, EntryType, Meeting } from '../../core/meeting/meeting.ts';
import type { ReadItem } from '../../core/meeting/reading.ts';
import { foldAttendees, plainAddress, textOrNull } from './attendees.ts';
import { graphAnswers } from './graph-answers.ts';
import { toRecurrenceRule } from './graph-recurrence.ts';
import { type GraphEvent, type GraphTime, isHiddenFromOthers } from './graph-schema.ts';
import { htmlToPlainText } from './html-text.ts';
import { maxTextChars } from './limits.ts';
import { note, type ReadOptions } from './read-options.ts';
import { type ResourceFields, resourceMeeting } from './resource-meeting.ts';
import { atInstant, readResourceDate, readResourceTime } from './resource-time.ts';
import { instantOf, type WrittenTime, wallAt } from './written-time.ts';
import { zoneByName } from './zone-names.ts';

/** One Microsoft Graph event as a meeting; a removed entry of a delta answer counts as cancelled. */
export function graphMeeting(event: GraphEvent, place: string, options: ReadOptions): readonly ReadItem[] {
  const rule = event.recurrence === null ? null : toRecurrenceRule(event.recurrence);
  const notes =
    event.recurrence !== null && rule === null
      ? [
          note(
            place,
            'recurrence pattern is of an unknown type',
            'correct it; only the start of the series is read',
          ),
        ]
      : [];
  const seriesZone = seriesZoneOf(event);
  const times = {
    start: readTime(event.start, event.isAllDay, seriesZone),
    end: readTime(event.end, event.isAllDay, seriesZone),
    originalStart: readOriginalStart(event),
    rules: rule === null ? [] : [rule],
    counts: !isCancelled(event) && event.responseStatus?.response !== 'declined',
  };
  return [...notes, ...resourceMeeting(readFields(event, place), times, place, options)];
}

/** The first name that is known: a zone of the mailbox's own making (`tzone://Microsoft/Custom`) says nothing. */
export function seriesZoneOf({ recurrence, originalStartTimeZone }: GraphEvent): string | null {
  const names = [recurrence?.range?.recurrenceTimeZone ?? null, originalStartTimeZone];
  return names.find((name) => name !== null && zoneByName(name) !== null) ?? null;
}

/**
 * Graph converts times to the zone that the reader asked for (UTC unless asked), and says beside them the zone
 * in which the event was made. A series repeats by the clock of that one.
 */
function readTime(time: GraphTime, isAllDay: boolean, seriesZone: string | null): WrittenTime | null {
  if (!time?.dateTime) return null;
  if (isAllDay) return readResourceDate(time.dateTime);
  const written = readResourceTime(time.dateTime, time.timeZone);
  const instant = written && instantOf(written);
  const zone = seriesZone === null ? null : zoneByName(seriesZone);
  return instant === null || zone === null ? written : atInstant(instant, zone);
}

/**
 * `originalStart` of an occurrence or exception is UTC. Whether that of a whole day is its midnight in UTC or in the
 * zone of the event is not documented: a time that is no midnight in UTC is one in that zone, or, where the zone is not
 * known, the nearest midnight.
 */
function readOriginalStart(event: GraphEvent): WrittenTime | null {
  if (event.originalStart === null) return null;
  const written = readResourceTime(event.originalStart, 'UTC');
  if (!event.isAllDay || written === null) return written ?? readResourceDate(event.originalStart);
  const zone = event.originalStartTimeZone === null ? null : zoneByName(event.originalStartTimeZone);
  const local = zone === null ? null : wallAt(written.wallMs, zone);
  const midnight = [written.wallMs, local].find((ms) => ms != null && ms % dayMs === 0);
  return { wallMs: midnight ?? Math.round(written.wallMs / dayMs) * dayMs, zone: { kind: 'date' } };
}

const dayMs = 86_400_000;

function isCancelled(event: GraphEvent): boolean {
  return event.isCancelled || event['@removed'] !== undefined;
}

function readFields(event: GraphEvent, place: string): ResourceFields {
  const isPrivate = isHiddenFromOthers(event);
  const id = event.id ?? event.iCalUId ?? place;
  const organizer = event.organizer?.emailAddress;
  return {
    id,
    uid: event.iCalUId ?? id,
    summary: isPrivate ? null : textOrNull(event.subject?.slice(0, maxTextChars)),
    description: isPrivate ? null : readBody(event),
    location: isPrivate ? null : textOrNull(event.location?.displayName?.slice(0, maxTextChars)),
    categories: isPrivate ? [] : event.categories,
    status: isCancelled(event) ? 'cancelled' : readStatus(event),
    busy: event.showAs !== 'free',
    entryType: readEntryType(event),
    isPrivate,
    organizer: organizer
      ? { email: plainAddress(organizer.address), name: textOrNull(organizer.name), self: event.isOrganizer }
      : null,
    ...readOwnAnswer(event),
    attendees: readAttendees(event),
    attendeesOmitted: false,
    conferenceUrl: isPrivate
      ? null
      : (textOrNull(event.onlineMeeting?.joinUrl) ?? textOrNull(event.onlineMeetingUrl)),
    hasAttachments: event.hasAttachments,
    createdMs: readCreated(event.createdDateTime),
    calendarZone: null,
    method: null,
  };
}

/** A tentative owner does not make the meeting tentative, so only the organizer's own mark does. */
function readStatus(event: GraphEvent): Meeting['status'] {
  return event.isOrganizer && event.showAs === 'tentative' ? 'tentative' : 'confirmed';
}

function readBody(event: GraphEvent): string | null {
  const content = event.body?.content ?? '';
  const text =
    event.body?.contentType?.toLowerCase() === 'html'
      ? htmlToPlainText(content)
      : content.slice(0, maxTextChars);
  return textOrNull(text) ?? textOrNull(event.bodyPreview?.slice(0, maxTextChars));
}

/** The invitee's copy often says `none` among the attendees; the owner's answer stands apart from them. */
function readOwnAnswer(event: GraphEvent): Pick<Meeting, 'ownAnswer'> {
  const response = event.responseStatus?.response ?? 'none';
  if (response === 'none' || response === 'organizer') return {};
  return { ownAnswer: graphAnswers.get(response) ?? 'unknown' };
}

/** What `showAs` says is a colour of the calendar; it makes another kind of entry only where nobody else takes part. */
function readEntryType(event: GraphEvent): EntryType {
  const organizer = plainAddress(event.organizer?.emailAddress?.address);
  const own = event.isOrganizer || !event.organizer?.emailAddress;
  const others = event.attendees.some(
    ({ emailAddress }) => organizer === null || plainAddress(emailAddress?.address) !== organizer,
  );
  if (others || !own) return 'default';
  if (event.showAs === 'oof') return 'out-of-office';
  return event.showAs === 'workingElsewhere' ? 'working-location' : 'default';
}

/** Graph does not say which attendee owns the calendar, except that its owner may be the organizer. */
function readAttendees(event: GraphEvent): readonly Attendee[] {
  const organizer = plainAddress(event.organizer?.emailAddress?.address);
  return foldAttendees(
    event.attendees.map((attendee) => {
      const email = plainAddress(attendee.emailAddress?.address);
      return {
        email,
        name: textOrNull(attendee.emailAddress?.name),
        kind: attendee.type === 'resource' ? 'resource' : 'individual',
        role:
          attendee.type === 'optional'
            ? 'optional'
            : email !== null && email === organizer
              ? 'chair'
              : 'required',
        answer: graphAnswers.get(attendee.status?.response ?? 'none') ?? 'unknown',
        self: event.isOrganizer && email !== null && email === organizer,
      };
    }),
  );
}

function readCreated(created: string | null): number | null {
  const written = created === null ? null : readResourceTime(created, 'UTC');
  return written && instantOf(written);
}
