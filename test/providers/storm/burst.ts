import type { CalendarProvider } from '../../../src/app/ports/provider.ts';
import type { TransportLimits } from '../../../src/providers/transport/transport.ts';
import type { ChangedLimits } from '../../../src/sandbox/limits/limits-figures.ts';
import { openWorld } from '../../contract/open-world.ts';
import { dayMs, nowMs, unwrap } from '../../contract/world.ts';
import { watchRequests } from './sent-requests.ts';
import { mailboxes, stormPeople } from './storm-people.ts';

/** Requests that our pace lets leave in one stretch of time: few, so that even a starved machine sends them quickly. */
const pace = 2;
/** As many at the same moment as need a third stretch. */
const wanted = 2 * pace + 1;
/** The vendor takes two stretches in one, so that only a burst is refused, not what arrives late. */
const limit = 2 * pace;
/** Both of our pace and, by the speed of its clock, of the vendor's limit. */
export const stretchMs = 500;

/** What a burst runs into. */
interface BurstKind {
  /** Name of the vendor's limit. */
  readonly limit: string;
  readonly from: readonly string[];
  readonly limits: ChangedLimits;
  /** How long the vendor's window is, by its own clock. */
  readonly windowMs: number;
  readonly held: 'mailbox' | 'project';
}

/** One limit of a mailbox and one of all mailboxes together. */
export function burstKinds(name: CalendarProvider['name']): readonly BurstKind[] {
  const ofMailbox = { held: 'mailbox', from: mailboxes.slice(0, 1) } as const;
  const ofProject = { held: 'project', from: mailboxes } as const;
  if (name === 'google') {
    const windowMs = 60_000;
    return [
      {
        ...ofMailbox,
        limit: 'google user per minute',
        limits: { google: { userPerMinute: limit } },
        windowMs,
      },
      {
        ...ofProject,
        limit: 'google project per minute',
        limits: { google: { projectPerMinute: limit } },
        windowMs,
      },
    ];
  }
  const mailbox = { mailboxPer10Minutes: limit, mailboxAtOnce: wanted };
  const application = { applicationPerSecond: limit, mailboxAtOnce: wanted };
  return [
    {
      ...ofMailbox,
      limit: 'microsoft mailbox per 10 minutes',
      limits: { microsoft: mailbox },
      windowMs: 600_000,
    },
    {
      ...ofProject,
      limit: 'microsoft application per second',
      limits: { microsoft: application },
      windowMs: 1_000,
    },
  ];
}

/** What came of a burst. */
interface Burst {
  /** Between each request and the one that its stretch had no room for, in milliseconds. */
  readonly heldBackMs: readonly number[];
  readonly refused: number;
}

/**
 * Asks for more at one moment than leaves in one stretch. Nothing but the pace is in the way of a request, and all are
 * asked for before the first has an answer: whether one is held back is no matter of how fast the machine is.
 */
export async function runBurst(name: CalendarProvider['name'], kind: BurstKind): Promise<Burst> {
  const open = { atOnce: wanted, requests: 1_000, perMs: stretchMs };
  const paced = { ...open, requests: pace };
  const transport: Partial<TransportLimits> = { mailbox: open, project: open, [kind.held]: paced };
  const world = await openWorld(name, {
    people: stormPeople(name),
    limits: kind.limits,
    transport,
    realNowMs: () => nowMs + Math.floor((performance.now() * kind.windowMs) / stretchMs),
  });
  const watch = watchRequests(world.sandbox[name].origin);
  try {
    const desks = kind.from.map((address) => ({ address, mailbox: world.open(address) }));
    const ask = async ({ address, mailbox }: (typeof desks)[number]) =>
      unwrap(await mailbox.calendar.freeBusy([address], { fromMs: nowMs, toMs: nowMs + dayMs }));
    // The access tokens are there before the burst.
    for (const desk of desks) await ask(desk);
    const before = watch.requests.length;
    const burst = Array.from({ length: wanted }, (_, index) => desks[index % desks.length] ?? desks[0]);
    await Promise.all(burst.map((desk) => desk && ask(desk)));
    const asked = watch.requests.slice(before).filter(({ mailbox }) => mailbox !== null);
    const sentMs = asked.map((request) => request.sentMs).sort((a, b) => a - b);
    return {
      heldBackMs: sentMs.slice(pace).map((ms, index) => ms - (sentMs[index] ?? ms)),
      refused: world.sandbox.limits()[kind.limit]?.refused ?? Number.NaN,
    };
  } finally {
    watch.end();
    await world.sandbox.close();
  }
}
