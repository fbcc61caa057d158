import { describe, expect, it } from '@jest/globals';
import { wasThereBefore } from '../../../src/app/cases/was-there-before.ts';
import { at, entry, series } from './entries.ts';
import { gates, startMs } from './gate.ts';
import { nowOf, onlyCase } from './one-case.ts';

const open = gates();

const before = { createdMs: startMs - 60_000 };
const wednesday = '2026-11-25T10:00:00Z';
const nextWednesday = '2026-12-02T10:00:00Z';
const friday = '2026-11-27T10:00:00Z';

describe('a meeting that stood in the calendar before it was connected', () => {
  it('is judged, says what would have been done, and is not answered', async () => {
    const gate = await open();
    await gate.see(entry(before));
    expect(await onlyCase(gate)).toMatchObject({ verdict: 'decline', act: 'none', wouldAct: 'decline' });
    expect(await nowOf(gate)).toEqual({ state: 'admitted', effects: [] });
  });

  it('stays so however often it is seen', async () => {
    const gate = await open();
    for (const version of ['v1', 'v2', 'v3']) await gate.see(entry(before, { version }));
    expect(await nowOf(gate)).toEqual({ state: 'admitted', effects: [] });
  });

  it('is news once it moves', async () => {
    const gate = await open();
    await gate.see(entry(before));
    await gate.see(at(nextWednesday, before));
    expect(await nowOf(gate)).toEqual({ state: 'declined', effects: ['answerInvite'] });
  });

  it('is left alone where nobody knows when it was created', async () => {
    const gate = await open();
    await gate.see(entry({ createdMs: null }));
    expect(await nowOf(gate)).toEqual({ state: 'admitted', effects: [] });
  });

  it('keeps its occurrences, those that come into sight later too', async () => {
    const gate = await open();
    const weekly = series([wednesday, friday, nextWednesday], before);
    await gate.see(weekly);
    gate.setNow(startMs + 86_400_000);
    await gate.see({ ...weekly, version: 'v2' });
    const acts = (await gate.cases()).map(({ occurrence, act }) => [occurrence === '', act]);
    expect(acts.every(([, act]) => act === 'none')).toBe(true);
    expect(acts.filter(([whole]) => !whole)).toHaveLength(2);
  });
});

it('an invite of the very moment of connecting is new', async () => {
  const gate = await open();
  await gate.see(entry({ createdMs: startMs }));
  expect(await nowOf(gate)).toEqual({ state: 'declined', effects: ['answerInvite'] });
});

// Regression: calendars write whole seconds, so an invite of just after the connecting was taken for an old one.
it.each([
  [startMs - 1_000, true],
  [startMs, false],
  [startMs + 1_000, false],
])(
  'created at second %d, connected within the second of the start: was there before is %s',
  (createdMs, expected) => {
    expect(wasThereBefore({ connectedMs: startMs + 999 }, entry({ createdMs }), null)).toBe(expected);
  },
);
