import type { GateDeps } from '../gate-deps.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

const dayMs = 86_400_000;
/** So that somebody who asks why still finds what arrived. At 100 notifications a second this is 60 million rows. */
const notificationsKeptMs = 7 * dayMs;
/** A link that has run out still says that it has, for so long. */
const linksKeptMs = 30 * dayMs;
/** 13 months: a month can be compared with the same month a year before, and who met whom is known for a year. */
const historyKeptMs = 396 * dayMs;

/** Rows of one transaction: others who need the one connection of the embedded database do not wait for long. */
const mostAtOnce = 1_000;
/** With one sweep a minute this removes 330 rows a second of each kind, three times of what the busiest day brings. */
const mostRounds = 20;

/**
 * Removes what is too old to matter. What a promise rests on stays: see `Cases.clear`.
 *
 * @returns how many rows of each kind; kinds without any are left out
 */
export async function clearOld(
  { store, clock }: Pick<GateDeps, 'store' | 'clock'>,
  organizationId: string,
): Promise<Readonly<Record<string, number>>> {
  const nowMs = clock.nowMs();
  const cleared: Record<string, number> = {};
  for (const [kind, keptMs, clear] of kinds) {
    let count = 0;
    for (let round = 0; round < mostRounds; round += 1) {
      const removed = await store.inOrganization(organizationId, (tx) => clear(tx, nowMs - keptMs));
      count += removed;
      if (removed < mostAtOnce) break;
    }
    if (count > 0) cleared[kind] = count;
  }
  return cleared;
}

type Clearing = (tx: StoreTransaction, beforeMs: number) => Promise<number>;

/** Meetings before cases: a case stays as long as its meeting does. */
const kinds: readonly (readonly [kind: string, keptMs: number, clear: Clearing])[] = [
  ['notifications', notificationsKeptMs, ({ inbox }, beforeMs) => inbox.clear(beforeMs, mostAtOnce)],
  ['links', linksKeptMs, ({ links }, beforeMs) => links.clear(beforeMs, mostAtOnce)],
  ['sessions', 0, ({ sessions }, beforeMs) => sessions.clear(beforeMs, mostAtOnce)],
  ['sign-ins', 0, ({ signIns }, beforeMs) => signIns.clear(beforeMs, mostAtOnce)],
  ['meetings', historyKeptMs, ({ meetings }, beforeMs) => meetings.clear(beforeMs, mostAtOnce)],
  ['cases', historyKeptMs, ({ cases }, beforeMs) => cases.clear(beforeMs, mostAtOnce)],
  ['effects', historyKeptMs, ({ effects }, beforeMs) => effects.clear(beforeMs, mostAtOnce)],
  ['holds', historyKeptMs, ({ holds }, beforeMs) => holds.clear(beforeMs, mostAtOnce)],
];
