import type { EventFields, Guest } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import { found, type Outcome, refused } from './calendar-access.ts';
import { invalid, required } from './errors.ts';
import type { EventBody } from './event-body.ts';

type Attendee = NonNullable<EventBody['attendees']>[number];

// What the sandbox takes as an address: one @ with something around it and no space (no bait for a regex).
const address = /^[^\s@]{1,64}@[^\s@]{1,255}$/;

/**
 * The guest list that a body states, whole: who is not in it is off the list, and an entry without a response
 * status is open again, as arrays overwrite at Google (google.md 5.6).
 *
 * @param before the list until now, for what clients cannot write: proposals and when somebody answered
 */
export function readGuests(
  parts: SandboxParts,
  attendees: readonly Attendee[],
  before: EventFields['guests'],
): Outcome<readonly Guest[]> {
  const guests = new Map<string, Guest>();
  for (const attendee of attendees) {
    if (!attendee.email) return refused(required('Missing attendee email.'));
    const email = attendee.email.trim().toLowerCase();
    if (!address.test(email)) return refused(invalid('Invalid attendee email.', 'attendees[].email'));
    const known = before.find((guest) => guest.address === email) ?? null;
    guests.set(email, readGuest(parts, attendee, email, known));
  }
  return found([...guests.values()]);
}

function readGuest(parts: SandboxParts, attendee: Attendee, email: string, known: Guest | null): Guest {
  const person = parts.people.find(email);
  const answer = attendee.responseStatus ?? 'needsAction';
  const unchanged = known?.answer === answer;
  const now = answer === 'needsAction' ? null : parts.clock.nowMs();
  return {
    address: email,
    name: attendee.displayName ?? (known === null ? person?.name : known.name) ?? null,
    optional: attendee.optional ?? false,
    // "Can only be set when the attendee is added to the event for the first time."
    resource: known?.resource ?? (attendee.resource || person?.kind === 'room'),
    answer,
    comment: attendee.comment || null,
    proposal: unchanged ? known.proposal : null,
    answeredAtMs: unchanged ? known.answeredAtMs : now,
  };
}
