import { type Act, actOf } from './act.ts';
import type { CaseContext } from './case-context.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** After so many automatic moves of one meeting a human decides. */
const mostMovesByGate = 2;

/** What a decision depends on: the two answers, and whose case it is. */
export type Decided = Pick<
  CaseContext,
  | 'need'
  | 'time'
  | 'hasChanges'
  | 'role'
  | 'readerKnown'
  | 'policy'
  | 'skipped'
  | 'ownerDecided'
  | 'past'
  | 'movesByGate'
>;

/** Verdict and act once both questions are answered; before that, or for what is no meeting, it is skipped. */
export function decide(context: Decided): { readonly verdict: Verdict; readonly act: Act } {
  const { need, time, role, readerKnown, hasChanges, policy, ownerDecided, past } = context;
  if (context.skipped !== null || need === null || time === null) return { verdict: 'skip', act: 'none' };
  const verdict = verdictOf({
    need: need.need,
    timeOk: time.ok,
    exemption: time.exemption,
    role,
    hasChanges,
  });
  const act = actOf({ verdict, need, time, role, readerKnown, policy, ownerDecided, past });
  return { verdict, act: context.movesByGate >= mostMovesByGate && act !== 'none' ? 'prompt' : act };
}
