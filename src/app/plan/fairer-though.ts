import type { FairSlot, SlotShare } from '../../core/fairness/find-slots.ts';

/**
 * Why times are proposed that burden more people than the chosen one.
 * `taken`: somebody cannot come at the chosen time. `carried`: the one named has an easier hour, and carried most so
 * far. `spread`: the one named has an easier hour, and it would be the hardest of all at the chosen time.
 */
export interface FairerThough {
  readonly because: 'taken' | 'carried' | 'spread';
  /** Null for `taken`. */
  readonly address: string | null;
}

/** For whom a slot lies outside working hours, and in which zone; nobody whose zone is unknown. */
export function burdenedOf({ people }: FairSlot): { readonly address: string; readonly zone: string }[] {
  return people.flatMap(({ name, zone, burden }) =>
    burden !== null && burden > 0 && zone !== null ? [{ address: name, zone }] : [],
  );
}

/** @returns null where no slot burdens more people, or not all that do spare the one whom the chosen time costs most */
export function fairerThough(chosen: FairSlot, slots: readonly FairSlot[]): FairerThough | null {
  const harder = slots.filter((slot) => burdenedOf(slot).length > burdenedOf(chosen).length);
  if (harder.length === 0) return null;
  if (chosen.people.some(({ attends }) => attends === 'no')) return { because: 'taken', address: null };
  const [most] = chosen.people.toSorted((one, other) => sumOf(other) - sumOf(one));
  if (most === undefined || !harder.every((slot) => isEasier(slot, most))) return null;
  const carriedMost = most.carried > 0 && chosen.people.every(({ carried }) => carried <= most.carried);
  return { because: carriedMost ? 'carried' : 'spread', address: most.name };
}

function sumOf({ burden, carried }: SlotShare): number {
  return burden === null ? -1 : carried + burden;
}

function isEasier({ people }: FairSlot, { name, burden }: SlotShare): boolean {
  const then = people.find((person) => person.name === name)?.burden ?? null;
  return then !== null && burden !== null && then < burden;
}
