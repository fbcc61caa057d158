import { instantToLocal } from '../../core/meeting/wall-time.ts';
import { policyInForce } from '../cases/policy-in-force.ts';
import { caseUrl } from '../offers/offer-links.ts';
import type { OutgoingMail } from '../ports/mail-and-documents.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import type { OwnerMailWords } from '../ports/wording.ts';
import type { ActDeps } from './effect-run.ts';
import { meetingOf } from './meeting-of.ts';

/** What a mail says besides what its case says anyway. */
type Said = Pick<OwnerMailWords, 'about' | 'answer' | 'because' | 'proposals' | 'notes'>;

/** A mail to the owner, in their own mailbox; about a case where there is one. */
export async function ownerMail(
  tx: StoreTransaction,
  deps: ActDeps,
  mailbox: MailboxRecord,
  record: CaseRecord | null,
  said: Said,
): Promise<OutgoingMail> {
  const about = record === null ? nothing : await aboutCase(tx, deps, mailbox, record);
  return { to: [mailbox.address], ...deps.words.ownerMail({ ...said, ...about }) };
}

const nothing = { title: null, whenText: null, caseUrl: null } as const;

async function aboutCase(
  tx: StoreTransaction,
  deps: ActDeps,
  mailbox: MailboxRecord,
  record: CaseRecord,
): Promise<Pick<OwnerMailWords, 'title' | 'whenText' | 'caseUrl'>> {
  const { zone } = await policyInForce(tx, deps, mailbox, await tx.organizations.read());
  const meeting = await meetingOf(tx, record);
  return {
    title: meeting === null || meeting.isPrivate ? null : meeting.summary,
    whenText: record.startMs === null ? null : clockText(record.startMs, zone),
    caseUrl: await caseUrl(tx, deps, record),
  };
}

function clockText(ms: number, zone: string | null): string {
  return `${instantToLocal(ms, zone ?? 'UTC').text}${zone === null ? ' (UTC)' : ''}`;
}
