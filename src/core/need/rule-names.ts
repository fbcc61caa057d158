import { needRules } from './rules/index.ts';

/** The names of all need rules, for policies and documentation. */
export const needRuleNames: readonly string[] = needRules.map((rule) => rule.name);
