import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { GateDeps } from '../../../src/app/gate-deps.ts';
import { pullMailbox } from '../../../src/app/intake/pull-mailbox.ts';
import { sweep } from '../../../src/app/intake/sweep.ts';
import type { MailboxRecord } from '../../../src/app/ports/store/mailboxes.ts';
import { worldsOf } from '../../contract/open-world.ts';
import { dayMs, hourMs, invite, nowMs } from '../../contract/world.ts';
import { type LiveGate, openLiveGate } from './live-gate.ts';

const minuteMs = 60_000;

interface SweptGate extends LiveGate {
  /** Sweeps; gives the jobs that this sent in this organization. */
  readonly swept: (deps?: GateDeps) => Promise<readonly string[]>;
  readonly subscribed: (lifeMs: number, sinceMs?: number) => Promise<void>;
}

/** Read a moment ago and subscribed for a week, so that a sweep has nothing to do. */
async function open(change: Partial<MailboxRecord> = {}, baseUrl?: string | null): Promise<SweptGate> {
  const gate = await openLiveGate(null, { cursor: 'here', pulledMs: nowMs, ...change }, baseUrl);
  const { inStore, mailboxId } = gate;
  const subscribed = async (lifeMs: number, sinceMs = nowMs): Promise<void> => {
    const id = randomUUID();
    const row = { id, mailboxId, secret: 'secret', createdMs: sinceMs };
    await inStore((tx) =>
      tx.subscriptions.add({ ...row, providerId: null, resourceId: null, expiresMs: null }),
    );
    const granted = { providerId: `provider-${id}`, resourceId: null, expiresMs: sinceMs + lifeMs };
    await inStore((tx) => tx.subscriptions.confirm(id, granted));
  };
  return {
    ...gate,
    subscribed,
    swept: async (deps = gate.deps) => {
      await gate.newJobs();
      await sweep(deps);
      return (await gate.newJobs()).map(({ kind }) => kind);
    },
  };
}

async function openQuiet(change: Partial<MailboxRecord> = {}): Promise<SweptGate> {
  const gate = await open(change);
  await gate.subscribed(7 * dayMs);
  return gate;
}

