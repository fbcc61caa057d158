import type { GateDeps } from '../gate-deps.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';

/** The planner's own mailbox with its grant; null where they connected none, or are leaving. */
export function plannersMailbox(
  { store }: Pick<GateDeps, 'store'>,
  organizationId: string,
  address: string,
): Promise<MailboxRecord | null> {
  return store.inOrganization(organizationId, async ({ mailboxes }) => {
    const found = await mailboxes.findByAddress(address);
    if (found === null || found.grantKind === null) return null;
    const record = await mailboxes.find(found.id);
    return record?.state === 'active' || record?.state === 'observing' ? record : null;
  });
}
