import { describe, expect, it } from '@jest/globals';
import { firstDay } from '../../../src/app/plan/first-day.ts';
import { type JudgedPlan, judgePlan } from '../../../src/app/plan/judge-plan.ts';
import type { PlanFields } from '../../../src/app/plan/plan-fields.ts';
import { colleague, elsewhere, guest, invite, outside, owner } from '../../contract/world.ts';
import { type LiveGate, liveGates } from '../effects/live-gate.ts';
import { filled, planner, statusRound } from './plan-entries.ts';

const openGate = liveGates();

async function judged({ deps, organizationId }: LiveGate, fields: PlanFields): Promise<JudgedPlan> {
  const result = await judgePlan(deps, organizationId, planner, fields);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.judged;
}

describe('judging a plan', () => {
  it('gives the same answer twice and writes nothing', async () => {
    const gate = await openGate('google');
    await gate.connect(colleague);
    const first = await judged(gate, filled());
    expect(await judged(gate, filled())).toEqual(first);
    expect(await gate.cases()).toEqual([]);
    expect(gate.world.sandbox.parts.engine.copies(owner)).toEqual([]);
  });

  it('offers a draft with the planner’s own points for what can be written', async () => {
    const gate = await openGate('google');
    const { judgement, draft } = await judged(gate, statusRound());
    expect(judgement.verdict).toBe('go-async');
    expect(judgement.signals.purpose.evidence).not.toEqual([]);
    expect(draft?.sections.flatMap(({ lines }) => lines)).toEqual(['platform', 'design']);
  });

  it('sees the planner’s own protected time', async () => {
    const gate = await openGate('google');
    const { judgement, wantsOtherTime, hours } = await judged(gate, filled({ date: '2026-11-25' }));
    expect(judgement.verdict).toBe('move');
    // One list of times: what the gate alone would propose may be night for a guest.
    expect(wantsOtherTime).toBe(true);
    expect(judgement.changes.join(' ')).not.toMatch(/\d{2}:\d{2}/);
    expect(hours.slots.length).toBeGreaterThan(0);
    expect(judgement.time.decidedBy).toBe('no-meeting-day');
  });

  it('counts what the planner states more than the words', async () => {
    const gate = await openGate('google');
    const stated = await judged(gate, statusRound({ purpose: 'brainstorm' }));
    expect(stated.judgement.need.need).toBe('live');
    expect(stated.judgement.signals.purpose.value).toBe('brainstorm');
  });

  it('changes what has to be seen with the content and with the verdict', async () => {
    const gate = await openGate('google');
    const first = await judged(gate, filled());
    const otherText = await judged(gate, filled({ description: 'Something else entirely.' }));
    expect(otherText.seen).not.toBe(first.seen);
    await gate.inside((tx) => tx.organizations.change({ policyText: thursdayFree }));
    const otherPolicy = await judged(gate, filled());
    expect(otherPolicy.judgement.verdict).toBe('move');
    expect(otherPolicy.seen).not.toBe(first.seen);
  });
});

describe('the first day of a plan', () => {
  it('is the next one on which the planner works and takes meetings', async () => {
    const { deps, organizationId, inside } = await openGate('google');
    const on = (nowMs: number) =>
      firstDay({ ...deps, clock: { ...deps.clock, nowMs: () => nowMs } }, organizationId, planner);
    expect(await on(Date.UTC(2026, 10, 23, 9))).toBe('2026-11-24');
    expect(await on(Date.UTC(2026, 10, 28, 9))).toBe('2026-11-30');
    await inside((tx) => tx.organizations.change({ policyText: thursdayFree }));
    expect(await on(Date.UTC(2026, 10, 25, 9))).toBe('2026-11-27');
  });
});

