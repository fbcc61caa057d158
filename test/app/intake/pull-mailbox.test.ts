import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { pullMailbox } from '../../../src/app/intake/pull-mailbox.ts';
import type { MailboxCalendar } from '../../../src/app/ports/calendar.ts';
import type { JobResult } from '../../../src/app/ports/jobs.ts';
import type { CalendarProvider } from '../../../src/app/ports/provider.ts';
import type { MailboxRecord } from '../../../src/app/ports/store/mailboxes.ts';
import type { StoreTransaction } from '../../../src/app/ports/store/store.ts';
import type { Exchange } from '../../../src/sandbox/api/exchange.ts';
import type { FaultPlan } from '../../../src/sandbox/faults/fault-plan.ts';
import { type WorldOptions, worldsOf } from '../../contract/open-world.ts';
import {
  type ContractWorld,
  copyOf,
  dayMs,
  fields,
  hourMs,
  invite,
  nowMs,
  owner,
} from '../../contract/world.ts';
import { type LiveGate, openLiveGate } from './live-gate.ts';

const minuteMs = 60_000;
/** The lists of changes of both calendars. */
const isList = ({ path, method }: Exchange) =>
  method === 'GET' && (path.endsWith('/calendars/primary/events') || path.includes('calendarView/delta'));

/** A request for a page that is not the first. */
const isLaterPage = ({ query }: Exchange) => /pageToken=|skiptoken=/.test(query);

