import { isDeepStrictEqual } from 'node:util';
import { newGuest, openAnswer } from './blank-event.ts';
import type { Guest } from './event-copy.ts';

/** An answer as it is written into an entry, without its time. */
export type WrittenAnswer = Pick<Guest, 'answer' | 'comment' | 'proposal'>;
/** Tells whether an entry is that of one person: entries may name an alias. */
export type IsOwner = (guest: Guest) => boolean;
/** Main address of whoever an entry names. */
export type MainAddress = (guest: Guest) => string;

/** Lower-case addresses, each once: the first entry stands. */
export function normalized(guests: readonly Guest[]): readonly Guest[] {
  const byAddress = new Map<string, Guest>();
  for (const guest of guests) {
    const address = guest.address.toLowerCase();
    if (!byAddress.has(address)) byAddress.set(address, { ...guest, address });
  }
  return [...byAddress.values()];
}

/** Entries with nobody's answer, but for those of `kept`. */
export function reopened(guests: readonly Guest[], kept: IsOwner): readonly Guest[] {
  return guests.map((guest) => (kept(guest) ? guest : { ...guest, ...openAnswer }));
}

/**
 * A guest list that the organizer writes anew: answers belong to the guests, so whoever stays keeps theirs, also under
 * another address. Only the answer of the organizer is taken as it is written.
 */
export function rewritten(
  before: readonly Guest[],
  next: readonly Guest[],
  nameOf: MainAddress,
  organizer: string,
): readonly Guest[] {
  const known = new Map(before.map((guest) => [nameOf(guest), guest]));
  return normalized(next).map((guest) => {
    const old = known.get(nameOf(guest));
    return old && nameOf(guest) !== organizer ? { ...guest, ...answerOf(old) } : guest;
  });
}

/**
 * The same additions and removals as from `before` to `next`, in the list of one occurrence. Whoever is added is
 * invited anew, whatever they had answered there.
 */
export function followed(
  list: readonly Guest[],
  before: readonly Guest[],
  next: readonly Guest[],
  nameOf: MainAddress,
): readonly Guest[] {
  const was = new Set(before.map(nameOf));
  const is = new Set(next.map(nameOf));
  const stay = list.filter((guest) => is.has(nameOf(guest)) === was.has(nameOf(guest)));
  return [...stay, ...next.filter((guest) => !was.has(nameOf(guest)))];
}

/**
 * Writes an answer into the owner's entry. The same answer again is no change and keeps its time. Somebody without an
 * entry, who was invited through a group, gets one.
 */
export function answered(
  guests: readonly Guest[],
  isOwner: IsOwner,
  written: WrittenAnswer,
  person: { readonly address: string; readonly name: string | null },
  nowMs: number,
): readonly Guest[] {
  const entries = guests.some(isOwner) ? guests : [...guests, newGuest(person.address, person.name)];
  return entries.map((entry) => {
    const { answer, comment, proposal } = entry;
    const isSame = isDeepStrictEqual({ answer, comment, proposal }, written);
    return isSame || !isOwner(entry) ? entry : { ...entry, ...written, answeredAtMs: nowMs };
  });
}

/**
 * The organizer's list as the copy of one guest shows it.
 *
 * @param own the guest's entry in their own copy, whose answer stands; null takes the organizer's
 * @param showsOthers false on Graph, where a guest never learns what the others answered
 */
export function shownTo(
  guests: readonly Guest[],
  isOwner: IsOwner,
  own: Guest | null,
  showsOthers: boolean,
): readonly Guest[] {
  return guests.map((guest) => {
    if (isOwner(guest)) return own ? { ...guest, ...answerOf(own) } : guest;
    return showsOthers ? guest : { ...guest, ...openAnswer };
  });
}

function answerOf({
  answer,
  comment,
  proposal,
  answeredAtMs,
}: Guest): WrittenAnswer & Pick<Guest, 'answeredAtMs'> {
  return { answer, comment, proposal, answeredAtMs };
}
