import { instantToLocal } from '../../core/meeting/wall-time.ts';
import { type Draft, draftOffer } from '../../core/offer/draft.ts';
import { policyInForce } from '../cases/policy-in-force.ts';
import { meetingOf } from '../effects/meeting-of.ts';
import type { GateDeps } from '../gate-deps.ts';
import { isOver } from '../offers/act-by-link.ts';
import { caseAlternative } from '../offers/case-alternative.ts';
import { readLink } from '../offers/read-link.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { AnswerRecord } from '../ports/store/effects.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { LinkUse } from '../ports/store/offers.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

/** What the link of a case shows to its owner. Title and draft are text of an invite. */
export interface CaseView {
  readonly title: string | null;
  readonly whenText: string | null;
  readonly done:
    | { readonly kind: 'answered'; readonly answer: AnswerRecord['answer'] }
    | { readonly kind: 'withdrawn' }
    /** Undone by a person; the calendar may follow within seconds. */
    | { readonly kind: 'undone' }
    | { readonly kind: 'nothing' };
  readonly rule: string | null;
  readonly reasons: readonly { readonly because: string; readonly source: string }[];
  readonly changes: readonly string[];
  readonly draft: Draft | null;
  readonly zone: string | null;
  readonly canUndo: boolean;
  /** Whose calendar it is; null where the mailbox is gone. */
  readonly provider: MailboxRecord['provider'] | null;
  /** What the meeting is for: `wanted` where the gate asks and this link was not used for it yet. */
  readonly purpose: 'wanted' | 'stated' | 'no-matter';
}

export type OpenedCase =
  | {
      readonly kind: 'open';
      readonly organizationId: string;
      readonly caseId: string;
      readonly story: CaseView;
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'expired' };

type OpenDeps = Pick<GateDeps, 'store' | 'links' | 'clock' | 'policies'>;

/** The story of a case behind a link. Looking changes nothing. */
export async function openCaseStory(deps: OpenDeps, token: string): Promise<OpenedCase> {
  const read = await readLink(deps, token, 'case');
  if (read.kind !== 'valid') return read;
  const { organizationId, subjectId: caseId } = read.link;
  return deps.store.inOrganization(organizationId, async (tx): Promise<OpenedCase> => {
    const record = await tx.cases.find(caseId);
    if (record === null) return { kind: 'unknown' };
    const used = await tx.links.usesOf(read.digest);
    return { kind: 'open', organizationId, caseId, story: await storyOf(tx, deps, record, used) };
  });
}

async function storyOf(
  tx: StoreTransaction,
  deps: OpenDeps,
  record: CaseRecord,
  used: readonly LinkUse[],
): Promise<CaseView> {
  const mailbox = await tx.mailboxes.find(record.mailboxId);
  const policy = mailbox && (await policyInForce(tx, deps, mailbox, await tx.organizations.read()));
  const meeting = await meetingOf(tx, record);
  const isReadable = meeting !== null && !meeting.isPrivate;
  const zone = policy?.zone ?? null;
  const offersDraft = isReadable && policy !== null && record.verdict !== 'meet' && record.verdict !== 'skip';
  return {
    title: isReadable ? meeting.summary : null,
    whenText: record.startMs === null ? null : instantToLocal(record.startMs, zone ?? 'UTC').text,
    done: doneOf(record, await tx.answers.ofCase(record.id)),
    rule: record.rule,
    reasons: record.reasons.map(({ because, source }) => ({ because, source })),
    changes: record.changes,
    draft: offersDraft ? draftOffer(meeting, caseAlternative(record), policy, record.openedMs) : null,
    zone,
    provider: mailbox?.provider ?? null,
    ...actsOf(record, used, deps.clock.nowMs()),
  };
}

function actsOf(
  record: CaseRecord,
  used: readonly LinkUse[],
  nowMs: number,
): Pick<CaseView, 'canUndo' | 'purpose'> {
  const canAct = !record.overridden && !isOver(record, nowMs);
  const isAsked = canAct && (record.state === 'waiting.asked' || record.state === 'waiting.offered');
  const isStated = used.includes('justify');
  return {
    canUndo: canAct && !used.includes('undo'),
    purpose: isStated ? 'stated' : isAsked ? 'wanted' : 'no-matter',
  };
}

function doneOf({ overridden }: CaseRecord, answers: readonly AnswerRecord[]): CaseView['done'] {
  if (overridden) return { kind: 'undone' };
  const given = answers.filter(({ confirmed }) => confirmed);
  const [standing] = given.filter(({ withdrawnMs }) => withdrawnMs === null);
  if (standing) return { kind: 'answered', answer: standing.answer };
  return given.length > 0 ? { kind: 'withdrawn' } : { kind: 'nothing' };
}
