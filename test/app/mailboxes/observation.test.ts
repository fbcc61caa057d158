import { describe, expect, it } from '@jest/globals';
import { pullMailbox } from '../../../src/app/intake/pull-mailbox.ts';
import { connectMailbox } from '../../../src/app/mailboxes/connect-mailbox.ts';
import { endObservation } from '../../../src/app/mailboxes/end-observation.ts';
import { observationReport } from '../../../src/app/mailboxes/observation-report.ts';
import type { CaseRecord } from '../../../src/app/ports/store/cases.ts';
import { worldsOf } from '../../contract/open-world.ts';
import { actsOf, dayMs, invite, nowMs, owner } from '../../contract/world.ts';
import { caseOf } from './case-samples.ts';
import { dyingStore, gatesOnOneStore, ProcessEnded, providerNames } from './gate-world.ts';

const gateIn = gatesOnOneStore();
const open = worldsOf('google');

async function observed(cases: readonly Partial<CaseRecord>[] = [], observeDays = 7) {
  const world = await open();
  const gate = gateIn(world);
  await gate.inside((tx) => tx.organizations.change({ observeDays }));
  const result = await connectMailbox(gate.deps, gate.organizationId, { provider: 'google', address: owner });
  if (!result.ok) throw new Error(result.code);
  const { mailboxId } = result;
  await gate.inside(async (tx) => {
    for (const change of cases) await tx.cases.add(caseOf(mailboxId, change));
  });
  const effects = () => gate.inside((tx) => tx.effects.forgotten(Number.MAX_SAFE_INTEGER, 100));
  const end = () => endObservation(gate.deps, gate.organizationId, mailboxId);
  return { gate, mailboxId, effects, end, clock: world.sandbox.parts.clock };
}

const opened = (days: number, change: Partial<CaseRecord> = {}) => ({
  openedMs: nowMs + days * dayMs,
  ...change,
});

describe('an observation', () => {
  it('ends when it is due, not before, and once', async () => {
    const { gate, mailboxId, effects, end, clock } = await observed();
    clock.advance(7 * dayMs - 1);
    expect(await end()).toBe(false);
    expect(await gate.mailbox(mailboxId)).toMatchObject({ state: 'observing', forecast: null });
    clock.advance(1);
    expect(await end()).toBe(true);
    expect(await end()).toBe(false);
    expect(await gate.mailbox(mailboxId)).toMatchObject({ state: 'active', forecast: {} });
    expect(await effects()).toMatchObject([
      { kind: 'tellOwner', params: { about: 'observed' }, caseId: null },
    ]);
    expect(await gate.jobs()).toEqual(['subscribe', 'pull', 'act']);
  });

  it('forecasts the answers a day of each rule, without the first day and what prompts only', async () => {
    const { gate, mailboxId, end, clock } = await observed([
      ...Array.from({ length: 50 }, () => opened(0.5)),
      opened(1.5),
      opened(3),
      opened(6, { wouldAct: 'tentative' }),
      opened(2, { rule: 'consumable' }),
      opened(2, { rule: 'focus-block', wouldAct: 'prompt' }),
    ]);
    clock.advance(7 * dayMs);
    await end();
    expect((await gate.mailbox(mailboxId)).forecast).toEqual({ 'no-meeting-day': 3 / 6, consumable: 1 / 6 });
  });

  it('of a day forecasts from all of it', async () => {
    const { gate, mailboxId, end, clock } = await observed([opened(0), opened(0.2)], 1);
    clock.advance(dayMs);
    await end();
    expect((await gate.mailbox(mailboxId)).forecast).toEqual({ 'no-meeting-day': 2 });
  });

  it('leaves what was judged as it was', async () => {
    const { gate, mailboxId, end, clock } = await observed([opened(2)]);
    const casesNow = () => gate.inside((tx) => tx.cases.ofMailbox(mailboxId, 10));
    const before = await casesNow();
    clock.advance(7 * dayMs);
    await end();
    expect(await casesNow()).toEqual(before);
    expect(await gate.inside((tx) => tx.meetings.mailboxesUnjudged())).toEqual([]);
  });

  it('ends once wherever the process ends', async () => {
    const { gate, mailboxId, effects, clock } = await observed([opened(2)]);
    clock.advance(7 * dayMs);
    for (const when of ['before', 'after'] as const) {
      const deps = { ...gate.deps, store: dyingStore(gate.deps.store, 1, when) };
      await expect(endObservation(deps, gate.organizationId, mailboxId)).rejects.toThrow(ProcessEnded);
    }
    expect(await endObservation(gate.deps, gate.organizationId, mailboxId)).toBe(false);
    expect(await effects()).toHaveLength(1);
  });

  it('ends once for two at the same time', async () => {
    const { gate, mailboxId, effects, end, clock } = await observed();
    clock.advance(7 * dayMs);
    const both = await Promise.all([end(), end()]);
    expect(both.toSorted()).toEqual([false, true]);
    // Told by its own id, so that not even a store without locks tells it twice.
    await gate.inside((tx) => tx.mailboxes.change(mailboxId, { state: 'observing' }));
    expect(await end()).toBe(false);
    expect(await effects()).toHaveLength(1);
  });

  it('that does not exist does not end', async () => {
    const { gate, mailboxId, effects, end, clock } = await observed([], 0);
    clock.advance(30 * dayMs);
    expect(await end()).toBe(false);
    expect(await effects()).toEqual([]);
    expect((await gate.mailbox(mailboxId)).forecast).toBeNull();
  });
});

