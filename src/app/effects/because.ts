import type { Reason } from '../../core/need/need.ts';
import type { CaseRecord } from '../ports/store/cases.ts';

/** More reasons than this convince nobody more. */
const mostReasons = 2;

/**
 * Why, in sentences that the gate made: what the deciding rule says first. None quotes the invite.
 * @param says what counts: time that is blocked, or also that it need not be live
 */
export function becauseOf(
  { rule, reasons }: Pick<CaseRecord, 'rule' | 'reasons'>,
  says: readonly Reason['says'][] = ['block', 'async'],
): readonly string[] {
  const against = reasons.filter((reason) => says.includes(reason.says));
  const first = against.filter((reason) => reason.rule === rule);
  const others = against.filter((reason) => reason.rule !== rule);
  return [...new Set([...first, ...others].map(({ because }) => because))].slice(0, mostReasons);
}
