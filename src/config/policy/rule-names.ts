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

/** What each rule speaks of, for the schema and the documentation. */
export const ruleMeanings: Readonly<Record<RuleName, string>> = {
  'no-meeting-day': 'A meeting on a day that is kept free.',
  'focus-block': 'A meeting in focus time.',
  'outside-working-hours': 'A meeting outside of working hours.',
  'unfair-burden': 'Off-hours again for somebody who already carried an unfair share of the series.',
  'public-holiday': 'A meeting on a public holiday or day off.',
  'go-async': 'Any meeting that need not be live; the five rules below can be named one by one.',
  consumable: 'Its content can be read or watched on one’s own schedule.',
  'several-zones': 'People in several time zones must weigh in, and it is not urgent.',
  'must-be-documented': 'Its outcome must be written down anyway.',
  'interrupts-deep-work': 'It would break deep work for nothing urgent.',
  'written-question': 'One or two people can answer it in writing.',
};

/** True for a rule that `go-async` speaks for. */
export function isAsyncRule(name: string): boolean {
  return asyncRuleNames.some((rule) => rule === name);
}
