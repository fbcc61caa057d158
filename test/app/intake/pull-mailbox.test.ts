import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { pullMailbox } from '../../../src/app/intake/pull-mailbox.ts';
import type { MailboxCalendar } from '../../../src/app/ports/calendar.ts';
import type { JobResult } from '../../../src/app/ports/jobs.ts';
import type { CalendarProvider } from '../../../src/app/ports/provider.ts';
import type { MailboxRecord } from '../../../src/app/ports/store/mailboxes.ts';
import type { StoreTransaction } from '../../../src/app/ports/store/store.ts';
import type { Exchange } from '../../../src/sandbox/api/exchange.ts';
import type { FaultPlan } from '../../../src/sandbox/faults/fault-plan.ts';
import { type WorldOptions, worldsOf } from '../../contract/open-world.ts';
import { type ContractWorld, copyOf, dayMs, fields, hourMs, invite, nowMs, owner } from '../../contract/world.ts';
import { type LiveGate, openLiveGate } from './live-gate.ts';

const minuteMs = 60_000;
const gates: LiveGate[] = [];

afterEach(async () => {
  await Promise.all(gates.splice(0).map(({ close }) => close()));
});

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
    const exchanges: Exchange[] = [];
    const given: WorldOptions = {
      onExchange: (exchange) => void exchanges.push(exchange),
      transport: { attempts: 2, longestPauseMs: 50 },
      ...options,
    };
    const world = await openWorld(given);
    const gate = await openLiveGate(around(world.provider), mailbox);
    gates.push(gate);
    return {
      ...gate,
      world,
      lists: () => exchanges.filter(isList),
      pull: () => pullMailbox(gate.deps, gate.organizationId, gate.mailboxId),
      meetings: () =>
        gate.inStore(async ({ meetings }) => {
          const events = [...world.sandbox.parts.engine.copiesOf(owner)];
          const found = await Promise.all(events.map(({ uid }) => meetings.findByUid(gate.mailboxId, uid)));
          return Object.fromEntries(
            found.flatMap((record) =>
              record ? [[record.entry.meeting.summary ?? '', record.removedMs === null ? 'there' : 'gone']] : [],
            ),
          );
        }),
    };
  }
