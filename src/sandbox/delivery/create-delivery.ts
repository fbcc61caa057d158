import { setTimeout as delay } from 'node:timers/promises';
import type { SandboxClock } from '../clock.ts';
import { seededChance } from '../faults/seeded-chance.ts';
import type { Delivery } from '../parts.ts';
import type { NotificationFaults } from './notification-faults.ts';
import { createTurns } from './turns.ts';

/** Real milliseconds: webhooks are outside the sandbox and know nothing of its clock. */
export interface DeliveryPace {
  /** Between one attempt and the next; there is one attempt more than pauses. */
  readonly pausesMs: readonly number[];
  /** A slower answer is none. */
  readonly answerMs: number;
}

/** Webhooks have 10 seconds: microsoft.md 4.3. */
const usualPace: DeliveryPace = {
  pausesMs: [1000, 2000, 4000, 8000, 16_000, 32_000, 64_000],
  answerMs: 10_000,
};

export interface Deliveries {
  readonly deliver: (delivery: Delivery) => void;
  /** Null ends them. They count notifications from the moment they are set. */
  readonly setFaults: (faults: NotificationFaults | null) => void;
  /** Resolves when nothing is under way, held back or to be tried again. */
  readonly settled: () => Promise<void>;
  /** Gives everything up that is under way. */
  readonly close: () => Promise<void>;
}

const mostAtOnce = 32;

/** Sends notifications. Never throws: whoever caused one knows nothing of webhooks. */
export function createDeliveries(clock: SandboxClock, pace: DeliveryPace = usualPace): Deliveries {
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();
  const turns = createTurns(mostAtOnce);
  const held = new Map<string, () => void>();
  let faults: NotificationFaults | null = null;
  let number = 0;

  const track = (work: Promise<void>) => {
    const tracked = work.catch(() => {}).finally(() => underWay.delete(tracked));
    underWay.add(tracked);
  };
  const attempt = (delivery: Delivery) => turns.run(() => post(delivery, pace.answerMs, closing.signal));
  const send = async (delivery: Delivery) => {
    const untilMs = clock.nowMs() + delivery.giveUpAfterMs;
    for (const pauseMs of [...pace.pausesMs, null]) {
      const status = await attempt(delivery);
      if (status !== null && delivery.delivered(status)) return;
      if (!delivery.retries(status)) return;
      if (pauseMs === null || clock.nowMs() >= untilMs) return delivery.gaveUp?.();
      await delay(pauseMs, null, { signal: closing.signal });
    }
  };
  const holdBack = async (delivery: Delivery, ms: number) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    held.get(delivery.url)?.();
    held.set(delivery.url, resolve);
    await Promise.race([promise, delay(ms, null, { signal: closing.signal })]);
    if (held.get(delivery.url) === resolve) held.delete(delivery.url);
    await send(delivery);
  };
  const sendBeforeHeld = async (delivery: Delivery) => {
    await send(delivery);
    held.get(delivery.url)?.();
  };
  const settled = async () => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return {
    settled,
    setFaults: (next) => {
      faults = next;
      number = 0;
    },
    close: async () => {
      closing.abort();
      await settled();
    },
    deliver: (delivery) => {
      if (closing.signal.aborted) return;
      number += 1;
      const fate = fateOf(delivery, number, faults);
      if (fate.kind === 'lost') return;
      if (fate.kind === 'reordered') return track(holdBack(delivery, fate.delayMs));
      if (fate.kind === 'delayed') {
        return track(
          delay(fate.delayMs, null, { signal: closing.signal }).then(() => sendBeforeHeld(delivery)),
        );
      }
      track(sendBeforeHeld(delivery));
      if (fate.kind === 'duplicated') track(sendBeforeHeld(delivery));
    },
  };
}

type Fate = {
  readonly kind: 'lost' | 'duplicated' | 'delayed' | 'reordered' | 'usual';
  readonly delayMs: number;
};

const kinds = ['lost', 'duplicated', 'delayed', 'reordered'] as const;

function fateOf({ provider }: Delivery, number: number, faults: NotificationFaults | null): Fate {
  if (faults === null || (faults.provider ?? provider) !== provider) return { kind: 'usual', delayMs: 0 };
  const kind = kinds.find((each) => seededChance(faults.seed, each, number) < faults[each]) ?? 'usual';
  return { kind, delayMs: faults.delayMs };
}

/** Null where no answer came. */
async function post(delivery: Delivery, answerMs: number, closing: AbortSignal): Promise<number | null> {
  const { url, headers, body } = delivery;
  const signal = AbortSignal.any([closing, AbortSignal.timeout(answerMs)]);
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}
