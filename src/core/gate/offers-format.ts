import type { Policy } from '../meeting/policy.ts';
import type { NeedJudgement } from '../need/need.ts';
import type { Verdict } from './verdict.ts';

/**
 * True where a better format goes with the verdict. A decline of blocked time with a need that is less sure than
 * `answerConfidence` offers other times instead: it must not tell somebody to write what may have to be live.
 */
export function offersFormat(
  verdict: Verdict,
  { need, confidence }: NeedJudgement,
  { answerConfidence }: Pick<Policy, 'answerConfidence'>,
): boolean {
  if (need !== 'async') return false;
  return verdict === 'go-async' || (verdict === 'decline' && confidence >= answerConfidence);
}
