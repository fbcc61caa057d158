import { isDeepStrictEqual } from 'node:util';
import type { CalendarEngine, NewEvent } from './calendar-engine.ts';
import type { Copies } from './copies.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { EventCopy, EventFields, EventInstance, Guest } from './event-copy.ts';
import { withException } from './exception.ts';
import { normalized } from './guest-list.ts';
import { googleEventId } from './ids.ts';
import { addressOf, invited, invitedBefore, ownerOf, providerOf } from './invited.ts';
import type { Occurrences } from './occurrences.ts';
import {
  changedOccurrence,
  changedWhole,
  isFullUpdate,
  isNewStartOrRule,
  isNewTime,
  withOpenAnswers,
} from './organizer-change.ts';
import type { News, Propagation } from './propagation.ts';
import { tellGuests } from './tell-guests.ts';

/** What an update is, beside its fields. */
interface Telling {
  readonly notify: boolean;
  readonly comment: string | null;
}

export interface Updates {
  readonly create: CalendarEngine['create'];
  /** See `CalendarEngine.update`; `comment` goes to the guests. */
  readonly update: (
    ref: { key: string; originalStart: string | null },
    change: Partial<EventFields>,
    telling: Telling,
  ) => EventCopy;
}

const nothingNew: News = { reopensAll: false, dropsExceptions: false, returning: new Set(), renewed: null };