describe('the report of an observation', () => {
  it('counts by rule what would have been answered, and shows the newest with reasons', async () => {
    const { gate, mailboxId } = await observed([
      opened(1),
      opened(2, { rule: 'consumable', wouldAct: 'tentative', verdict: 'go-async' }),
      opened(3),
      opened(4, { wouldAct: 'prompt' }),
      opened(5, { wouldAct: 'none' }),
      opened(8),
    ]);
    const record = await gate.mailbox(mailboxId);
    const report = await gate.inside((tx) => observationReport(tx, record));
    expect(report).toMatchObject({ sinceMs: nowMs, untilMs: nowMs + 7 * dayMs, isPart: false });
    expect({ ...report.byRule }).toEqual({ 'no-meeting-day': 2, consumable: 1 });
    expect(report.examples).toHaveLength(3);
    expect(report.examples).toContainEqual({
      caseId: expect.any(String),
      startMs: nowMs + 3_600_000,
      endMs: nowMs + 7_200_000,
      verdict: 'go-async',
      wouldAct: 'tentative',
      rule: 'consumable',
      because: ['It is on a free day.'],
    });
  });

  it('is empty for a mailbox that was never observed', async () => {
    const { gate, mailboxId } = await observed([opened(1)], 0);
    const record = await gate.mailbox(mailboxId);
    const report = await gate.inside((tx) => observationReport(tx, record));
    expect(report).toMatchObject({ untilMs: null, examples: [] });
  });
});

describe.each(providerNames)('after an observation at %s', (provider) => {
  const openThere = worldsOf(provider);

  it('only what is new or changes is answered, not what was judged before', async () => {
    const world = await openThere();
    const gate = gateIn(world);
    const policyText = `organization:
  domains: [kiln.example]
  timeZone: Europe/Paris
  noMeetingDays: [wednesday]
  enforcement: { default: observe, no-meeting-day: enforce }`;
    await gate.inside((tx) => tx.organizations.change({ observeDays: 1, policyText }));
    const result = await connectMailbox(gate.deps, gate.organizationId, { provider, address: owner });
    if (!result.ok) throw new Error(result.code);
    const pulled = async () => {
      expect(await pullMailbox(gate.deps, gate.organizationId, result.mailboxId)).toEqual({ kind: 'done' });
      await gate.act();
    };
    const answered = () => actsOf(world, 'answer').map(({ uid, detail }) => [uid, detail]);
    const old = invite(world, { summary: 'Seen while observing' });
    const later = invite(world, { summary: 'Changes afterwards' });
    await pulled();
    world.sandbox.parts.clock.advance(dayMs);
    await pulled();
    expect((await gate.mailbox(result.mailboxId)).state).toBe('active');
    expect((await gate.mailbox(result.mailboxId)).forecast).toEqual({ 'no-meeting-day': 2 });
    await pulled();
    expect(answered()).toEqual([]);

    const fresh = invite(world, { summary: 'New' });
    world.sandbox.parts.engine.update({ key: later.key, originalStart: null }, { location: 'Warsaw' }, true);
    await pulled();
    expect(answered().toSorted()).toEqual(
      [
        [fresh.uid, 'declined'],
        [later.uid, 'declined'],
      ].toSorted(),
    );
    expect(answered().map(([uid]) => uid)).not.toContain(old.uid);
  });
});
