import type { GateDeps } from '../gate-deps.ts';
import type { ProviderProblem } from '../ports/problem.ts';
import type { Mailbox } from '../ports/provider.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';

/**
 * Asks the calendar for its owner's zone and working hours and keeps them. Where it refuses, what was known stays.
 *
 * @returns why nothing was read; null where it was
 */
export async function readHours(
  { store }: Pick<GateDeps, 'store'>,
  organizationId: string,
  { id, hours }: Pick<MailboxRecord, 'id' | 'hours'>,
  mailbox: Mailbox,
): Promise<ProviderProblem | null> {
  const read = await mailbox.calendar.ownerHours();
  if (!read.ok) return read.problem;
  if (JSON.stringify(read.value) === JSON.stringify(hours)) return null;
  await store.inOrganization(organizationId, ({ mailboxes }) => mailboxes.change(id, { hours: read.value }));
  return null;
}
