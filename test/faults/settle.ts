import { setTimeout as delay } from 'node:timers/promises';
import type { Gate } from './gate/gate-processes.ts';
import { forgetPulls, hurryJobs, openWork, type StoreFigures, storeFigures } from './gate/store-figures.ts';
import type { Watch } from './play/watch.ts';

/** No act and no mail for so long, then the store is asked. */
const quietMs = 3_000;
const hurryEveryMs = 10_000;
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
  await (store.kind === 'embedded' ? gate.whileStopped(hurry) : hurry());
  await gate.command('sweep');
}

/** Until nothing is left to do; after two and a half minutes without that. @returns what the store says then */
export async function settle(watch: Watch, gate: Gate): Promise<StoreFigures> {
  await lookEverywhere(gate);
  const endMs = performance.now() + patienceMs;
  let hurriedMs = performance.now();
  for (;;) {
    await untilQuiet(watch, endMs);
    const isHurried = performance.now() - hurriedMs > hurryEveryMs;
    const look = async (): Promise<StoreFigures> => {
      const figures = await storeFigures(gate.store);
      if (isHurried && openWork(figures) > 0) await hurryJobs(gate.store);
      return figures;
    };
    if (isHurried) hurriedMs = performance.now();
    const figures = await (gate.store.kind === 'embedded' ? gate.whileStopped(look) : look());
    await watch.look();
    if (openWork(figures) === 0 || performance.now() > endMs) return figures;
    await delay(500);
  }
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
