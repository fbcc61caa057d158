import { passDeadline } from '../../app/cases/pass-deadline.ts';
import { carryOut } from '../../app/effects/carry-out.ts';
import type { GateDeps } from '../../app/gate-deps.ts';
import { pullMailbox } from '../../app/intake/pull-mailbox.ts';
import { sweep } from '../../app/intake/sweep.ts';
import { offboardMailbox } from '../../app/mailboxes/offboard-mailbox.ts';
import { renewSubscription } from '../../app/mailboxes/renew-subscription.ts';
import type { JobHandlers } from '../../jobs/run-batch.ts';

/** Which use case each job wakes. */
export function createJobHandlers(deps: GateDeps): JobHandlers {
  return {
    pull: ({ organizationId, mailboxId }) => pullMailbox(deps, organizationId, mailboxId),
    act: ({ organizationId, effectId }) => carryOut(deps, organizationId, effectId),
    deadline: ({ organizationId, deadlineId }) => passDeadline(deps, organizationId, deadlineId),
    subscribe: ({ organizationId, mailboxId }) => renewSubscription(deps, organizationId, mailboxId),
    offboard: ({ organizationId, mailboxId }) => offboardMailbox(deps, organizationId, mailboxId),
    sweep: () => sweep(deps),
  };
}
