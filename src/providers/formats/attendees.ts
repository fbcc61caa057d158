import type { Attendee } from '../../core/meeting/meeting.ts';
import { maxListEntries } from './limits.ts';

/**
 * Folds entries of the same address (or, without one, of the same name) into one, in their order.
 * What the first leaves open is taken from the later ones: an answer, a name, whether it is the owner.
 */
export function foldAttendees(attendees: readonly Attendee[]): readonly Attendee[] {
  const byPerson = new Map<string, Attendee>();
  for (const [index, attendee] of attendees.slice(0, maxListEntries).entries()) {
    const key = attendee.email ?? (attendee.name === null ? `nobody ${index}` : `name ${attendee.name}`);
    const before = byPerson.get(key);
    byPerson.set(key, before === undefined ? attendee : join(before, attendee));
  }
  return [...byPerson.values()];
}

function join(first: Attendee, later: Attendee): Attendee {
  const open = first.answer === 'needs-action' || first.answer === 'unknown';
  return {
    ...first,
    name: first.name ?? later.name,
    answer: open ? later.answer : first.answer,
    self: first.self || later.self,
  };
}

/** An address as it is compared: lower case, without `mailto:`; null where it is none. */
export function plainAddress(value: string | null | undefined): string | null {
  const address = (value ?? '')
    .trim()
    .replace(/^mailto:\s*/i, '')
    .trim()
    .toLowerCase();
  return address.includes('@') && address.length <= 320 && !/\s/.test(address) ? address : null;
}

/** A text as it is kept: null where it is empty. */
export function textOrNull(value: string | null | undefined): string | null {
  return value === null || value === undefined || value.trim() === '' ? null : value;
}
