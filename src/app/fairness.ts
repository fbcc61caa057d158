import {
  type FairSlot,
  findSlots,
  type SlotQuery,
  type SlotSearch,
  slotAt,
} from '../core/fairness/find-slots.ts';
import {
  type FairnessWarning,
  peopleInWords,
  warnAboutSlot,
  warnOfFairerTime,
} from '../core/fairness/warnings.ts';

/** The fairest times for people, what the current one costs, and what they should know. */
export interface SlotsAnswer {
  readonly search: SlotSearch;
  /** The time that the meeting has now; null where it has none. */
  readonly current: FairSlot | null;
  /** About the current time where there is one, else about the best. */
  readonly warnings: readonly FairnessWarning[];
}

/** Looks for the fairest times and says whom the current one, or else the best one, hurts. */
export function slotsByFairness(query: SlotQuery): SlotsAnswer {
  const search = findSlots(query);
  const current = query.currentStartMs === null ? null : slotAt(query, query.currentStartMs);
  const [best] = search.slots;
  const told = current ?? best;
  const carried = { of: 'the burden so far', since: null };
  return {
    search,
    current,
    warnings: [
      ...(told ? warnAboutSlot(told, query.people, carried) : []),
      ...[current && warnOfFairerTime(current, best)].filter((warning) => warning !== null),
      ...unknownCalendars(query),
    ],
  };
}

/** Said only where some calendars were read: a search that reads none is about zones alone. */
function unknownCalendars({ people }: SlotQuery): FairnessWarning[] {
  const unread = people.filter(({ availability }) => availability === null).map(({ name }) => name);
  if (unread.length === 0 || unread.length === people.length) return [];
  return [
    {
      rule: 'unknown-calendar',
      because: `The calendar of ${peopleInWords(unread)} was not read: nobody knows whether they are free.`,
      people: unread,
      startMs: null,
    },
  ];
}