describe('a sweep has mailboxes read', () => {
  it('not where everything is as it should be', async () => {
    const { swept, lines } = await openQuiet();
    expect(await swept()).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('that were not read for a quarter of an hour', async () => {
    const { swept, clock } = await openQuiet();
    clock.ms += 15 * minuteMs - 1;
    expect(await swept()).toEqual([]);
    clock.ms += 1;
    expect(await swept()).toEqual(['pull']);
  });

  it('that were never read, a quarter of an hour after they were connected', async () => {
    const { swept, clock } = await openQuiet({ pulledMs: null, cursor: null });
    expect(await swept()).toEqual([]);
    clock.ms += 15 * minuteMs;
    expect(await swept()).toEqual(['pull']);
  });

  it('whose notification waits for longer than a minute', async () => {
    const { swept, clock, inStore, mailboxId } = await openQuiet();
    const row = { id: randomUUID(), mailboxId, subscriptionId: randomUUID(), kind: 'changed' as const };
    await inStore((tx) => tx.inbox.add([{ ...row, receivedMs: nowMs }]));
    clock.ms += minuteMs;
    expect(await swept()).toEqual([]);
    clock.ms += 1;
    expect(await swept()).toEqual(['pull']);
  });

  it('again each hour where only a person can help', async () => {
    const { swept, clock } = await openQuiet({
      problem: { code: 'sign-in-required', sinceMs: nowMs },
      pulledMs: nowMs - dayMs,
    });
    clock.ms += 30 * minuteMs;
    expect(await swept()).toEqual([]);
    clock.ms += 30 * minuteMs;
    expect(await swept()).toEqual(['pull']);
    clock.ms += minuteMs;
    expect(await swept()).toEqual([]);
  });

  it.each(['leaving', 'left'] as const)('but not one that is %s', async (state) => {
    const { swept, clock } = await openQuiet({ state });
    clock.ms += hourMs;
    expect(await swept()).toEqual([]);
  });
});

describe('a sweep with a calendar', () => {
  const openWorld = worldsOf('google');

  it('finds the invite whose notification was lost, and has entries judged that were left unjudged', async () => {
    const world = await openWorld();
    const gate = await openLiveGate(world.provider, {}, null);
    const { deps, organizationId, mailboxId, clock, inStore, newJobs } = gate;
    await pullMailbox(deps, organizationId, mailboxId);
    const { uid } = invite(world);
    clock.ms += 15 * minuteMs;
    await newJobs();
    await sweep(deps);
    expect(await newJobs()).toEqual([{ kind: 'pull', organizationId, mailboxId }]);
    await pullMailbox(deps, organizationId, mailboxId);
    const found = await inStore((tx) => tx.meetings.findByUid(mailboxId, uid));
    expect(found?.entry.meeting.summary).toBe('Roadmap review');

    await inStore((tx) => tx.meetings.markUnjudged(mailboxId, [found?.entryId ?? '']));
    await newJobs();
    await sweep(deps);
    expect(await newJobs()).toEqual([{ kind: 'pull', organizationId, mailboxId }]);
  });

  it('reports the end of a meeting to its case', async () => {
    const world = await openWorld();
    const gate = await openLiveGate(world.provider, {}, null);
    const { deps, organizationId, mailboxId, clock, inStore } = gate;
    invite(world);
    await pullMailbox(deps, organizationId, mailboxId);
    const open = () =>
      inStore(async (tx) => (await tx.cases.ofMailbox(mailboxId, 9)).map((each) => each.closed));
    clock.ms = Date.parse('2026-11-25T13:59:00Z');
    await sweep(deps);
    expect(await open()).toEqual([false]);
    clock.ms = Date.parse('2026-11-25T14:00:01Z');
    await sweep(deps);
    expect(await open()).toEqual([true]);
  });
});

describe('a sweep renews subscriptions', () => {
  it('that are missing, were never confirmed, or have run out', async () => {
    const missing = await open();
    expect(await missing.swept()).toEqual(['subscribe']);
    const { inStore, mailboxId, swept } = await open();
    const row = { id: randomUUID(), mailboxId, secret: 'secret', createdMs: nowMs };
    await inStore((tx) =>
      tx.subscriptions.add({ ...row, providerId: null, resourceId: null, expiresMs: null }),
    );
    expect(await swept()).toEqual(['subscribe']);
    const over = await open();
    await over.subscribed(7 * dayMs, nowMs - 8 * dayMs);
    expect(await over.swept()).toEqual(['subscribe']);
  });

  it('a day before they end', async () => {
    const { swept, clock, subscribed, inStore, mailboxId } = await open();
    await subscribed(7 * dayMs);
    const read = () => inStore((tx) => tx.mailboxes.change(mailboxId, { pulledMs: clock.ms }));
    clock.ms += 6 * dayMs - minuteMs;
    await read();
    expect(await swept()).toEqual([]);
    clock.ms += 2 * minuteMs;
    await read();
    expect(await swept()).toEqual(['subscribe']);
  });

  it('a quarter before their end where they were granted for less', async () => {
    const { swept, clock, subscribed, inStore, mailboxId } = await open();
    await subscribed(4 * hourMs);
    expect(await swept()).toEqual([]);
    clock.ms += 3 * hourMs;
    await inStore((tx) => tx.mailboxes.change(mailboxId, { pulledMs: clock.ms }));
    expect(await swept()).toEqual(['subscribe']);
  });

  it('but not where an older one ends and a newer one lasts', async () => {
    const { swept, subscribed } = await openQuiet();
    await subscribed(hourMs);
    expect(await swept()).toEqual([]);
  });

  it.each([null, 'http://gate.example', 'no address'])(
    'but not where nobody can reach us: %s',
    async (baseUrl) => {
      const { swept } = await open({}, baseUrl);
      expect(await swept()).toEqual([]);
    },
  );
});

describe('a sweep wakes', () => {
  it('deadlines that have come, each time until they are worked off', async () => {
    const { swept, clock, inStore, newJobs, deps, organizationId } = await openQuiet();
    const due = { id: randomUUID(), caseId: randomUUID(), name: 'grace' as const, revision: 0 };
    await inStore((tx) => tx.deadlines.add({ ...due, dueMs: nowMs + minuteMs }));
    expect(await swept()).toEqual([]);
    clock.ms += minuteMs;
    await sweep(deps);
    expect(await newJobs()).toEqual([{ kind: 'deadline', organizationId, deadlineId: due.id }]);
    expect(await swept()).toEqual(['deadline']);
    await inStore((tx) => tx.deadlines.remove(due.id));
    expect(await swept()).toEqual([]);
  });

  it('effects that were forgotten, of a case under the case, of none under the mailbox', async () => {
    const { swept, clock, inStore, newJobs, deps, mailboxId, organizationId } = await openQuiet();
    const [ofCase, ofNone] = [randomUUID(), randomUUID()];
    const told = { kind: 'tellOwner' as const, params: { about: 'observed' as const }, createdMs: nowMs };
    const caseId = randomUUID();
    await inStore((tx) => tx.effects.add({ ...told, id: ofCase, mailboxId, caseId }));
    await inStore((tx) => tx.effects.add({ ...told, id: ofNone, mailboxId, caseId: null }));
    clock.ms += 2 * minuteMs;
    expect(await swept()).toEqual([]);
    clock.ms += 1;
    await sweep(deps);
    expect(await newJobs()).toEqual([
      { kind: 'act', organizationId, effectId: ofCase, group: caseId },
      { kind: 'act', organizationId, effectId: ofNone, group: mailboxId },
    ]);
    // While a provider is away they wait with a job each: sweeps add few more.
    let more = 0;
    for (let minute = 0; minute < 60; minute += 1) {
      clock.ms += minuteMs;
      await inStore((tx) => tx.mailboxes.change(mailboxId, { pulledMs: clock.ms }));
      more += (await swept()).filter((kind) => kind === 'act').length;
    }
    expect(more).toBeLessThanOrEqual(2 * 5);
    expect(more).toBeGreaterThanOrEqual(2 * 4);
  });

  it('the forgotten effects of one case with one job, unless it still waits', async () => {
    const { clock, inStore, sentJobs, deps, mailboxId, organizationId } = await openQuiet();
    const told = { kind: 'tellOwner' as const, params: { about: 'observed' as const }, createdMs: nowMs };
    const [caseId, first, last] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [first, last]) await inStore((tx) => tx.effects.add({ ...told, id, mailboxId, caseId }));
    clock.ms += 3 * minuteMs;
    await sweep(deps);
    const acts = (await sentJobs()).filter(({ job }) => job.kind === 'act' && job.group === caseId);
    const job = { kind: 'act', organizationId, effectId: last, group: caseId };
    expect(acts).toEqual([{ job, options: { unlessWaiting: true } }]);
  });

  it('a mailbox that was observed for long enough, once', async () => {
    const { swept, clock, record } = await openQuiet({ state: 'observing', observingUntilMs: nowMs + 1 });
    await swept();
    expect((await record()).state).toBe('observing');
    clock.ms += 1;
    expect(await swept()).toEqual(['act']);
    expect((await record()).state).toBe('active');
    expect(await swept()).toEqual([]);
  });
});

describe('a sweep clears', () => {
  it('notifications of a week ago, also those that nobody could handle', async () => {
    const { swept, clock, inStore, mailboxId, lines } = await openQuiet({ state: 'left' });
    const row = (receivedMs: number) => ({
      id: randomUUID(),
      mailboxId,
      subscriptionId: randomUUID(),
      kind: 'changed' as const,
      receivedMs,
    });
    const [handled, waiting] = [row(nowMs), row(nowMs + 1)];
    await inStore((tx) => tx.inbox.add([handled, waiting]));
    await inStore((tx) => tx.inbox.markHandled(mailboxId, nowMs + 1, nowMs));
    const there = () =>
      inStore(async ({ inbox }) => [await inbox.find(handled.id), await inbox.find(waiting.id)].map(Boolean));
    clock.ms += 7 * dayMs;
    await swept();
    expect(await there()).toEqual([true, true]);
    clock.ms += 1;
    await swept();
    expect(await there()).toEqual([false, true]);
    clock.ms += 1;
    await swept();
    expect(await there()).toEqual([false, false]);
    expect(lines.filter(({ event }) => event === 'old-cleared')).toMatchObject([
      { fields: { notifications: 1 } },
      { fields: { notifications: 1 } },
    ]);
  });

  it('more than one transaction should remove, in one sweep', async () => {
    const { swept, clock, inStore, mailboxId } = await openQuiet();
    const rows = Array.from({ length: 2_500 }, () => ({
      id: randomUUID(),
      mailboxId,
      subscriptionId: 's',
      kind: 'changed' as const,
      receivedMs: nowMs,
    }));
    await inStore((tx) => tx.inbox.add(rows));
    clock.ms += 7 * dayMs + 1;
    await swept();
    expect(await inStore((tx) => tx.inbox.mailboxesWaiting(clock.ms))).toEqual([]);
  });
});

describe('a sweep of many mailboxes', () => {
  /** Connects further ones that are like the first. */
  async function addMore({ inStore, record }: SweptGate, count: number): Promise<readonly string[]> {
    const own = await record();
    const ids = Array.from({ length: count }, () => randomUUID());
    await inStore(async ({ mailboxes }) => {
      for (const id of ids) await mailboxes.add({ ...own, id, address: `${id}@kiln.example` });
    });
    return ids;
  }

  it('spreads those that were all unread over the minutes, and those that fail keep nobody waiting', async () => {
    const gate = await open({}, null);
    const { swept, clock, newJobs, deps } = gate;
    const all = new Set([gate.mailboxId, ...(await addMore(gate, 1_199))]);
    clock.ms += hourMs;
    await newJobs();
    // None of them is ever read.
    for (let minute = 0; minute < 10; minute += 1) {
      await sweep(deps);
      const woken = (await newJobs()).map((job) => ('mailboxId' in job ? job.mailboxId : ''));
      expect(woken).toHaveLength(120);
      for (const id of woken) all.delete(id);
      clock.ms += minuteMs;
    }
    expect(all).toEqual(new Set());
    expect(await swept()).toHaveLength(120);
  });

  it('loses nothing but the one whose grant cannot be decrypted, which is tried as well', async () => {
    const gate = await open();
    const [damaged = ''] = await addMore(gate, 1);
    await gate.damageGrant(damaged);
    gate.clock.ms += hourMs;
    expect(await gate.swept()).toEqual(['pull', 'pull', 'subscribe', 'subscribe']);
    expect(gate.lines).toEqual([]);
  });
});

describe('a failure', () => {
  it('of one part or one organization costs only itself, and is told', async () => {
    const broken = await open();
    const working = await open();
    const { store } = broken.deps;
    const deps: GateDeps = {
      ...broken.deps,
      store: {
        directory: {
          ...store.directory,
          organizations: async () => [broken, working].map(({ organizationId: id }) => ({ id, name: '' })),
        },
        inOrganization: (organizationId, work) =>
          organizationId === broken.organizationId
            ? Promise.reject(new Error('row is broken'))
            : store.inOrganization(organizationId, work),
      },
    };
    expect(await working.swept(deps)).toEqual(['subscribe']);
    const failed = broken.lines.filter(({ event }) => event === 'sweep-failed');
    expect(failed.map(({ fields }) => [fields.part, fields.organizationId])).toEqual(
      ['deadlines', 'effects', 'mailboxes', 'observations', 'cases', 'leftovers', 'audit'].map((part) => [
        part,
        broken.organizationId,
      ]),
    );
  });
});
