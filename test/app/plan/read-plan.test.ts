import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressesOfName } from '../../../src/app/plan/guest-names.ts';
import { knownNames } from '../../../src/app/plan/known-names.ts';
import type { PlanFields } from '../../../src/app/plan/plan-fields.ts';
import { type Plan, readPlan } from '../../../src/app/plan/read-plan.ts';
import { nowMs, owner } from '../../contract/world.ts';
import { filled, planner } from './plan-entries.ts';

function read(change: Partial<PlanFields>, zone: string = planner.zone) {
  return readPlan(filled(change), { planner: owner, zone, nowMs });
}

function planOf(change: Partial<PlanFields>, zone?: string): Plan {
  const result = read(change, zone);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.plan;
}

function problemsOf(change: Partial<PlanFields>): string[] {
  const result = read(change);
  return result.ok ? [] : result.problems.map(({ field, code }) => `${field} ${code}`);
}

describe('reading a planned time', () => {
  it('takes it on the clock of the planner', () => {
    const { startMs, endMs, clock } = planOf({});
    expect(new Date(startMs).toISOString()).toBe('2026-11-26T09:00:00.000Z');
    expect(endMs - startMs).toBe(25 * 60_000);
    expect(clock).toBeNull();
  });

  it('says that the clock skips an hour, and moves it by the length of the hole', () => {
    const { startMs, clock } = planOf({ date: '2027-03-28', start: '02:30' });
    expect(clock).toBe('hole');
    expect(new Date(startMs).toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });

  it('says that the clock shows an hour twice, and takes the first', () => {
    const { startMs, clock } = planOf({ date: '2027-10-31', start: '02:30' });
    expect(clock).toBe('overlap');
    expect(new Date(startMs).toISOString()).toBe('2027-10-31T00:30:00.000Z');
  });

  it('notices the half hour of Lord Howe, which is a hole of thirty minutes', () => {
    expect(planOf({ date: '2027-10-03', start: '02:15' }, 'Australia/Lord_Howe').clock).toBe('hole');
    expect(planOf({ date: '2027-10-03', start: '02:45' }, 'Australia/Lord_Howe').clock).toBeNull();
  });

  it('refuses days and times that do not exist, are over, or too far', () => {
    expect(problemsOf({ date: '2026-02-30' })).toEqual(['date not-a-date']);
    expect(problemsOf({ date: '', start: '' })).toEqual(['date missing', 'start missing']);
    expect(problemsOf({ start: '24:00' })).toEqual(['start not-a-time']);
    expect(problemsOf({ date: '2026-11-22' })).toEqual(['date past']);
    expect(problemsOf({ date: '2029-01-01' })).toEqual(['date too-far']);
  });
});

describe('reading guests', () => {
  it('takes lines, commas, names and doubles, and leaves the planner out', () => {
    const guests = `Carl <CARL@kiln.example>, eva@kiln.example;\r\n${owner}\ncarl@kiln.example`;
    expect(planOf({ guests }).guests).toEqual(['carl@kiln.example', 'eva@kiln.example']);
  });

  it('quotes what is no address', () => {
    const result = read({ guests: 'carl, a@b, x<script>y@x.example, eva@kiln.example, x@' });
    expect(result.ok ? [] : result.problems.map(({ detail }) => detail)).toEqual([
      'carl',
      'a@b',
      'x<script>y@x.example',
      'x@',
    ]);
  });

  it('quotes ten of them and says how many more there are', () => {
    const result = read({ guests: Array.from({ length: 12 }, (_, n) => `p${n}`).join('\n') });
    const problems = result.ok ? [] : result.problems;
    expect(problems).toHaveLength(10);
    expect(problems.map(({ more }) => more ?? 0)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  });

  it('says whom a name may mean where that is more than one', () => {
    const addresses = ['mei.tan@kiln.example', 'mei@kiln.example'];
    const namesakes = new Map([['Mei', addresses]]);
    const fields = filled({ guests: 'x@; Mei' });
    const result = readPlan(fields, { planner: owner, zone: planner.zone, nowMs, namesakes });
    expect(result.ok ? [] : result.problems).toEqual([
      { field: 'guests', code: 'several-people', detail: 'Mei', addresses },
      { field: 'guests', code: 'not-an-address', detail: 'x@' },
    ]);
  });

  it('takes fifty and no more', () => {
    const some = (count: number) => Array.from({ length: count }, (_, n) => `p${n}@kiln.example`).join('\n');
    expect(planOf({ guests: some(50) }).guests).toHaveLength(50);
    expect(problemsOf({ guests: some(51) })).toEqual(['guests too-many']);
    expect(problemsOf({ guests: owner })).toEqual(['guests missing']);
  });
});

describe('reading the rest', () => {
  it('tells everything that is wrong at once', () => {
    const change = { title: ' ', purpose: 'party', minutes: '3', weeks: '53', key: 'x' };
    expect(problemsOf({ ...change, guests: '' })).toEqual([
      'title missing',
      'key unknown',
      'purpose unknown',
      'minutes not-a-number',
      'weeks not-a-number',
      'guests missing',
    ]);
  });

  it('keeps the title on one line and the description as it was typed', () => {
    const plan = planOf({ title: 'One\r\n two', description: ' - a\r\n- b ' });
    expect([plan.title, plan.description]).toEqual(['One two', '- a\n- b']);
  });

  it('neither throws nor dawdles on anything that somebody may send', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constant(`${'a'.repeat(200_000)}@`),
      fc.constant('<'.repeat(50_000)),
    );
    const fields = fc.record({
      ...{ title: text, purpose: text, description: text, guests: text, date: text, start: text },
      ...{ minutes: text, weeks: text, writing: text, because: text, key: text },
    });
    fc.assert(
      fc.property(fields, (given) => {
        const beganMs = performance.now();
        readPlan(given, { planner: owner, zone: 'Europe/Paris', nowMs });
        expect(performance.now() - beganMs).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });
});

describe('names of colleagues', () => {
  const people = [
    ...['mei.tan', 'mei', 'ada', 'weiling.tan', 'ines.belkacem', 'i.belkacem.roe', 'jo.mueller'],
    ...['lukasz.wojcik', 'x7'],
  ].map((local) => ({ address: `${local}@kiln.example`, name: local === 'x7' ? 'Zoë Okafor' : null }));

  it.each([
    ['Ada', ['ada']],
    ['Mei Tan', ['mei.tan']],
    ['Mei', ['mei.tan', 'mei']],
    ['Tan Wei Ling', ['weiling.tan']],
    ['Wei Ling', ['weiling.tan']],
    ['Inès', ['ines.belkacem']],
    ['Inès Belkacem', ['ines.belkacem', 'i.belkacem.roe']],
    ['Jo Müller', ['jo.mueller']],
    ['Łukasz Wójcik', ['lukasz.wojcik']],
    ['zoe okafor', ['x7']],
    ['I', ['i.belkacem.roe']],
    ['Ada Lovelace', []],
    ['', []],
    ['ada@', []],
  ])('%j may be %j', (typed, locals) => {
    expect(addressesOfName(typed, people)).toEqual(locals.map((local) => `${local}@kiln.example`));
  });
});

describe('names in a calendar', () => {
  it('are those that colleagues write, not those that outsiders write beside an address', () => {
    const organized = (organizer: string, email: string, name: string) => ({
      organizer: { email: organizer, name: null, self: false },
      attendees: [
        {
          ...{ email, name, self: false },
          ...({ kind: 'individual', role: 'required', answer: 'accepted' } as const),
        },
      ],
    });
    const names = knownNames(
      [
        organized('ada@kiln.example', 'mei@kiln.example', 'Mei Tan'),
        organized('eve@outside.example', 'mei@kiln.example', 'Ada'),
        organized('ada@kiln.example', 'x7@kiln.example', 'x7@kiln.example'),
      ],
      new Set(['ada@kiln.example']),
    );
    expect([...names]).toEqual([['mei@kiln.example', 'Mei Tan']]);
  });
});
