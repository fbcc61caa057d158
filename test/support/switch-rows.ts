import { type SwitchName, type SwitchPositions, switches } from '../../src/sandbox/switches.ts';

/** A name for the row, and the switches that are turned in it. */
export type SwitchRow = readonly [string, Partial<SwitchPositions>];

/** In how many rows each switch is turned: more than half of them. */
const turnedIn = 4;

/**
 * Positions to test one calendar in, beside the believed ones: every two of its switches are seen in all four
 * combinations, so no switch hides what another one breaks. Fewer rows than with each switch turned alone.
 *
 * Each switch has a set of rows of its own, all of one size: two of them differ, and as they hold more than half of the
 * rows they meet. (Kleitman and Spencer, Families of k-independent sets, 1973.) `SWITCHES=alone` turns one at a time instead.
 */
export function switchRows(provider: 'google' | 'microsoft'): readonly SwitchRow[] {
  const names = (Object.keys(switches) as SwitchName[]).filter((name) => name.startsWith(`${provider}.`));
  if (process.env.SWITCHES === 'alone') return names.map((name) => rowWith([name]));
  for (let count = turnedIn + 1; count < 2 * turnedIn; count += 1) {
    const sets = setsOf(turnedIn, count);
    if (sets.length >= names.length)
      return Array.from({ length: count }, (_, row) => rowOf(row, names, sets));
  }
  throw new Error('more switches than sets: raise turnedIn');
}

function rowOf(row: number, names: readonly SwitchName[], sets: readonly (readonly number[])[]): SwitchRow {
  return rowWith(names.filter((_, index) => sets[index]?.includes(row)));
}

function rowWith(turned: readonly SwitchName[]): SwitchRow {
  const positions = Object.fromEntries(turned.map((name) => [name, switches[name].positions[1]]));
  return [turned.map((name) => `${name.split('.')[1]} ${positions[name]}`).join(', '), positions];
}

/** All sets of so many of the numbers from 0 to `count` - 1. */
function setsOf(size: number, count: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  if (count < size) return [];
  const last = count - 1;
  return [...setsOf(size, last), ...setsOf(size - 1, last).map((set) => [...set, last])];
}
