import { describe, expect, it } from '@jest/globals';
import { createFaults, type FaultyRequest } from '../../../src/sandbox/faults/create-faults.ts';
import { type FaultRule, faultPlanSchema } from '../../../src/sandbox/faults/fault-plan.ts';
import { seededChance } from '../../../src/sandbox/faults/seeded-chance.ts';

const request = (path: string, fields: Partial<FaultyRequest> = {}): FaultyRequest => ({
  provider: 'google',
  method: 'GET',
  path,
  isSignIn: false,
  ...fields,
});

const always = (fields: Partial<FaultRule> = {}): FaultRule => ({
  kind: 'server-error',
  probability: 1,
  ...fields,
});

/** How many of each kind hit these requests, in the order that is given. */
function hits(seed: number, rules: readonly FaultRule[], paths: readonly string[]): Map<string, string[]> {
  const faults = createFaults({ seed, rules: [...rules] });
  const found = new Map<string, string[]>();
  for (const path of paths) {
    found.set(path, [...(found.get(path) ?? []), faults.next(request(path))?.kind ?? 'none']);
  }
  return found;
}

describe('faults by seed', () => {
  const rules = [always({ probability: 0.3 }), always({ probability: 0.2, kind: 'slow' })];
  const paths = Array.from({ length: 3000 }, (_, n) => `/calendars/${n % 10}`);

  it('come as often as they should', () => {
    const all = [...hits(1, rules, paths).values()].flat();
    const count = (kind: string) => all.filter((each) => each === kind).length;
    // Standard deviations: 25 of 900, and 19 of 420 (the second rule sees what the first left).
    expect(Math.abs(count('server-error') - 900)).toBeLessThan(125);
    expect(Math.abs(count('slow') - 420)).toBeLessThan(95);
  });

  it('are the same for the same requests, however different paths interleave', () => {
    const sorted = hits(1, rules, paths.toSorted());
    for (const [path, kinds] of hits(1, rules, paths)) expect(sorted.get(path)).toEqual(kinds);
  });

  it('are others by another seed', () => {
    expect(hits(2, rules, paths)).not.toEqual(hits(1, rules, paths));
  });

  it('start again with a plan that is set again', () => {
    const plan = { seed: 3, rules: [always({ probability: 0.5 })] };
    const faults = createFaults(plan);
    const first = paths.slice(0, 50).map((path) => faults.next(request(path))?.kind);
    faults.set(plan);
    expect(paths.slice(0, 50).map((path) => faults.next(request(path))?.kind)).toEqual(first);
    expect(new Set(first).size).toBe(2);
  });
});

describe('a rule', () => {
  it.each<[string, Partial<FaultRule>, Partial<FaultyRequest>, boolean]>([
    ['is for its vendor', { provider: 'google' }, {}, true],
    ['is not for the other one', { provider: 'microsoft' }, {}, false],
    ['is for its method', { method: 'PATCH' }, { method: 'PATCH' }, true],
    ['is not for another method', { method: 'PATCH' }, {}, false],
    ['is for a part of the path', { path: '/events' }, {}, true],
    ['is not for another path', { path: '/freeBusy' }, {}, false],
    ['spares sign-in', {}, { isSignIn: true }, false],
    ['is for sign-in where it says so', { includeSignIn: true }, { isSignIn: true }, true],
    ['without chance never hits', { probability: 0 }, {}, false],
  ])('%s', (_, rule, fields, isHit) => {
    const faults = createFaults({ seed: 1, rules: [always(rule)] });
    expect(faults.next(request('/calendars/a/events', fields)) !== null).toBe(isHit);
  });

  it('hits so often at most, and then the next rule has its turn', () => {
    const faults = createFaults({
      seed: 1,
      rules: [always({ times: 2 }), always({ kind: 'slow', times: 1 })],
    });
    const kinds = Array.from({ length: 4 }, () => faults.next(request('/a'))?.kind ?? 'none');
    expect(kinds).toEqual(['server-error', 'server-error', 'slow', 'none']);
  });
});

describe('a plan', () => {
  it('is refused with a word on what is wrong', () => {
    const refused = faultPlanSchema.safeParse({
      seed: 1,
      rules: [{ probability: 2, kind: 'storm', often: true }],
    });
    expect(refused.error?.issues.map(({ path }) => path.join('.')).sort()).toEqual([
      'rules.0',
      'rules.0.kind',
      'rules.0.probability',
    ]);
  });
});

describe('a seeded chance', () => {
  it('is spread evenly from 0 to 1', () => {
    const tenths = new Array<number>(10).fill(0);
    for (let n = 0; n < 10_000; n += 1) {
      const tenth = Math.floor(seededChance(1, n) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('tells apart where one part ends and the next begins', () => {
    expect(seededChance('a', 'bc')).not.toBe(seededChance('ab', 'c'));
  });
});
