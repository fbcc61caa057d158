import { describe, expect, it } from '@jest/globals';
import { type SwitchName, switches, switchPositions } from '../../src/sandbox/switches.ts';
import { switchRows } from './switch-rows.ts';

describe.each([
  ['google', 16],
  ['microsoft', 12],
] as const)('the rows of switches of %s', (provider, atLeast) => {
  const names = (Object.keys(switches) as SwitchName[]).filter((name) => name.startsWith(provider));
  const rows = [{}, ...switchRows(provider).map(([, turned]) => turned)].map(switchPositions);

  it('show every two switches in all four combinations', () => {
    expect(names.length).toBeGreaterThanOrEqual(atLeast);
    for (const one of names)
      for (const other of names.slice(names.indexOf(one) + 1)) {
        const seen = new Set(rows.map((row) => `${row[one]} and ${row[other]}`));
        expect({ one, other, seen: seen.size }).toEqual({ one, other, seen: 4 });
      }
  });

  it('turn no switch of the other calendar, and are fewer than the switches', () => {
    for (const [, turned] of switchRows(provider))
      expect(Object.keys(turned).every((name) => name.startsWith(`${provider}.`))).toBe(true);
    expect(rows.length).toBeLessThan(names.length);
  });
});
