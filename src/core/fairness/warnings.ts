import { instantToLocal } from '../meeting/wall-time.ts';
import type { FairSlot, SlotPerson, SlotShare } from './find-slots.ts';
import { type HourKinds, hourKinds } from './hour-kinds.ts';
import { compareWorstFirst, worstFirst } from './worst-first.ts';

/** Something that people should know before they choose a time: in words, with its numbers inside. */
export interface FairnessWarning {
  readonly rule:
    | 'asleep'
    | 'off-hours'
    | 'day-off'
    | 'unfair-share'
    | 'unknown-zone'
    | 'unknown-calendar'
    | 'fairer-time'
    | 'clock-change';
  /** One sentence. */
  readonly because: string;
  /** Whom it concerns, in the order of the query. */
  readonly people: readonly string[];
  /** The time it speaks of, epoch milliseconds; null where it is about none in particular. */
  readonly startMs: number | null;
}

/** What people carried so far, and since when, for the words. */
export interface Carried {
  /** Of what: `this series' off-hours`, or `the burden so far`. */
  readonly of: string;
  /** `August` or `August 2025`; null where nobody knows since when. */
  readonly since: string | null;
}

/** Somebody who carries this many times the mean, or more, takes an unfair share (peers 6.3: a multiple of the mean). */
export const unfairMultiple = 1.5;
const namedSingly = 3;
const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Everything to be said of one time: whom it wakes, keeps late or takes a day off from, and who carries too much. */
export function warnAboutSlot(
  slot: FairSlot,
  people: readonly SlotPerson[],
  carried: Carried,
): FairnessWarning[] {
  const placed = people.map((person, index) => ({
    person,
    share: slot.people[index],
    kinds: hourKinds(person, slot.startMs, slot.endMs),
  }));
  const hurt = [
    {
      rule: 'asleep' as const,
      words: ', in the hours of sleep',
      does: ({ asleep }: HourKinds) => asleep > 0,
    },
    {
      rule: 'off-hours' as const,
      words: ', outside working hours by more than two hours',
      does: ({ asleep, awake }: HourKinds) => asleep === 0 && awake > 0,
    },
    {
      rule: 'day-off' as const,
      words: ', on a day off',
      does: ({ asleep, awake, dayOff }: HourKinds) => asleep === 0 && awake === 0 && dayOff > 0,
    },
  ];
  const byHour = hurt.flatMap(({ rule, words, does }) => {
    const those = placed.filter(({ kinds }) => kinds !== null && does(kinds));
    const together = Map.groupBy(those, ({ share }) => share?.zone ?? null);
    return [...together].flatMap(([zone, group]): FairnessWarning[] => {
      if (zone === null) return [];
      const names = group.map(({ person }) => person.name);
      const { text } = instantToLocal(slot.startMs, zone);
      const [day, clock] = [text.slice(0, -6), text.slice(-5)];
      return [
        {
          rule,
          because: `${clock} for ${peopleInWords(names)} in ${cityOf(zone)}${historyOf(names, people, carried)} (${day}${words}).`,
          people: names,
          startMs: slot.startMs,
        },
      ];
    });
  });
  return [...byHour, ...unfairShares(slot, people), ...unknowns(slot)];
}

/**
 * What the fairest other time would spare, where there is one; null otherwise. A time that is fairer only because
 * nobody knows what it costs somebody is not.
 */
export function warnOfFairerTime(current: FairSlot, best: FairSlot | undefined): FairnessWarning | null {
  if (!best || best.startMs === current.startMs) return null;
  const [now, then] = [worstFirst(sumsOf(current)), worstFirst(sumsOf(best))];
  if (then.length < now.length || compareWorstFirst(then, now) >= 0) return null;
  const spared = current.people
    .filter(({ burden }, index) => isLess(best.people[index]?.burden, burden))
    .map(({ name }) => name);
  const [worstNow = 0, worstThen = 0] = [now[0], then[0]];
  const gains = [
    ...(worstThen < worstNow
      ? [`nobody would carry more than ${worstThen} point-minutes instead of ${worstNow}`]
      : []),
    ...(spared.length > 0 ? [`it costs ${peopleInWords(spared)} less`] : []),
  ];
  if (gains.length === 0) return null;
  return {
    rule: 'fairer-time',
    because: `${instantToLocal(best.startMs, 'UTC').text} UTC is fairer: ${gains.join(', and ')}.`,
    people: spared,
    startMs: best.startMs,
  };
}

function isLess(then: number | null | undefined, now: number | null): boolean {
  return typeof then === 'number' && now !== null && then < now;
}

/** `Ann`, `Ann and Ben`, `Ann, Ben and Cai`, `five people`. */
export function peopleInWords(names: readonly string[]): string {
  if (names.length > namedSingly) return `${numbers[names.length] ?? String(names.length)} people`;
  const last = names.at(-1) ?? 'nobody';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

/** `New York` of `America/New_York`. */
export function cityOf(zone: string | null): string {
  return zone === null ? 'an unknown zone' : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function historyOf(names: readonly string[], people: readonly SlotPerson[], carried: Carried): string {
  const all = people.reduce((sum, person) => sum + person.carried, 0);
  const theirs = people
    .filter(({ name }) => names.includes(name))
    .reduce((sum, person) => sum + person.carried, 0);
  if (theirs === 0) return '';
  const since = carried.since === null ? '' : ` since ${carried.since}`;
  return `, who carried ${Math.round((100 * theirs) / all)} % of ${carried.of}${since}`;
}

/** Those whom this time burdens although they already carry, or then would, far more than others. */
function unfairShares(slot: FairSlot, people: readonly SlotPerson[]): FairnessWarning[] {
  const sums = slot.people.flatMap(({ burden, carried }) => (burden === null ? [] : [carried + burden]));
  const all = sums.reduce((total, each) => total + each, 0);
  if (sums.length < 2 || people.every(({ carried }) => carried === 0)) return [];
  return slot.people.flatMap(({ name, burden, carried }): FairnessWarning[] => {
    if (burden === null || burden === 0 || carried + burden <= (unfairMultiple * all) / sums.length)
      return [];
    const percent = Math.round((100 * (carried + burden)) / all);
    return [
      {
        rule: 'unfair-share',
        because: `${name} would carry ${percent} % of what ${numbers[sums.length] ?? sums.length} people carry: ${carried} point-minutes so far and ${burden} here.`,
        people: [name],
        startMs: slot.startMs,
      },
    ];
  });
}

function unknowns({ people, startMs }: FairSlot): FairnessWarning[] {
  const zoneless = people.filter(({ burden }) => burden === null).map(({ name }) => name);
  if (zoneless.length === 0) return [];
  return [
    {
      rule: 'unknown-zone',
      because: `The time zone of ${peopleInWords(zoneless)} is not known, so nobody knows what this hour costs them.`,
      people: zoneless,
      startMs,
    },
  ];
}

function sumsOf({ people }: { readonly people: readonly SlotShare[] }): number[] {
  return people.flatMap(({ burden, carried }) => (burden === null ? [] : [carried + burden]));
}
