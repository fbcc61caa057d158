import type { Policy } from '../../core/meeting/policy.ts';
import { fallBackIfBeyond } from '../brake/fallback.ts';
import { answersBy, policyInForce } from '../cases/policy-in-force.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { AnswerRecord, EffectRecord } from '../ports/store/effects.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { type ActDeps, hasEnded, isTaken } from './effect-run.ts';

/** Why an answer is not to be given any more. */
export type Unwanted =
  /** The case went on without it. */
  | 'outdated'
  /** The meeting is over: an answer tells nobody anything. */
  | 'over'
  /** The brake is on, the mailbox is only observed, or its policy lets the rule answer no more. */
  | 'stopped'
  | 'fell-back';

/** Everything the store knows about an answer that is to be given. */
export interface AnswerPlan {
  readonly effect: EffectRecord<'answerInvite'>;
  /** True where an earlier attempt was killed or lost its confirmation, so that the answer may stand in the calendar already. */
  readonly interrupted: boolean;
  readonly record: CaseRecord;
  readonly mailbox: MailboxRecord;
  readonly policy: Policy;
  readonly unwanted: Unwanted | null;
  /** What an earlier attempt wrote of this answer. */
  readonly mine: AnswerRecord | null;
  /** Other answers that the gate gave in this meeting. */
  readonly others: readonly AnswerRecord[];
  /** The entry's id under which the mailbox showed the meeting last. */
  readonly knownEntryId: string | null;
}

/** The answer and its case alone. */
type AnswerWish = Omit<AnswerPlan, 'mine' | 'others' | 'knownEntryId'>;

type Read<Found> =
  | ({ readonly kind: 'open' } & Found)
  | { readonly kind: 'busy'; readonly restMs: number }
  | { readonly kind: 'ended' };

export type PlanRead = Read<{ readonly plan: AnswerPlan }>;

/** What was read in the same transaction already. */
interface Known {
  readonly effect?: EffectRecord;
  readonly mailbox?: MailboxRecord;
}

/** Reads everything about an answer, and locks its case. */
export async function readAnswerPlan(
  tx: StoreTransaction,
  deps: ActDeps,
  id: string,
  known: Known = {},
): Promise<PlanRead> {
  const read = await readAnswerWish(tx, deps, id, known);
  if (read.kind !== 'open') return read;
  const { mailbox, record } = read.wish;
  const standing = await tx.answers.standing(mailbox.id, record.uid);
  const ofCase = await tx.answers.ofCase(record.id);
  // What was withdrawn counts too: the nearest answer that a calendar left is none of the owner's.
  const others = [...standing, ...ofCase.filter(({ withdrawnMs }) => withdrawnMs !== null)];
  const shown = await tx.meetings.findByUid(mailbox.id, record.uid);
  return {
    kind: 'open',
    plan: {
      ...read.wish,
      mine: ofCase.find((answer) => answer.id === id) ?? null,
      others: others.filter((answer) => answer.id !== id),
      knownEntryId: shown !== null && shown.removedMs === null ? shown.entryId : null,
    },
  };
}

/** Whether an answer is still wanted. Locks its case, so that a decision that follows in this transaction holds. */
export async function readAnswerWish(
  tx: StoreTransaction,
  deps: ActDeps,
  id: string,
  known: Known = {},
): Promise<Read<{ readonly wish: AnswerWish }>> {
  const nowMs = deps.clock.nowMs();
  const effect = (known.effect ?? (await tx.effects.find(id))) as EffectRecord<'answerInvite'> | null;
  const record = effect?.caseId ? await tx.cases.lock(effect.caseId) : null;
  const mailbox = effect && (known.mailbox ?? (await tx.mailboxes.find(effect.mailboxId)));
  if (effect === null || record === null || mailbox === null || hasEnded(effect)) return { kind: 'ended' };
  if (isTaken(effect, nowMs)) return { kind: 'busy', restMs: (effect.actingUntilMs ?? nowMs) - nowMs };
  const organization = await tx.organizations.read();
  const policy = await policyInForce(tx, deps, mailbox, organization);
  const interrupted = effect.state === 'acting';
  const mayAnswer = answersBy(policy, record.rule) && mailbox.state === 'active';
  const stopped = organization.answersStoppedMs !== null || !mayAnswer;
  const mayFallBack = !interrupted && !stopped;
  const unwanted =
    whyUnwanted(record, effect, nowMs) ??
    (stopped ? 'stopped' : null) ??
    (mayFallBack && (await fallBackIfBeyond(tx, deps, organization, record.rule)) ? 'fell-back' : null);
  return { kind: 'open', wish: { effect, interrupted, record, mailbox, policy, unwanted } };
}

/** The state in which a case waits for each answer: an effect that comes from any other one is no longer meant. */
const stateOf = { declined: 'declined', tentative: 'waiting.onGrace' } as const;

function whyUnwanted(
  { revision, overridden, closed, state, endMs }: CaseRecord,
  { params }: EffectRecord<'answerInvite'>,
  nowMs: number,
): Unwanted | null {
  if (closed || overridden || revision !== params.revision || state !== stateOf[params.answer])
    return 'outdated';
  return endMs !== null && endMs <= nowMs ? 'over' : null;
}
