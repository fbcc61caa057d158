import type { SandboxPerson } from '../accounts/person.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { Guest } from './event-copy.ts';
import type { IsOwner } from './guest-list.ts';

/** Tells which entries of a guest list are those of a mailbox, by address or alias. */
export function ownerOf(mailbox: string, people: EngineDeps['people']): IsOwner {
  return (guest) => addressOf(guest.address, people) === mailbox;
}

/** The main address of a name; a stranger keeps the one that is written. */
export function addressOf(name: string, people: EngineDeps['people']): string {
  return people.find(name)?.address ?? name.toLowerCase();
}

/** On which calendar somebody is; strangers are outside. */
export function providerOf(mailbox: string, people: EngineDeps['people']): SandboxPerson['provider'] {
  return people.find(mailbox)?.provider ?? 'outside';
}

/**
 * Everybody whom a guest list invites but the organizer, by main address: members stand for their groups.
 * Strangers and people outside are among them, they get mail only.
 */
export function invited(
  guests: readonly Guest[],
  organizer: string,
  people: EngineDeps['people'],
): ReadonlySet<string> {
  const addresses = guests.flatMap(({ address }) =>
    people.find(address)?.kind === 'group' ? people.membersOf(address) : [address],
  );
  const invited = new Set(addresses.map((address) => addressOf(address, people)));
  invited.delete(organizer);
  return invited;
}

/**
 * Of those whom a guest list invited, the ones who stay invited as they were, or go. Whoever gets an entry that was not
 * there is invited anew, also where a group had kept them in: their old entry went, and with it what the organizer
 * knew of their answer.
 */
export function invitedBefore(
  was: readonly Guest[],
  is: readonly Guest[],
  organizer: string,
  people: EngineDeps['people'],
): ReadonlySet<string> {
  const mainAddresses = (guests: readonly Guest[]) =>
    new Set(guests.map(({ address }) => addressOf(address, people)));
  const [hadEntry, hasEntry] = [mainAddresses(was), mainAddresses(is)];
  const before = [...invited(was, organizer, people)];
  return new Set(before.filter((mailbox) => hadEntry.has(mailbox) || !hasEntry.has(mailbox)));
}
