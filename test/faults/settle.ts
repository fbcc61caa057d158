import { setTimeout as delay } from 'node:timers/promises';
import type { Gate } from './gate/gate-processes.ts';
import {
  forgetPulls,
  hurryJobs,
  isEmbedded,
  openWork,
  type StoreFigures,
  storeFigures,
} from './gate/store-figures.ts';
import type { Watch } from './play/watch.ts';

/** No act and no mail for so long, then the store is asked. */
const quietMs = 3_000;
/** Between two looks: what is told to come again does so in this pace. */
const pauseMs = 3_000;
const patienceMs = 150_000;

/**
 * Every mailbox is read, so that what notifications lost is found; nothing has to wait for its next try.
 * Afterwards the gate works on it.
 */
export async function lookEverywhere(gate: Gate): Promise<void> {
  const { store } = gate;
  const hurry = async (): Promise<void> => {
    await forgetPulls(store);
    await hurryJobs(store);
  };
  await (isEmbedded(store) ? gate.whileStopped(hurry) : hurry());
  await gate.command('sweep');
}

/** Until nothing is left to do, or nothing happens any more for two and a half minutes. @returns what the store says then */
export async function settle(watch: Watch, gate: Gate): Promise<StoreFigures> {
  await lookEverywhere(gate);
  let endMs = performance.now() + patienceMs;
  let seen = 0;
  for (;;) {
    await untilQuiet(watch, endMs);
    const figures = await lookAndHurry(gate);
    await watch.look();
    const now = watch.acts.length + watch.mails.length;
    if (now > seen) endMs = performance.now() + patienceMs;
    seen = now;
    if (openWork(figures) === 0 || performance.now() > endMs) return figures;
    await delay(pauseMs);
  }
}

/**
 * Until every mailbox was read for the first time and is subscribed to: invites of before would count as having been
 * there already.
 */
export async function untilConnected(gate: Gate): Promise<void> {
  const endMs = performance.now() + patienceMs;
  // Whoever looks into the embedded database interrupts what it is doing: each time later.
  for (let waitMs = pauseMs; performance.now() < endMs; waitMs *= isEmbedded(gate.store) ? 2 : 1) {
    await delay(waitMs);
    const figures = await lookAndHurry(gate);
    if (openWork(figures) + figures.unsubscribed === 0) return;
    // Graph refuses a subscription whose address did not answer, for example because we stopped the server just then.
    if (figures.unsubscribed > 0) await gate.command('sweep');
  }
  throw new Error(`the mailboxes were not connected in time; ${gate.logFile} says more`);
}

async function lookAndHurry(gate: Gate): Promise<StoreFigures> {
  const look = async (): Promise<StoreFigures> => {
    const figures = await storeFigures(gate.store);
    if (openWork(figures) > 0) await hurryJobs(gate.store);
    return figures;
  };
  return isEmbedded(gate.store) ? await gate.whileStopped(look) : await look();
}

async function untilQuiet(watch: Watch, endMs: number): Promise<void> {
  let seen = -1;
  let sinceMs = performance.now();
  while (performance.now() < endMs && performance.now() - sinceMs < quietMs) {
    await watch.look();
    const now = watch.acts.length + watch.mails.length;
    if (now !== seen) sinceMs = performance.now();
    seen = now;
    await delay(250);
  }
}
