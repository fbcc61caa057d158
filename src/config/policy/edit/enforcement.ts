import type { Document, YAMLMap } from 'yaml';
import type { Enforcement } from '../../../core/meeting/policy.ts';
import { putUnder, removeUnder } from './yaml-map.ts';

type Enforcements = Readonly<Record<string, Enforcement | undefined>>;

/** Makes the enforcement of a level what is wanted, rule by rule: what stays so keeps its line and comments. */
export function changeEnforcement(
  document: Document,
  level: YAMLMap,
  now: Enforcements,
  wanted: Enforcements,
): void {
  for (const [rule, how] of Object.entries(wanted)) {
    if (how !== undefined && how !== now[rule]) putUnder(document, level, ['enforcement', rule], how);
  }
  for (const rule of Object.keys(now)) {
    if (!Object.hasOwn(wanted, rule)) removeUnder(level, ['enforcement', rule]);
  }
}

/** The rules that a level names, without gaps. */
export function statedEnforcement(stated: Enforcements | undefined): Readonly<Record<string, Enforcement>> {
  const pairs = Object.entries(stated ?? {});
  return Object.fromEntries(pairs.flatMap(([rule, how]) => (how === undefined ? [] : [[rule, how]])));
}
