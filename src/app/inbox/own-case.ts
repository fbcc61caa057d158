import type { CaseRecord } from '../ports/store/cases.ts';
import type { MailboxSummary } from '../ports/store/mailboxes.ts';
import type { Store, StoreTransaction } from '../ports/store/store.ts';

export type OwnMailbox = Omit<MailboxSummary, 'wokenMs'>;

/** A case of the mailbox with this address; null where there is none, or it is somebody else's, whoever asks. */
export async function ownCase(
  tx: Pick<StoreTransaction, 'cases' | 'mailboxes'>,
  address: string,
  caseId: string,
): Promise<{ readonly record: CaseRecord; readonly mailbox: OwnMailbox } | null> {
  const mailbox = await tx.mailboxes.findByAddress(address);
  const record = mailbox && (await tx.cases.find(caseId));
  return record && record.mailboxId === mailbox.id ? { record, mailbox } : null;
}

/** Whether a case is of the mailbox with this address; to be asked before a use case that takes the case alone. */
export function isOwnCase(
  { store }: { readonly store: Pick<Store, 'inOrganization'> },
  organizationId: string,
  address: string,
  caseId: string,
): Promise<boolean> {
  return store.inOrganization(organizationId, async (tx) => (await ownCase(tx, address, caseId)) !== null);
}
