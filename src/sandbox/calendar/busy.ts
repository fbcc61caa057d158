import type { CalendarEngine } from './calendar-engine.ts';
import type { Copies } from './copies.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { EventInstance } from './event-copy.ts';
import { ownerOf } from './invited.ts';
import type { Occurrences } from './occurrences.ts';

/** More than a calendar can hold in any window that is asked for. */
const mostOccurrences = 10_000;

/** Free/busy by the rules of the mailbox' provider (Google freebusy.query, Graph getSchedule). */
export function createBusy(
  deps: EngineDeps,
  copies: Copies,
  occurrences: Occurrences,
): CalendarEngine['busy'] {
  return (address, window) => {
    const person = deps.people.find(address);
    if (!person || person.provider === 'outside' || person.kind === 'group') return null;
    const isOwner = ownerOf(person.address, deps.people);
    const openIsFree =
      person.provider === 'google' && deps.positions()['google.unanswered-is-busy'] === 'free';

    function blocks({ copy, fields, own, gone }: EventInstance): boolean {
      if (gone || fields.cancelled || own.showAs === 'free') return false;
      if (copy.organizer === copy.mailbox) return true;
      const answer = fields.guests.find(isOwner)?.answer ?? 'needsAction';
      return answer === 'accepted' || (answer !== 'declined' && !openIsFree);
    }

    return copies
      .ofMailbox(person.address)
      .filter(({ folder, hidden }) => folder === 'calendar' && !hidden)
      .flatMap((copy) => occurrences.within(copy, window, mostOccurrences))
      .filter(blocks)
      .map((instance) => ({ ...occurrences.spanOf(instance), as: instance.own.showAs, instance }))
      .sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
  };
}
