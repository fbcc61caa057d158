import { setTimeout as delay } from 'node:timers/promises';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { FaultPlan } from '../../../src/sandbox/faults/fault-plan.ts';
import type { SupervisedProcess } from '../gate/supervised-process.ts';
import type { SandboxHost } from '../world/sandbox-host.ts';

/** What the storm can break. */
export interface StormTargets {
  readonly host: Pick<SandboxHost, 'setFaults' | 'setNotificationFaults' | 'origins'>;
  readonly processes: () => readonly SupervisedProcess[];
  /** Null where the database cannot be stopped by itself. */
  readonly database: { readonly stop: () => Promise<void>; readonly start: () => Promise<void> } | null;
  readonly mailboxes: readonly string[];
  /** True where the run can wait until the gate looks by itself; else no notification may be lost. */
  readonly isPolled: boolean;
  /** 1: a trouble every 1 to 4 s; 3: every 3 to 12 s. */
  readonly pauseFactor: number;
}

/** How often each trouble came. */
export type StormFigures = Readonly<Record<Trouble, number>>;

const troubles = [
  'kill-worker',
  'kill-server',
  'database',
  'calendar-faults',
  'expire-sync',
  'calm',
] as const;
type Trouble = (typeof troubles)[number];

/** Out of a hundred; `calm` lets things recover, so that troubles meet work and not each other only. */
const shares: Readonly<Record<Trouble, number>> = {
  'kill-worker': 22,
  'kill-server': 8,
  database: 6,
  'calendar-faults': 24,
  'expire-sync': 20,
  calm: 20,
};

const shortestPauseMs = 1_000;
const longestPauseMs = 4_000;
const databaseDownMs = 2_500;

/** Troubles by seed until it is stopped; then everything works again. */
export function startStorm(
  targets: StormTargets,
  seed: number,
): { readonly stop: () => Promise<StormFigures> } {
  const generator = xoroshiro128plus(seed);
  const upTo = (most: number) => uniformInt(generator, 0, most - 1);
  const counts = Object.fromEntries(troubles.map((name) => [name, 0])) as Record<Trouble, number>;
  const stopping = new AbortController();
  const pause = (ms: number) => delay(ms, null, { signal: stopping.signal }).catch(() => null);

  const makeTrouble: Readonly<Record<Trouble, () => Promise<void>>> = {
    calm: async () => targets.host.setFaults(null).then(() => {}),
    'kill-worker': async () => {
      const all = targets.processes();
      const workers = all.length > 1 ? all.slice(1) : all;
      workers[upTo(workers.length)]?.kill();
    },
    'kill-server': async () => targets.processes()[0]?.kill(),
    database: async () => {
      await targets.database?.stop();
      await pause(databaseDownMs);
      await targets.database?.start();
    },
    'calendar-faults': async () => {
      await targets.host.setFaults(calendarFaults(upTo(2 ** 31), 1 + upTo(3)));
    },
    'expire-sync': async () => {
      const mailbox = targets.mailboxes[upTo(targets.mailboxes.length)] ?? '';
      await expireSync((await targets.host.origins()).control, mailbox);
    },
  };
  const run = async (): Promise<void> => {
    await targets.host.setNotificationFaults({
      seed,
      lost: targets.isPolled ? 0.15 : 0,
      duplicated: 0.15,
      delayed: 0.1,
      reordered: 0.1,
      delayMs: 1_500,
    });
    while (!stopping.signal.aborted) {
      const trouble = troubleAt(upTo(100));
      counts[trouble] += 1;
      await makeTrouble[trouble]();
      await pause(targets.pauseFactor * (shortestPauseMs + upTo(longestPauseMs - shortestPauseMs)));
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      await targets.host.setFaults(null);
      await targets.host.setNotificationFaults(null);
      return counts;
    },
  };
}

/** @param strength 1 to 3: up to about half of all requests fail */
function calendarFaults(seed: number, strength: number): FaultPlan {
  const often = (probability: number) => probability * strength;
  return {
    seed,
    rules: [
      { kind: 'rate-limit', probability: often(0.05), retryAfterSeconds: 1 },
      { kind: 'server-error', probability: often(0.05) },
      { kind: 'reset-before', probability: often(0.02) },
      { kind: 'reset-after', probability: often(0.03) },
      { kind: 'half-answer', probability: often(0.02) },
      { kind: 'slow', probability: often(0.02), delayMs: 700 },
    ],
  };
}

async function expireSync(control: string, mailbox: string): Promise<void> {
  const answer = await fetch(`${control}/expire-sync`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mailbox }),
  });
  if (!answer.ok) throw new Error(`expire-sync: ${answer.status} ${await answer.text()}`);
}

function troubleAt(percent: number): Trouble {
  let passed = 0;
  for (const name of troubles) {
    passed += shares[name];
    if (percent < passed) return name;
  }
  return 'calm';
}
