import type { Outcome } from '../../app/ports/problem.ts';
import { plainAddress } from '../formats/attendees.ts';
import type { GoogleMailbox } from './client.ts';
import { ifMatch, patchEvent, primary } from './event-requests.ts';
import { ownAttendee } from './owner.ts';
import { type EventAttendee, type EventResource, eventResource, fullGuestList, isPrivate } from './schema.ts';

/** What the owner's entry of the guest list is to say; an empty comment clears the one that stands there. */
export interface OwnAnswer {
  readonly responseStatus: string;
  readonly comment: string;
}

/**
 * Writes the owner's answer into their copy, and from there to the organizer; every other field stays local and every
 * other guest stays as they are (`attendeesOmitted`).
 *
 * Whether that way keeps the comment is not certain, so it is read back. Where it was dropped the whole guest list is
 * written back with the comment in it; not where the list is hidden or shown in part, because that would remove the
 * guests who are not shown.
 *
 * @returns whether the comment stands in the calendar
 */
export async function writeOwnAnswer(
  mailbox: GoogleMailbox,
  event: EventResource,
  own: EventAttendee,
  answer: OwnAnswer,
): Promise<Outcome<{ readonly commentKept: boolean }>> {
  const answered = (now: EventResource) => readBack(mailbox, now)?.responseStatus === answer.responseStatus;
  const kept = (now: EventResource) =>
    isKept(readBack(mailbox, now)?.comment ?? '', answer.comment, own.comment);
  const attendees = [{ email: own.email, ...answer }];
  const first = await patchEvent(mailbox, event, { attendeesOmitted: true, attendees }, answered);
  if (!first.ok) return first;
  // The text of private entries is not read, so nothing can be compared.
  if (answered(first.value) && (kept(first.value) || isPrivate(first.value)))
    return { ok: true, value: { commentKept: true } };
  const second = await writeWholeList(mailbox, event.id, answer);
  if (!second.ok) return second;
  const now = second.value ?? first.value;
  if (!answered(now))
    return {
      ok: false,
      problem: { code: 'not-supported', status: null, detail: 'answer not taken', retryAfterMs: null },
    };
  return { ok: true, value: { commentKept: kept(now) } };
}

/** New words that are not quite ours were cut or tidied by the calendar: writing them again would not help. */
function isKept(now: string, wanted: string, before: string | null): boolean {
  return now === wanted || (wanted !== '' && now !== '' && now !== before);
}

function readBack(mailbox: GoogleMailbox, event: EventResource): EventAttendee | null {
  return ownAttendee(event, mailbox.ownAddresses);
}

/** Null where the list may not be written, or where the calendar does not let a guest write it. */
async function writeWholeList(
  mailbox: GoogleMailbox,
  eventId: string,
  answer: OwnAnswer,
): Promise<Outcome<EventResource | null>> {
  const list = await mailbox.request(fullGuestList, true, (options) =>
    mailbox.calendar.events.get({ calendarId: primary, eventId }, options),
  );
  if (!list.ok) return list;
  const { etag, attendees, attendeesOmitted, guestsCanSeeOtherGuests } = list.value;
  const isOwn = ({ email, self }: (typeof attendees)[number]) =>
    self ?? mailbox.ownAddresses.has(plainAddress(email) ?? '');
  if (attendeesOmitted || !guestsCanSeeOtherGuests || !attendees.some(isOwn))
    return { ok: true, value: null };
  const requestBody = {
    attendees: attendees.map((entry) => (isOwn(entry) ? { ...entry, ...answer } : entry)),
  };
  const written = await mailbox.request(eventResource, true, (options) =>
    mailbox.calendar.events.patch(
      { calendarId: primary, eventId, sendUpdates: 'all', requestBody },
      { ...options, headers: ifMatch(etag) },
    ),
  );
  // The answer itself stands already: a refusal of the second way costs only the words.
  return written.ok ? written : { ok: true, value: null };
}
