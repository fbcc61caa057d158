import type { Enforcement, Policy } from '../meeting/policy.ts';
import type { NeedJudgement } from '../need/need.ts';
import type { TimeCheck } from '../time/check-time.ts';
import type { Role, Verdict } from './verdict.ts';

/** What the gate does about its verdict by itself. */
export type Act = 'none' | 'prompt' | 'tentative' | 'decline';

export interface ActInput {
  readonly verdict: Verdict;
  readonly need: NeedJudgement;
  readonly time: TimeCheck;
  readonly role: Role;
  /** False where nobody said who reads: then it is not known whose meeting and whose answer it is. */
  readonly readerKnown: boolean;
  readonly policy: Pick<Policy, 'enforcement' | 'answerConfidence' | 'paused'>;
  /** True where the owner answered this time by hand, or overrode the gate: a person's answer is never overridden. */
  readonly ownerDecided: boolean;
  /** True where it is over, or was over when judged. */
  readonly past: boolean;
}

const acts: Readonly<Record<Enforcement, Act>> = {
  observe: 'none',
  warn: 'prompt',
  grace: 'tentative',
  enforce: 'decline',
};

/**
 * Applies the enforcement of the rule that decided.
 * Only a known invitee's `decline` and `go-async` can become an answer, only for a time that is known, and for `go-async`
 * only where the need is as certain as the policy asks. Everything else prompts at most.
 */
export function actOf(input: ActInput): Act {
  const { verdict, need, time, role, readerKnown, policy, ownerDecided, past } = input;
  if (verdict === 'meet' || verdict === 'skip' || past || policy.paused || ownerDecided) return 'none';
  const act = acts[enforcementOf(verdict, need, time, policy)];
  if (act === 'none' || act === 'prompt') return act;
  const mayAnswer =
    readerKnown &&
    role === 'invitee' &&
    time.ok !== null &&
    (verdict === 'decline' || (verdict === 'go-async' && need.confidence >= policy.answerConfidence));
  return mayAnswer ? act : 'prompt';
}

/**
 * The rule whose enforcement holds: of the protection that blocks the time, or of what says async; null where no rule
 * decides. What a rule answers is counted, undone and held back under this name.
 */
export function decidingRule(
  verdict: Verdict,
  need: Pick<NeedJudgement, 'decidedBy'>,
  time: Pick<TimeCheck, 'decidedBy'>,
): string | null {
  if (verdict === 'decline' || verdict === 'move') return time.decidedBy;
  return verdict === 'go-async' ? need.decidedBy : null;
}

function enforcementOf(
  verdict: Verdict,
  need: NeedJudgement,
  time: TimeCheck,
  { enforcement }: Pick<Policy, 'enforcement'>,
): Enforcement {
  const rule = decidingRule(verdict, need, time);
  // `go-async` stands for all rules that say async and are not named themselves.
  const group = verdict === 'go-async' ? enforcement['go-async'] : undefined;
  return (rule !== null ? enforcement[rule] : undefined) ?? group ?? enforcement.default;
}
