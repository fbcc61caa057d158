import { isDeepStrictEqual } from 'node:util';
import { createAnswers } from './answers.ts';
import { createBusy } from './busy.ts';
import type { CalendarEngine, CopyChange } from './calendar-engine.ts';
import { createChanges } from './changes.ts';
import { createCopies } from './copies.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { EventCopy, OwnFields } from './event-copy.ts';
import { withException } from './exception.ts';
import { ownerOf } from './invited.ts';
import { createOccurrences } from './occurrences.ts';
import { createPropagation } from './propagation.ts';
import { createRemoval } from './removal.ts';
import { createUpdates } from './updates.ts';

/**
 * The calendars of the sandbox. All state is in the tables `copies` and `changes`: an engine on tables that were used
 * before goes on where the last one stopped.
 */
export function createCalendarEngine(deps: EngineDeps): CalendarEngine {
  const changes = createChanges(deps.tables.table<CopyChange>('changes'));
  const copies = createCopies(deps.tables.table<EventCopy>('copies'), changes, deps.clock);
  const occurrences = createOccurrences(deps.people);
  const propagation = createPropagation(deps, copies);
  const updates = createUpdates(deps, copies, occurrences, propagation);
  const answer = createAnswers(deps, copies, occurrences, propagation);
  const remove = createRemoval(deps, copies, occurrences, { update: updates.update, answer });

  /** Listeners hear of everything only once it is whole. */
  const announced =
    <P extends readonly unknown[], R>(act: (...parameters: P) => R) =>
    (...parameters: P): R => {
      try {
        return act(...parameters);
      } finally {
        changes.announce();
      }
    };

  return {
    create: announced(updates.create),
    update: announced((ref, change, notify) => updates.update(ref, change, { notify, comment: null })),
    updateOwn: announced(({ key, originalStart }, change) => {
      const copy = copies.need(key);
      if (originalStart === null)
        return copies.write({ ...copy, own: { ...copy.own, ...changedOwn(copy.own, change) } });
      const { own } = occurrences.need(copy, originalStart);
      const changed = changedOwn(own, change);
      if (isDeepStrictEqual({ ...own, ...changed }, own)) return copy;
      const next = { ...copy.exceptions[originalStart]?.own, ...changed };
      return copies.write(withException(copy, originalStart, { own: next }));
    }),
    answer: announced(answer),
    remove: announced(remove),
    moveToFolder: announced((key, folder) => copies.write({ ...copies.need(key), folder })),
    get: copies.get,
    find: copies.find,
    findByUid: copies.findByUid,
    copies: copies.ofMailbox,
    ownGuest: (copy, originalStart) => {
      if (copy.mailbox === copy.organizer) return null;
      const list = originalStart === null ? undefined : copy.exceptions[originalStart]?.fields.guests;
      return (list ?? copy.fields.guests).find(ownerOf(copy.mailbox, deps.people)) ?? null;
    },
    instance: (key, originalStart) => occurrences.instance(copies.need(key), originalStart),
    instances: (key, window, limit) => occurrences.within(copies.need(key), window, limit),
    busy: createBusy(deps, copies, occurrences),
    lastChange: changes.last,
    changesSince: changes.since,
    onChange: changes.onChange,
  };
}

/** Private properties are merged key by key; null takes one away. */
function changedOwn(own: OwnFields, change: Parameters<CalendarEngine['updateOwn']>[1]): Partial<OwnFields> {
  const { privateProperties, ...fields } = change;
  if (!privateProperties) return fields;
  const merged = Object.entries({ ...own.privateProperties, ...privateProperties });
  const kept = merged.filter((entry): entry is [string, string] => entry[1] !== null);
  return { ...fields, privateProperties: Object.fromEntries(kept) };
}
