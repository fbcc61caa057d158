import { isDeepStrictEqual } from 'node:util';
import type { EventCopy, EventException, EventFields, Guest } from './event-copy.ts';
import { type IsOwner, shownTo } from './guest-list.ts';

/** Through whose eyes a meeting is seen. */
export interface GuestView {
  readonly isOwner: IsOwner;
  /** Whether the calendar shows a guest what the others answered. */
  readonly showsOthers: boolean;
  /** The entry that somebody who was invited through a group has before an answer; null for none. */
  readonly selfEntry: Guest | null;
  /** Whether a guest list invites the owner, by name or through a group. */
  readonly isInvited: (guests: readonly Guest[]) => boolean;
}

/** What of the guest's copy outlives the news of the organizer. */
export interface Keeping {
  /** Fields that the guest changed locally: only where no update but an answer of somebody else travels. */
  readonly localFields: boolean;
  /** The guest's answers, also those that were not sent. */
  readonly answers: boolean;
  /** What the guest did to single occurrences. */
  readonly occurrences: boolean;
  /** Occurrences that are open again, whatever the guest did to them. */
  readonly renewed: ReadonlySet<string>;
}

/** The next state of a guest's copy: what the organizer says, with what is the guest's own. */
export function guestCopy(
  organizer: EventCopy,
  present: EventCopy,
  view: GuestView,
  keeping: Keeping,
): EventCopy {
  const own = keeping.answers ? entryOf(present.fields.guests, view) : null;
  const guests = listFor(organizer.fields.guests, own, view);
  const fields = { ...(keeping.localFields ? present.fields : organizer.fields), guests };
  const keys = new Set(Object.keys(organizer.exceptions));
  if (keeping.occurrences) for (const key of Object.keys(present.exceptions)) keys.add(key);
  const exceptions: Record<string, EventException> = {};
  for (const key of keys) {
    const exception = occurrenceFor(key, { organizer, present, guests, own }, view, keeping);
    if (exception) exceptions[key] = exception;
  }
  return { ...present, fields, exceptions, sequence: organizer.sequence };
}

interface Sides {
  readonly organizer: EventCopy;
  readonly present: EventCopy;
  /** Guest list and own entry of the series as the guest's next copy shows them. */
  readonly guests: readonly Guest[];
  readonly own: Guest | null;
}

/** Null where the occurrence is as the series, so that the copy needs no exception. */
function occurrenceFor(key: string, sides: Sides, view: GuestView, keeping: Keeping): EventException | null {
  const theirs = sides.organizer.exceptions[key];
  const mine = keeping.occurrences ? sides.present.exceptions[key] : undefined;
  const isRenewed = keeping.renewed.has(key);
  const list = theirs?.fields.guests ?? sides.organizer.fields.guests;
  const keepsAnswer = keeping.answers && !isRenewed;
  const ownHere = keepsAnswer ? (entryOf(mine?.fields.guests ?? [], view) ?? sides.own) : null;
  const guests = listFor(list, ownHere, view);
  const { guests: _guests, ...said } =
    (keeping.localFields ? mine?.fields : undefined) ?? theirs?.fields ?? {};
  const fields: Partial<Omit<EventFields, 'recurrence'>> = {
    ...said,
    ...(isDeepStrictEqual(guests, sides.guests) ? {} : { guests }),
    // Whoever is taken off the list of one occurrence sees it as called off.
    ...(view.isInvited(list) ? {} : { cancelled: true }),
  };
  const gone = !isRenewed && mine?.gone === true;
  const { showAs: _showAs, ...unanswered } = mine?.own ?? {};
  const own = isRenewed ? unanswered : (mine?.own ?? {});
  if (!gone && Object.keys(fields).length === 0 && Object.keys(own).length === 0) return null;
  return { originalStart: key, fields, own, gone, version: 0, updatedMs: 0 };
}

function entryOf(guests: readonly Guest[], view: GuestView): Guest | null {
  return guests.find(view.isOwner) ?? null;
}

function listFor(list: readonly Guest[], own: Guest | null, view: GuestView): readonly Guest[] {
  const self = own ?? view.selfEntry;
  const complete = self === null || list.some(view.isOwner) ? list : [...list, self];
  return shownTo(complete, view.isOwner, own, view.showsOthers);
}
