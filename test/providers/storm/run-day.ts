import type { ProviderProblem } from '../../../src/app/ports/problem.ts';
import type { CalendarProvider } from '../../../src/app/ports/provider.ts';
import type { TransportLimits } from '../../../src/providers/transport/transport.ts';
import type { VisibleAct } from '../../../src/sandbox/acts.ts';
import type { Exchange } from '../../../src/sandbox/api/exchange.ts';
import type { FaultPlan } from '../../../src/sandbox/faults/fault-plan.ts';
import type { ChangedLimits } from '../../../src/sandbox/limits/limits-figures.ts';
import type { Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import { openWorld } from '../../contract/open-world.ts';
import { openWebhook } from '../../contract/webhook.ts';
import { nowMs } from '../../contract/world.ts';
import { type FinalState, finalState } from './final-state.ts';
import { createRecorder, type Step } from './recorder.ts';
import { workADay } from './scenario.ts';
import { type SentRequest, watchRequests } from './sent-requests.ts';
import { mailboxes, stormPeople } from './storm-people.ts';

/** How a day is worked through. */
export interface DayOptions {
  readonly faults?: FaultPlan;
  readonly limits?: ChangedLimits;
  readonly transport?: Partial<TransportLimits>;
  /** All mailboxes at once (by default), or one after the other. */
  readonly inSequence?: boolean;
  /** How much faster than the real time the sandbox's clock runs. */
  readonly speed?: number;
}

/** What came of it. */
export interface Day {
  /** Of each mailbox, in the order in which it did them. */
  readonly steps: readonly (readonly Step[])[];
  readonly state: FinalState;
  readonly acts: readonly VisibleAct[];
  readonly problems: readonly ProviderProblem[];
  readonly exchanges: readonly Exchange[];
  /** The same from the side of whoever sent them. */
  readonly sent: readonly SentRequest[];
  readonly limits: ReturnType<Sandbox['limits']>;
  readonly tookMs: number;
  readonly longestMs: number;
}

/** Patience that lasts for any storm of the tests: nothing is refused because it was asked too seldom. */
const patient: Partial<TransportLimits> = {
  attempts: 16,
  attemptMs: 1_000,
  firstPauseMs: 4,
  longestPauseMs: 2_500,
};

/** Works through the same day in every mailbox, in a world of its own whose clock runs. */
export async function runDay(name: CalendarProvider['name'], options: DayOptions = {}): Promise<Day> {
  const exchanges: Exchange[] = [];
  const { faults, limits, speed = 1 } = options;
  const world = await openWorld(name, {
    people: stormPeople(name),
    realNowMs: () => nowMs + Math.floor(performance.now() * speed),
    transport: { ...patient, ...options.transport },
    onExchange: (exchange) => exchanges.push(exchange),
    ...(faults && { faults }),
    ...(limits && { limits }),
  });
  const webhook = await openWebhook(world.provider);
  const desks = mailboxes.map((me) => ({
    world,
    me,
    mailbox: world.open(me),
    recorder: createRecorder(),
    webhook: webhook.address,
  }));
  const watch = watchRequests(world.sandbox[name].origin);
  const beganMs = performance.now();
  try {
    if (options.inSequence) for (const desk of desks) await workADay(desk);
    else await Promise.all(desks.map(workADay));
    const tookMs = performance.now() - beganMs;
    world.sandbox.setFaults(null);
    await world.sandbox.settled();
    return {
      steps: desks.map(({ recorder }) => recorder.steps),
      state: await finalState(name, world),
      acts: world.sandbox.parts.acts.all(),
      problems: desks.flatMap(({ recorder }) => recorder.problems),
      exchanges: exchanges.filter(({ provider }) => provider === name),
      sent: watch.requests,
      limits: world.sandbox.limits(),
      tookMs,
      longestMs: Math.max(...desks.map(({ recorder }) => recorder.longestMs())),
    };
  } finally {
    watch.end();
    await world.sandbox.close();
    await webhook.close();
  }
}