/** Lists of both calendars fail with this status, `times` of them or all. */
function failingLists(status: number, times: number | null = null, retryAfterSeconds?: number): FaultPlan {
  const rule = {
    kind: 'server-error' as const,
    status,
    probability: 1,
    ...(times !== null && { times }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  const paths = ['/calendars/primary/events', 'calendarView/delta'];
  return { seed: 1, rules: paths.map((path) => ({ ...rule, path })) };
}

interface Setting extends LiveGate {
  readonly world: ContractWorld;
  readonly lists: () => readonly Exchange[];
  /** Does something between the answer to the next list and the request for its next page. */
  readonly afterNextList: (act: () => void) => void;
  readonly pull: () => Promise<JobResult>;
  readonly meetings: () => Promise<Readonly<Record<string, 'there' | 'gone'>>>;
}

describe.each(['google', 'microsoft'] as const)('pulling a mailbox of %s', (name) => {
  const openWorld = worldsOf(name);

  async function open({
    mailbox = {},
    world: options = {},
    around = (provider) => provider,
  }: {
    readonly mailbox?: Partial<MailboxRecord>;
    readonly world?: WorldOptions;
    readonly around?: (provider: CalendarProvider) => CalendarProvider;
  } = {}): Promise<Setting> {
    const lists: Exchange[] = [];
    let act: (() => void) | null = null;
    const given: WorldOptions = {
      onExchange: (exchange) => {
        if (!isList(exchange)) return;
        lists.push(exchange);
        act?.();
        act = null;
      },
      transport: { attempts: 2, longestPauseMs: 50 },
      ...options,
    };
    const world = await openWorld(given);
    const gate = await openLiveGate(around(world.provider), mailbox);
    return {
      ...gate,
      world,
      lists: () => lists,
      afterNextList: (given) => {
        act = given;
      },
      pull: () => pullMailbox(gate.deps, gate.organizationId, gate.mailboxId),
      meetings: () =>
        gate.inStore(async ({ meetings }) => {
          const events = world.sandbox.parts.engine.copies(owner);
          const found = await Promise.all(events.map(({ uid }) => meetings.findByUid(gate.mailboxId, uid)));
          return Object.fromEntries(
            found.flatMap((record) =>
              record
                ? [[record.entry.meeting.summary ?? '', record.removedMs === null ? 'there' : 'gone']]
                : [],
            ),
          );
        }),
    };
  }

  it('saves everything with the place in the list, and what waited for it is handled', async () => {
    const { world, pull, record, meetings, inStore, mailboxId, clock } = await open();
    invite(world, { summary: 'one' });
    invite(world, { summary: 'two' });
    const row = (receivedMs: number) => ({
      id: randomUUID(),
      mailboxId,
      subscriptionId: randomUUID(),
      kind: 'changed' as const,
      receivedMs,
    });
    const [waiting, later] = [row(clock.ms), row(clock.ms + 1)];
    await inStore((tx) => tx.inbox.add([waiting, later]));
    expect(await pull()).toEqual({ kind: 'done' });
    expect(await meetings()).toEqual({ one: 'there', two: 'there' });
    expect(await record()).toMatchObject({ cursor: expect.any(String), pulledMs: nowMs, problem: null });
    expect((await inStore((tx) => tx.inbox.find(waiting.id)))?.handledMs).toBe(nowMs);
    expect((await inStore((tx) => tx.inbox.find(later.id)))?.handledMs).toBeNull();
    expect(await inStore((tx) => tx.meetings.mailboxesUnjudged())).toEqual([]);
  });

  it('goes on from there: what is new, what changed, what is gone', async () => {
    const { world, pull, meetings, lists } = await open();
    const { engine } = world.sandbox.parts;
    const kept = invite(world, { summary: 'kept' });
    const gone = invite(world, { summary: 'gone' });
    await pull();
    invite(world, { summary: 'new' });
    engine.update({ key: kept.key, originalStart: null }, { summary: 'renamed' }, false);
    engine.remove({ key: copyOf(world, gone).key, originalStart: null }, false, null);
    const before = lists().length;
    expect(await pull()).toEqual({ kind: 'done' });
    expect(lists().length - before).toBe(1);
    expect(await meetings()).toEqual({ renamed: 'there', gone: 'gone', new: 'there' });
  });

  it('that finds its place in the list expired reads everything once, and knows what went meanwhile', async () => {
    const { world, pull, meetings, lines } = await open();
    const gone = invite(world, { summary: 'gone' });
    invite(world, { summary: 'kept' });
    await pull();
    world.sandbox.parts.engine.remove({ key: copyOf(world, gone).key, originalStart: null }, false, null);
    await world.expireSync(owner);
    expect(await pull()).toEqual({ kind: 'done' });
    expect(await meetings()).toEqual({ gone: 'gone', kept: 'there' });
    expect(lines.filter(({ event }) => event === 'cursor-expired')).toHaveLength(1);
  });

  it('that expires in the middle of its pages reads everything, and loses nothing', async () => {
    const { world, pull, meetings, lists, afterNextList } = await open({ world: { shortPages: true } });
    await pull();
    const count = inviteForTwoPages(world);
    const before = lists().length;
    afterNextList(() => world.sandbox.setFaults(failingLists(410, 1)));
    expect(await pull()).toEqual({ kind: 'done' });
    expect(Object.keys(await meetings())).toHaveLength(count);
    const asked = lists().slice(before);
    expect(asked.findIndex(isLaterPage)).toBe(asked.findIndex(({ status }) => status === 410));
  });

  it('that expires again at once is tried later, and does not go round in circles', async () => {
    const { world, pull, lists, record } = await open();
    invite(world);
    await pull();
    const before = lists().length;
    world.sandbox.setFaults(failingLists(410));
    expect(await pull()).toMatchObject({ kind: 'again' });
    expect(lists().length - before).toBeLessThanOrEqual(3);
    expect((await record()).cursor).toBeNull();
    world.sandbox.setFaults(null);
    expect(await pull()).toEqual({ kind: 'done' });
  });

  it('whose second page is lost saves nothing of the first, and everything when it is repeated', async () => {
    const { world, pull, meetings, record, afterNextList } = await open({ world: { shortPages: true } });
    await pull();
    const { cursor } = await record();
    const count = inviteForTwoPages(world);
    afterNextList(() => world.sandbox.setFaults(failingLists(503)));
    expect(await pull()).toMatchObject({ kind: 'again', why: expect.stringContaining('unavailable') });
    expect(await meetings()).toEqual({});
    expect((await record()).cursor).toBe(cursor);
    world.sandbox.setFaults(null);
    await pull();
    expect(Object.keys(await meetings())).toHaveLength(count);
  });

  it('waits as long as the provider asks, and leaves it to the sweep after a quarter of an hour', async () => {
    const { world, pull, clock } = await open();
    await pull();
    world.sandbox.setFaults(failingLists(429, null, 120));
    clock.ms += 15 * minuteMs - 1;
    expect(await pull()).toEqual({ kind: 'again', afterMs: 120_000, why: expect.any(String) });
    clock.ms += 1;
    expect(await pull()).toEqual({ kind: 'done' });
  });

  it('whose grant is withdrawn is a problem since then, and works again when it is renewed', async () => {
    const { world, pull, record, clock, inStore, mailboxId, meetings } = await open({
      mailbox: { grant: { kind: 'person', refreshToken: 'withdrawn' } },
    });
    invite(world, { summary: 'one' });
    expect(await pull()).toEqual({ kind: 'done' });
    expect((await record()).problem).toEqual({ code: 'sign-in-required', sinceMs: nowMs });
    clock.ms += hourMs;
    expect(await pull()).toEqual({ kind: 'done' });
    expect(await record()).toMatchObject({ problem: { sinceMs: nowMs }, pulledMs: null });
    await inStore((tx) => tx.mailboxes.change(mailboxId, { grant: { kind: 'company' } }));
    await pull();
    expect(await record()).toMatchObject({ problem: null, pulledMs: nowMs + hourMs });
    expect(await meetings()).toEqual({ one: 'there' });
  });

  it('that is gone, or closed to us, is a problem for the administrator', async () => {
    const { pull, record } = await open({ mailbox: { address: 'nobody@kiln.example' } });
    expect(await pull()).toEqual({ kind: 'done' });
    // Google's delegation does not tell whether there is such a person.
    const code = name === 'google' ? 'permission-missing' : 'mailbox-missing';
    expect((await record()).problem).toEqual({ code, sinceMs: nowMs });
  });

  it.each(['leaving', 'left'] as const)('that is %s asks for nothing', async (state) => {
    const { pull, lists } = await open({ mailbox: { state } });
    expect(await pull()).toEqual({ kind: 'done' });
    expect(lists()).toEqual([]);
  });

  it('is begun anew where another pull was faster, and both see the same', async () => {
    const racing: { other: (() => Promise<unknown>) | null } = { other: null };
    const { world, pull, lines, meetings, lists } = await open({
      around: (provider) =>
        withPulls(provider, (calendar) => async (cursor, window) => {
          const pulled = await calendar.pullChanges(cursor, window);
          const { other } = racing;
          racing.other = null;
          await other?.();
          return pulled;
        }),
    });
    await pull();
    invite(world, { summary: 'seen by the slow one' });
    racing.other = async () => {
      invite(world, { summary: 'seen by the fast one only' });
      await pull();
    };
    expect(await pull()).toEqual({ kind: 'done' });
    expect(lines.filter(({ event }) => event === 'pull-raced')).toHaveLength(1);
    expect(await meetings()).toEqual({
      'seen by the slow one': 'there',
      'seen by the fast one only': 'there',
    });
    expect(lists()).toHaveLength(4);
  });

  it('with an entry that cannot be read costs only that entry, which does not count as gone', async () => {
    const hidden: { id: string | null } = { id: null };
    const { world, pull, meetings, lines } = await open({
      around: (provider) =>
        withPulls(provider, (calendar) => async (cursor, window) => {
          const pulled = await calendar.pullChanges(cursor, window);
          if (!pulled.ok) return pulled;
          const problem = { place: 'entry', what: 'is not as documented', remedy: 'open it' };
          const changes = pulled.value.changes.map((change) =>
            change.kind === 'entry' && change.entry.meeting.id === hidden.id
              ? { kind: 'unreadable' as const, id: hidden.id, problem }
              : change,
          );
          return { ok: true, value: { ...pulled.value, changes } };
        }),
    });
    const broken = invite(world, { summary: 'broken' });
    await pull();
    hidden.id = await entryIdOf(world, broken.uid);
    invite(world, { summary: 'fine' });
    await world.expireSync(owner);
    expect(await pull()).toEqual({ kind: 'done' });
    expect(await meetings()).toEqual({ broken: 'there', fine: 'there' });
    expect(lines).toContainEqual({
      level: 'warn',
      event: 'entry-unreadable',
      fields: { mailboxId: expect.any(String), entryId: hidden.id, what: 'is not as documented' },
    });
  });

  it('cut off at any write to the store, and done again, leaves what an undisturbed one leaves', async () => {
    for (let writes = 0; ; writes += 1) {
      const { world, deps, organizationId, mailboxId, meetings, record, inStore } = await open();
      invite(world, { summary: 'one' });
      invite(world, { summary: 'two' });
      const cut = cutAfter(deps.store, writes);
      const first = await pullMailbox({ ...deps, store: cut.store }, organizationId, mailboxId).catch(
        (error: Error) => error.message,
      );
      await pullMailbox(deps, organizationId, mailboxId);
      expect(await meetings()).toEqual({ one: 'there', two: 'there' });
      expect((await record()).cursor).not.toBeNull();
      expect(await inStore((tx) => tx.meetings.mailboxesUnjudged())).toEqual([]);
      expect(await inStore((tx) => tx.cases.ofMailbox(mailboxId, 10))).toHaveLength(2);
      if (!cut.wasCut()) return expect(writes).toBeGreaterThan(2);
      expect(first).toBe('killed');
    }
  });

  it('that was observed long enough becomes active, after what came meanwhile was judged', async () => {
    const { world, pull, record, inStore, mailboxId, newJobs } = await open({
      mailbox: { state: 'observing', observingUntilMs: nowMs, connectedMs: nowMs - 7 * dayMs },
    });
    invite(world, { summary: 'came while observing' });
    expect(await pull()).toEqual({ kind: 'done' });
    expect((await record()).state).toBe('active');
    const cases = await inStore((tx) => tx.cases.ofMailbox(mailboxId, 10));
    expect(cases.map(({ act }) => act)).toEqual(['none']);
    expect((await newJobs()).map(({ kind }) => kind)).toEqual(['act']);
  });
});

describe('a mailbox whose provider has no credentials here', () => {
  it('is done, and said in the log', async () => {
    const gate = await openLiveGate(null);
    expect(await pullMailbox(gate.deps, gate.organizationId, gate.mailboxId)).toEqual({ kind: 'done' });
    expect(gate.lines.map(({ event }) => event)).toEqual(['provider-not-configured']);
  });

  it('as is one that nobody knows', async () => {
    const gate = await openLiveGate(null);
    expect(await pullMailbox(gate.deps, gate.organizationId, randomUUID())).toEqual({ kind: 'done' });
    expect(gate.lines).toEqual([]);
  });
});

/** More invites than fit on a page: Google's have 250 entries, those of Graph's short ones 25. */
function inviteForTwoPages(world: ContractWorld): number {
  const count = world.provider.name === 'google' ? 260 : 40;
  for (let n = 0; n < count; n += 1) invite(world, { ...fields({ summary: `meeting ${n}` }) });
  return count;
}

type Pull = MailboxCalendar['pullChanges'];

/** The provider with another way to pull. */
function withPulls(
  provider: CalendarProvider,
  around: (calendar: MailboxCalendar) => Pull,
): CalendarProvider {
  return {
    ...provider,
    openMailbox: (...given) => {
      const mailbox = provider.openMailbox(...given);
      return { ...mailbox, calendar: { ...mailbox.calendar, pullChanges: around(mailbox.calendar) } };
    },
  };
}

async function entryIdOf({ mailbox }: ContractWorld, uid: string): Promise<string> {
  const window = { fromMs: nowMs - 7 * dayMs, toMs: nowMs + 28 * dayMs };
  const pulled = await mailbox.calendar.pullChanges(null, window);
  for (const change of pulled.ok ? pulled.value.changes : [])
    if (change.kind === 'entry' && change.entry.meeting.uid === uid) return change.entry.meeting.id;
  throw new Error(`no entry of ${uid}`);
}

/** A store whose process is killed at the end of its n-th transaction: before it commits, which leaves nothing. */
function cutAfter(store: LiveGate['deps']['store'], transactions: number) {
  let begun = 0;
  let cut = false;
  const inOrganization: typeof store.inOrganization = (organizationId, work) =>
    store.inOrganization(organizationId, async (tx: StoreTransaction) => {
      const result = await work(tx);
      begun += 1;
      if (begun <= transactions) return result;
      cut = true;
      throw new Error('killed');
    });
  return { store: { ...store, inOrganization }, wasCut: () => cut };
}