/** What organizers do to their meetings, and guests to the fields of their own copies. */
export function createUpdates(
  deps: EngineDeps,
  copies: Copies,
  occurrences: Occurrences,
  propagation: Propagation,
): Updates {
  const { people } = deps;
  const nameOf = ({ address }: Guest) => addressOf(address, people);

  function create(event: NewEvent): EventCopy {
    const organizer = addressOf(event.organizer, people);
    const isGoogle = providerOf(organizer, people) === 'google';
    const providerId = event.providerId ?? (isGoogle ? googleEventId(deps.newId) : null);
    const key = deps.newId(40);
    const nowMs = deps.clock.nowMs();
    const fields = { ...event.fields, guests: normalized(event.fields.guests) };
    occurrences.setOf(fields);
    const copy = copies.write({
      key,
      mailbox: organizer,
      providerId: providerId ?? key,
      uid: event.uid ?? `${providerId ?? key}@${isGoogle ? 'google.com' : 'sandbox.example'}`,
      organizer,
      organizerName: people.find(organizer)?.name ?? null,
      fields,
      own: event.own,
      exceptions: {},
      folder: 'calendar',
      hidden: false,
      sequence: 0,
      createdMs: nowMs,
      updatedMs: nowMs,
      version: 0,
      transactionId: event.transactionId,
    });
    propagation.spread(null, copy, nothingNew);
    if (event.notify) tell(copy, null, [], fields.guests, false, null);
    return copy;
  }

  function tell(
    organizer: EventCopy,
    originalStart: string | null,
    was: EventFields['guests'],
    is: EventFields['guests'],
    isUpdate: boolean,
    comment: string | null,
  ): void {
    tellGuests(deps, { organizer, originalStart, was, is, isUpdate, comment });
  }

  /** Whether the organizer's calendar opens the answers when the time is another. */
  function reopensOnMove(organizer: string): boolean {
    const isGoogle = providerOf(organizer, people) === 'google';
    return !isGoogle || deps.positions()['google.moved-time-resets-answers'] === 'reset';
  }

  /** Guests on Graph whose copy, or occurrence, a full update takes out of Deleted Items. */
  function returning(copy: EventCopy, key: string | null): ReadonlySet<string> {
    const guests = [...invited(copy.fields.guests, copy.mailbox, people)];
    return new Set(
      guests.filter((mailbox) => {
        const theirs = providerOf(mailbox, people) === 'microsoft' && copies.findByUid(mailbox, copy.uid);
        if (!theirs) return false;
        return key === null ? theirs.folder === 'deleted' : theirs.exceptions[key]?.gone === true;
      }),
    );
  }

  /** Whoever is on the list of an occurrence and was not before: the occurrence is open for them. */
  function invitedAnew(organizer: string, before: EventFields, now: EventFields): readonly string[] {
    const known = invitedBefore(before.guests, now.guests, organizer, people);
    return [...invited(now.guests, organizer, people)].filter((mailbox) => !known.has(mailbox));
  }

  function updateWhole(copy: EventCopy, change: Partial<EventFields>, telling: Telling): EventCopy {
    const isOrganizer = ownerOf(copy.mailbox, people);
    const changed = changedWhole(copy, change, nameOf, (fields, ms) => occurrences.setOf(fields).has(ms));
    occurrences.setOf(changed.fields);
    const isFull = isFullUpdate(copy.fields, changed.fields);
    const reopensAll = isNewTime(copy.fields, changed.fields) && reopensOnMove(copy.mailbox);
    const back = isFull && !changed.fields.cancelled ? returning(copy, null) : new Set<string>();
    const open =
      reopensAll || back.size > 0
        ? withOpenAnswers(changed, (guest) => isOrganizer(guest) || !(reopensAll || back.has(nameOf(guest))))
        : changed;
    const after = copies.write({ ...open, folder: folderAfter(copy, changed.fields) });
    if (after === copy) return copy;
    const dropsExceptions = isNewStartOrRule(copy.fields, after.fields);
    propagation.spread(copy, after, { reopensAll, dropsExceptions, returning: back, renewed: null });
    const was = copy.fields.cancelled ? [] : copy.fields.guests;
    const is = after.fields.cancelled ? [] : after.fields.guests;
    if (telling.notify) tell(after, null, was, is, isFull, telling.comment);
    return copies.need(copy.key);
  }

  /** Cancelled meetings leave the organizer's calendar; one that is on again comes back. */
  function folderAfter(copy: EventCopy, { cancelled }: EventFields): EventCopy['folder'] {
    if (cancelled === copy.fields.cancelled) return copy.folder;
    if (!cancelled) return 'calendar';
    return providerOf(copy.mailbox, people) === 'microsoft' ? 'deleted' : 'purged';
  }

  function updateOccurrence(
    copy: EventCopy,
    before: EventInstance,
    change: Partial<EventFields>,
    telling: Telling,
  ): EventCopy {
    const { originalStart } = before;
    const isOrganizer = ownerOf(copy.mailbox, people);
    const known = copy.exceptions[originalStart]?.fields ?? {};
    const { recurrence: _recurrence, ...single } = change;
    const draft = withException(copy, originalStart, {
      fields: changedOccurrence(before, known, single, nameOf),
    });
    const now = occurrences.need(draft, originalStart).fields;
    const isFull = isFullUpdate(before.fields, now);
    const forAll = isNewTime(before.fields, now) && reopensOnMove(copy.mailbox);
    const back = isFull && !now.cancelled ? returning(copy, originalStart) : new Set<string>();
    if (isDeepStrictEqual(before.fields, now)) return copy;
    const opened = withOpenAnswers(
      { ...draft, fields: now, exceptions: {} },
      (guest) => isOrganizer(guest) || !(forAll || back.has(nameOf(guest))),
    ).fields.guests;
    const hasOwnList = forAll || back.size > 0 || draft.exceptions[originalStart]?.fields.guests;
    const fields = { ...draft.exceptions[originalStart]?.fields, ...(hasOwnList ? { guests: opened } : {}) };
    const after = copies.write({
      ...withException(draft, originalStart, { fields }),
      sequence: copy.sequence + (isNewTime(before.fields, now) || now.cancelled ? 1 : 0),
    });
    const asked = new Set([...back, ...invitedAnew(copy.mailbox, before.fields, now)]);
    const renewed = forAll || asked.size > 0 ? { originalStart, forAll } : null;
    propagation.spread(copy, after, { ...nothingNew, returning: asked, renewed });
    const was = before.fields.cancelled ? [] : before.fields.guests;
    const is = now.cancelled ? [] : now.guests;
    if (telling.notify) tell(after, originalStart, was, is, isFull, telling.comment);
    return copies.need(copy.key);
  }

  /** What a guest writes into the own copy stays there. */
  function updateLocally(copy: EventCopy, key: string | null, change: Partial<EventFields>): EventCopy {
    const guests = change.guests ? { guests: normalized(change.guests) } : {};
    if (key === null) {
      const fields = { ...copy.fields, ...change, ...guests };
      occurrences.setOf(fields);
      const exceptions = isNewStartOrRule(copy.fields, fields) ? {} : copy.exceptions;
      return copies.write({ ...copy, fields, exceptions });
    }
    const { recurrence: _recurrence, ...single } = change;
    const shown = occurrences.need(copy, key).fields;
    if (isDeepStrictEqual({ ...shown, ...single, ...guests }, shown)) return copy;
    const fields = { ...copy.exceptions[key]?.fields, ...single, ...guests };
    return copies.write(withException(copy, key, { fields }));
  }

  return {
    create,
    update: ({ key, originalStart }, change, telling) => {
      const copy = copies.need(key);
      const before = originalStart === null ? null : occurrences.need(copy, originalStart);
      if (copy.mailbox !== copy.organizer) return updateLocally(copy, originalStart, change);
      return before ? updateOccurrence(copy, before, change, telling) : updateWhole(copy, change, telling);
    },
  };
}
