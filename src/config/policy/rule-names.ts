import { protectionRules } from '../../core/meeting/policy.ts';

/** Rules that say "this need not be live". The key `go-async` speaks for all of them. */
export const asyncRuleNames = [
  'consumable',
  'several-zones',
  'must-be-documented',
  'interrupts-deep-work',
  'written-question',
] as const;

/** Speaks for every rule in `asyncRuleNames` that is not named itself. */
export const asyncUmbrella = 'go-async';

/** Every key that `enforcement` knows besides `default`. */
export const ruleNames = [...protectionRules, asyncUmbrella, ...asyncRuleNames] as const;
export type RuleName = (typeof ruleNames)[number];

/** True for a rule that `go-async` speaks for. */
export function isAsyncRule(name: string): boolean {
  return asyncRuleNames.some((rule) => rule === name);
}
