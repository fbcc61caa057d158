import type { HoldRecord } from '../ports/store/holds.ts';
import { type Removed, type Removing, waitFor } from './removing.ts';

/** Removes all holds of a mailbox, past ones too: they are the gate's, not the person's. */
export async function removeHolds(removing: Removing): Promise<Removed> {
  const { deps, organizationId, record } = removing;
  const standing = await deps.store.inOrganization(organizationId, (tx) => tx.holds.ofMailbox(record.id));
  let left = 0;
  for (const hold of standing) {
    const removed = await removeHold(removing, hold);
    if (removed.kind === 'again') return removed;
    left += removed.left;
  }
  return { kind: 'removed', left };
}

async function removeHold({ deps, organizationId, calendar }: Removing, hold: HoldRecord): Promise<Removed> {
  if (hold.entryId !== null) {
    const released = await calendar?.releaseHold(hold.entryId);
    const waiting = released?.ok === false ? waitFor(released.problem) : null;
    if (waiting !== null) return waiting;
    // Its row stays, so that somebody can find out what it was.
    if (released?.ok !== true) return { kind: 'removed', left: 1 };
  }
  await deps.store.inOrganization(organizationId, (tx) => tx.holds.markReleased(hold.id, deps.clock.nowMs()));
  return { kind: 'removed', left: 0 };
}
