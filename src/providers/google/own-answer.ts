import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { Outcome } from '../../app/ports/problem.ts';
import { plainAddress } from '../formats/attendees.ts';
import type { GoogleMailbox } from './client.ts';
import { patchEvent, primary } from './event-requests.ts';
import { ownAttendee } from './owner.ts';
import { refusal } from './problems.ts';
import { type EventAttendee, type EventResource, fullGuestList, isPrivate } from './schema.ts';

/** What the owner's entry of the guest list is to say; an empty comment clears the one that stands there. */
export interface OwnAnswer {
  readonly responseStatus: string;
  readonly comment: string;
}

/**
 * Writes the owner's answer into their copy, and from there to the organizer; every other field stays local and every
 * other guest stays as they are. One request writes it, so that the organizer hears of it once.
 *
 * Whether an answer with `attendeesOmitted` keeps its comment is not certain. So where the words change, the whole
 * guest list is written back with them in it, under the condition that nobody changed it meanwhile; where the list is
 * hidden or shown in part, which would remove the guests who are not shown, the short way is taken and the words may
 * be lost.
 *
 * @returns whether the comment stands in the calendar
 */
export async function writeOwnAnswer(
  mailbox: GoogleMailbox,
  event: EventResource,
  own: EventAttendee,
  answer: OwnAnswer,
): Promise<Outcome<{ readonly commentKept: boolean }>> {
  const list = answer.comment === (own.comment ?? '') ? null : await wholeList(mailbox, event, answer);
  if (list && !list.ok) return list;
  const body = list?.value ?? { attendeesOmitted: true, attendees: [{ email: own.email, ...answer }] };
  const answered = (now: EventResource) => readBack(mailbox, now)?.responseStatus === answer.responseStatus;
  const written = await patchEvent(mailbox, event, body, answered);
  if (!written.ok) return written;
  const now = written.value;
  if (!answered(now)) return refusal('not-supported', 'answer not taken');
  // The text of private entries is not read, so nothing can be compared.
  const kept = isPrivate(now) || isKept(readBack(mailbox, now)?.comment ?? '', answer.comment, own.comment);
  return { ok: true, value: { commentKept: kept } };
}

/** New words that are not quite ours were cut or tidied by the calendar: writing them again would not help. */
function isKept(now: string, wanted: string, before: string | null): boolean {
  return now === wanted || (wanted !== '' && now !== '' && now !== before);
}

function readBack(mailbox: GoogleMailbox, event: EventResource): EventAttendee | null {
  return ownAttendee(event, mailbox.ownAddresses);
}

/** The guest list with the answer in it; null where it is not all there. Nothing of it is lost on the way. */
async function wholeList(
  mailbox: GoogleMailbox,
  event: EventResource,
  answer: OwnAnswer,
): Promise<Outcome<{ readonly attendees: calendar_v3.Schema$EventAttendee[] } | null>> {
  const list = await mailbox.request(fullGuestList, true, (options) =>
    mailbox.calendar.events.get({ calendarId: primary, eventId: event.id }, options),
  );
  if (!list.ok) return list;
  const { etag, attendees, attendeesOmitted, guestsCanSeeOtherGuests } = list.value;
  if (etag !== event.etag) return refusal('changed-meanwhile', 'guest list');
  const isOwn = ({ email, self }: calendar_v3.Schema$EventAttendee) =>
    self ?? mailbox.ownAddresses.has(plainAddress(email ?? null) ?? '');
  if (attendeesOmitted || !guestsCanSeeOtherGuests || !attendees.some(isOwn))
    return { ok: true, value: null };
  return {
    ok: true,
    value: { attendees: attendees.map((entry) => (isOwn(entry) ? { ...entry, ...answer } : entry)) },
  };
}
