import { isDeepStrictEqual } from 'node:util';
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { Outcome, ProblemCode } from '../../app/ports/problem.ts';
import { plainAddress } from '../formats/attendees.ts';
import { isHiddenFromOthers } from '../formats/google-schema.ts';
import type { GoogleMailbox } from './client.ts';
import { type Fate, patchEvent, primary } from './event-requests.ts';
import { ownAttendee } from './owner.ts';
import { refusal } from './problems.ts';
import { type EventAttendee, type EventResource, fullGuestList } from './schema.ts';

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
 * hidden or shown in part, which would remove the guests who are not shown, or where Google refuses it from a guest,
 * the short way is taken and the words may be lost.
 *
 * @returns whether the comment stands in the calendar
 */
export async function writeOwnAnswer(
  mailbox: GoogleMailbox,
  event: EventResource,
  own: EventAttendee,
  answer: OwnAnswer,
): Promise<Outcome<{ readonly commentKept: boolean }>> {
  const list = answer.comment === (own.comment ?? '') ? null : await wholeList(mailbox, event, own, answer);
  if (list && !list.ok) return list;
  const answered = (now: EventResource) => readBack(mailbox, now)?.responseStatus === answer.responseStatus;
  const fateOf = (now: EventResource): Fate => {
    if (answered(now)) return 'done';
    const isAsBefore = readBack(mailbox, now)?.responseStatus === own.responseStatus;
    return isAsBefore && !hasMoved(event, now) ? 'not-done' : 'unknown';
  };
  const write = (body: GuestList) => patchEvent(mailbox, event, body, fateOf);
  const short = { attendeesOmitted: true, attendees: [{ email: own.email, ...answer }] };
  const first = await write(list?.value ?? short);
  const listRefused = Boolean(list?.value) && !first.ok && refusedAsSuch.has(first.problem.code);
  const written = listRefused ? await write(short) : first;
  if (!written.ok) return written;
  const now = written.value;
  if (!answered(now)) return refusal('not-supported', 'answer not taken');
  // The text of private entries is not read, so nothing can be compared.
  const kept =
    isHiddenFromOthers(now) || isKept(readBack(mailbox, now)?.comment ?? '', answer.comment, own.comment);
  return { ok: true, value: { commentKept: kept } };
}

type GuestList = Pick<calendar_v3.Schema$Event, 'attendees' | 'attendeesOmitted'>;

/** Refusals of the list itself: nothing was done, and the answer alone may still be taken. */
const refusedAsSuch: ReadonlySet<ProblemCode> = new Set(['not-organizer', 'request-refused']);

/** New words that are not quite ours were cut or tidied by the calendar: writing them again would not help. */
function isKept(now: string, wanted: string, before: string | null): boolean {
  return now === wanted || (wanted !== '' && now !== '' && now !== before);
}

/** An event that is moved may ask its guests anew: then it shows nothing of an answer that was given before. */
function hasMoved(before: EventResource, now: EventResource): boolean {
  const times = ({ start, end, recurrence }: EventResource) => [start, end, recurrence];
  return !isDeepStrictEqual(times(before), times(now));
}

function readBack(mailbox: GoogleMailbox, event: EventResource): EventAttendee | null {
  return ownAttendee(event, mailbox.ownAddresses);
}

/** The guest list with the answer in it; null where it is not all there. Nothing of it is lost on the way. */
async function wholeList(
  mailbox: GoogleMailbox,
  event: EventResource,
  own: EventAttendee,
  answer: OwnAnswer,
): Promise<Outcome<GuestList | null>> {
  const list = await mailbox.request(fullGuestList, true, (options) =>
    mailbox.calendar.events.get({ calendarId: primary, eventId: event.id }, options),
  );
  if (!list.ok) return list;
  const { etag, attendees, attendeesOmitted, guestsCanSeeOtherGuests } = list.value;
  if (etag !== event.etag) return refusal('changed-meanwhile', 'guest list');
  // Another account of the same person may be invited too: its answer is given in its own mailbox.
  const isOwn = ({ email, self }: calendar_v3.Schema$EventAttendee) =>
    own.self ? self === true : plainAddress(email) === plainAddress(own.email);
  if (attendeesOmitted || !guestsCanSeeOtherGuests || !attendees.some(isOwn))
    return { ok: true, value: null };
  return {
    ok: true,
    value: { attendees: attendees.map((entry) => (isOwn(entry) ? { ...entry, ...answer } : entry)) },
  };
}
