import type { CaseRecord } from '../ports/store/cases.ts';

/** More reasons than this convince nobody more. */
const mostReasons = 2;

/** Why, in sentences that the gate made: what the deciding rule says first. None quotes the invite. */
export function becauseOf({ rule, reasons }: Pick<CaseRecord, 'rule' | 'reasons'>): readonly string[] {
  const against = reasons.filter(({ says }) => says === 'block' || says === 'async');
  const first = against.filter((reason) => reason.rule === rule);
  const others = against.filter((reason) => reason.rule !== rule);
  return [...new Set([...first, ...others].map(({ because }) => because))].slice(0, mostReasons);
}
