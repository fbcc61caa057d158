import type { AuditEntry } from '../ports/store/audit.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

/** Whom or what an act on a case is about: its owner, or for owners themselves the case. */
export async function aboutCase(
  { mailboxes }: Pick<StoreTransaction, 'mailboxes'>,
  { id, mailboxId }: Pick<CaseRecord, 'id' | 'mailboxId'>,
  actor: string,
): Promise<Pick<AuditEntry, 'subject' | 'data'>> {
  const owner = (await mailboxes.find(mailboxId))?.address ?? actor;
  return owner === actor ? { subject: id, data: {} } : { subject: owner, data: { caseId: id } };
}