describe('the outlook for guests', () => {
  it('says what a connected colleague’s gate would do, on their clock and by their policy', async () => {
    const gate = await openGate('google');
    await gate.inside((tx) => tx.organizations.change({ policyText: carlInSingapore }));
    await gate.connect(colleague);
    // 17:00 on Tuesday in Paris is 00:00 on Wednesday in Singapore.
    const { guests, hours } = await judged(gate, filled({ date: '2026-11-24', start: '17:00' }));
    expect(guests).toMatchObject([
      { address: colleague, known: 'gate', reply: 'declined', collided: 1, judged: 1 },
    ]);
    expect(guests[0]?.protections).toContain('no-meeting-day');
    expect(hours.people).toMatchObject([
      { address: owner, zone: 'Europe/Paris', kind: 'preferred', burden: 0 },
      { address: colleague, zone: 'Asia/Singapore', kind: 'asleep', burden: 150 },
    ]);
    expect(hours.warnings).toContainEqual({ rule: 'asleep', people: [colleague] });
  });

  it('says which dates of a series a colleague’s gate would answer', async () => {
    const gate = await openGate('google');
    await gate.inside((tx) => tx.organizations.change({ policyText: carlOffOnce }));
    await gate.connect(colleague);
    const { guests } = await judged(gate, filled({ weeks: '4' }));
    expect(guests).toMatchObject([{ reply: 'some', collided: 1, judged: 4 }]);
  });

  it('tells no title of anybody, only that they are busy', async () => {
    const gate = await openGate('google');
    const carl = await gate.connect(colleague);
    const start = { kind: 'instant', ms: Date.parse('2026-11-26T09:00:00Z'), zone: 'Europe/Paris' } as const;
    const end = { ...start, ms: start.ms + 3_600_000 };
    invite(gate.world, { summary: 'Secret talk', start, end, guests: [guest(elsewhere)] });
    await gate.pull(carl);
    const answer = await judged(gate, filled());
    expect(answer.guests).toMatchObject([{ busy: true }]);
    expect(JSON.stringify(answer)).not.toContain('Secret');
    const taken = (startMs: number) => startMs < end.ms && startMs + 25 * 60_000 > start.ms;
    expect(answer.hours.slots.filter(({ startMs }) => taken(startMs))).toEqual([]);
    expect((await judged(gate, filled({ start: '15:00' }))).guests).toMatchObject([{ busy: false }]);
  });

  it('knows nothing of outsiders: neither clock nor calendar is guessed', async () => {
    const gate = await openGate('google');
    const { guests, hours } = await judged(gate, filled({ guests: outside }));
    expect(guests).toEqual([
      {
        address: outside,
        known: 'outside',
        reply: 'unknown',
        protections: [],
        collided: 0,
        judged: 0,
        busy: null,
      },
    ]);
    expect(hours.people[1]).toEqual({
      address: outside,
      zone: null,
      kind: 'unknown',
      burden: null,
      carried: 0,
    });
    expect(hours.warnings).toEqual([{ rule: 'unknown-zone', people: [outside] }]);
    expect(hours.slots.every(({ availability }) => availability === 'unknown')).toBe(true);
  });

  it('takes a calendar that was never read for unknown, not for free', async () => {
    const gate = await openGate('google');
    await gate.connect(colleague);
    expect((await judged(gate, filled())).guests).toMatchObject([{ known: 'gate', busy: null }]);
  });
});

describe('proposed times', () => {
  it('are five that do not overlap, within two weeks, on no protected day', async () => {
    const gate = await openGate('google');
    await gate.connect(colleague);
    const { hours } = await judged(gate, filled());
    const starts = hours.slots.map(({ startMs }) => startMs).sort((a, b) => a - b);
    expect(starts).toHaveLength(5);
    for (const [index, startMs] of starts.entries()) {
      expect(startMs).toBeGreaterThanOrEqual(gate.deps.clock.nowMs());
      expect(startMs - (starts[index - 1] ?? 0)).toBeGreaterThanOrEqual(25 * 60_000);
      expect(new Date(startMs).getUTCDay()).not.toBe(3);
    }
    expect(new Set(starts.map((startMs) => new Date(startMs).getUTCDate())).size).toBe(3);
  });

  it('count what people carried in meetings with the planner', async () => {
    const gate = await openGate('google');
    await gate.inside((tx) => tx.organizations.change({ policyText: carlInSingapore }));
    await gate.connect(colleague);
    // 16:00 in Paris is 23:00 in Singapore.
    const start = { kind: 'instant', ms: Date.parse('2026-11-19T15:00:00Z'), zone: 'Europe/Paris' } as const;
    invite(gate.world, { start, end: { ...start, ms: start.ms + 3_600_000 } });
    await gate.pull();
    const { hours } = await judged(gate, filled());
    expect(hours.names.get(colleague)).toBe('Carl Colleague');
    const carried = Object.fromEntries(hours.people.map((each) => [each.address, each.carried]));
    expect(carried[owner]).toBe(0);
    // Sixty minutes asleep at six points, four days of a half-life of twelve weeks ago.
    expect(carried[colleague]).toBeGreaterThan(330);
    expect(carried[colleague]).toBeLessThan(360);
  });
});

const hours = 'hours: 08:00-19:00, days: [monday, tuesday, wednesday, thursday, friday]';

const thursdayFree = `
organization:
  domains: [kiln.example]
  timeZone: Europe/Paris
  workingHours: [{ ${hours} }]
  noMeetingDays: [{ day: thursday }]
`;

const carlInSingapore = `
organization:
  domains: [kiln.example]
  timeZone: Europe/Paris
  workingHours: [{ ${hours} }]
  noMeetingDays: [{ day: wednesday }]
  enforcement: { default: observe, no-meeting-day: enforce }
people:
  carl@kiln.example: { timeZone: Asia/Singapore }
`;

const carlOffOnce = `
organization:
  domains: [kiln.example]
  timeZone: Europe/Paris
  workingHours: [{ ${hours} }]
  enforcement: { default: observe, no-meeting-day: enforce }
people:
  carl@kiln.example:
    noMeetingDays: [{ day: thursday, except: [2026-11-26, 2026-12-03, 2026-12-17] }]
`;
