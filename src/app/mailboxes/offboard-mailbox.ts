import type { GateDeps } from '../gate-deps.ts';
import type { JobResult } from '../ports/jobs.ts';
import type { Grant } from '../ports/provider.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import { openMailbox } from './open-mailbox.ts';
import { removeHolds } from './remove-holds.ts';
import { type Removed, type Removing, waitFor } from './removing.ts';
import { supersedeEffects } from './supersede-effects.ts';

/** Milliseconds until effects that are under way are looked at again. */
const underWayPauseMs = 5_000;

/** What the gate could not remove at the provider; a person may have to. */
interface Remains {
  /** Holds that stand in the calendar still. */
  readonly holds: number;
  /** Subscriptions that were not ended; they run out by themselves. */
  readonly subscriptions: number;
  /** True where the provider still lists the application among those that the person allowed. */
  readonly grant: boolean;
}

/** A `JobResult` that tells what is left. */
type OffboardResult =
  | Exclude<JobResult, { kind: 'done' }>
  | { readonly kind: 'done'; readonly remains: Remains | null };

/**
 * Job `offboard`: removes from a mailbox that is being left what the gate created there, and forgets it: holds,
 * subscriptions, a person's grant (a company's is not ours to give back), the grant itself and the place in the list of
 * changes. Each step may be repeated after a crash. What passes by itself is waited for; what was refused for good
 * remains, is counted, and keeps its row.
 *
 * @returns `remains` is null where there was nothing to do
 */
export async function offboardMailbox(
  deps: GateDeps,
  organizationId: string,
  mailboxId: string,
): Promise<OffboardResult> {
  const { record, underWay } = await deps.store.inOrganization(organizationId, async (tx) => {
    const found = await tx.mailboxes.find(mailboxId);
    const isLeaving = found?.state === 'leaving';
    return {
      record: isLeaving ? found : null,
      underWay: isLeaving ? await supersedeEffects(tx, mailboxId, deps.clock.nowMs()) : 0,
    };
  });
  if (record === null) return { kind: 'done', remains: null };
  const mailbox = openMailbox(deps, organizationId, record);
  // Without credentials nothing can be removed, now or by waiting.
  if (mailbox !== null && underWay > 0)
    return { kind: 'again', afterMs: underWayPauseMs, why: `${underWay} effects are under way` };

  const removing: Removing = { deps, organizationId, record, calendar: mailbox?.calendar ?? null };
  const holds = await removeHolds(removing);
  if (holds.kind === 'again') return holds;
  const subscriptions = await endSubscriptions(removing);
  if (subscriptions.kind === 'again') return subscriptions;
  const grant = await giveBack(removing);
  if (grant.kind === 'again') return grant;

  await forget(deps, organizationId, record);
  const remains = { holds: holds.left, subscriptions: subscriptions.left, grant: grant.left > 0 };
  deps.log[holds.left > 0 || remains.grant ? 'warn' : 'info']('mailbox-left', { mailboxId, ...remains });
  return { kind: 'done', remains };
}

async function endSubscriptions({ deps, organizationId, record, calendar }: Removing): Promise<Removed> {
  const rows = await deps.store.inOrganization(organizationId, (tx) => tx.subscriptions.ofMailbox(record.id));
  let left = 0;
  for (const { id, providerId, resourceId, expiresMs } of rows) {
    // Never confirmed: there may be one at the provider, but nobody knows its name there.
    if (providerId !== null && expiresMs !== null && expiresMs > deps.clock.nowMs()) {
      const ended = await calendar?.unsubscribe({ id: providerId, resourceId, expiresMs });
      const waiting = ended?.ok === false ? waitFor(ended.problem) : null;
      if (waiting !== null) return waiting;
      if (ended?.ok !== true) left += 1;
    }
    // Also where it could not be ended: a notification that nobody knows is refused until it runs out.
    await deps.store.inOrganization(organizationId, (tx) => tx.subscriptions.remove(id));
  }
  return { kind: 'removed', left };
}

async function giveBack({ deps, record: { grant, provider } }: Removing): Promise<Removed> {
  // Forgotten already, or the company's.
  if (grant.kind === 'company' || grant.refreshToken === '') return { kind: 'removed', left: 0 };
  const revoked = await deps.providers[provider]?.signIn.revoke(grant);
  if (revoked?.ok === false) return waitFor(revoked.problem) ?? { kind: 'removed', left: 1 };
  return { kind: 'removed', left: revoked?.value.ended === true ? 0 : 1 };
}

async function forget(
  { store }: GateDeps,
  organizationId: string,
  { id, grant }: MailboxRecord,
): Promise<void> {
  const forgotten: Grant = grant.kind === 'company' ? grant : { kind: 'person', refreshToken: '' };
  await store.inOrganization(organizationId, async ({ mailboxes }) => {
    await mailboxes.forgetCursor(id);
    await mailboxes.change(id, { state: 'left', grant: forgotten, problem: null });
  });
}
