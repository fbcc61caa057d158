import type { OrganizationSettings, PolicyTextProblem } from '../../../app/ports/policy-desk.ts';
import type { EnforcementChanged, RefusedLevel } from '../../../app/team/change-enforcement.ts';
import type { Enforcement } from '../../../core/meeting/policy.ts';
import { instantToLocal, wallTimeToInstant } from '../../../core/meeting/wall-time.ts';
import { fieldOf, fieldsUnder } from '../form-fields.ts';
import type { Form } from '../page-router.ts';
import type { Frame } from '../visit.ts';

export interface EnforcementRefusal {
  readonly form: 'enforcement';
  /** Null: the organization's. */
  readonly team: string | null;
  /** By rule, as it was sent; empty for "as above". */
  readonly typed: Readonly<Record<string, string>>;
  readonly why: 'changed-meanwhile' | 'would-not-hold' | 'refused';
  readonly levels: readonly RefusedLevel[];
  readonly problems: readonly PolicyTextProblem[];
}

export interface PilotRefusal {
  readonly form: 'pilot';
  readonly typed: { readonly who: string; readonly group: string; readonly startDate: string };
  readonly why: 'changed-meanwhile' | 'nobody-named' | 'refused';
  readonly problems: readonly PolicyTextProblem[];
}

export interface UndoRefusal {
  readonly form: 'undo-rule';
  readonly typed: { readonly rule: string; readonly since: string };
  readonly why: 'unknown-rule' | 'unknown-time' | 'future';
}

const levels: Readonly<Record<string, Enforcement>> = {
  ...{ observe: 'observe', warn: 'warn', grace: 'grace', enforce: 'enforce' },
};

/**
 * What was really changed in a form of rules (`rule.NAME`, beside `was.NAME` as it was shown): what somebody else set
 * meanwhile in a rule that was not touched stays. A value that no select offers counts as not touched.
 */
export function changedRules(form: Form): Readonly<Record<string, Enforcement | null>> {
  const changed: Record<string, Enforcement | null> = {};
  for (const [rule, value] of typedFields(form)) {
    const level = Object.hasOwn(levels, value) ? levels[value] : undefined;
    if (value === '') changed[rule] = null;
    else if (level !== undefined) changed[rule] = level;
  }
  return changed;
}

/** The values of a form of rules that differ from what was shown. */
export function typedRules(form: Form): Readonly<Record<string, string>> {
  return Object.fromEntries(typedFields(form));
}

function typedFields(form: Form): readonly (readonly [rule: string, value: string])[] {
  const was = fieldsUnder(form, 'was.');
  return [...fieldsUnder(form, 'rule.')].filter(([rule, value]) => value !== was.get(rule));
}

export function enforcementRefusal(
  team: string | null,
  typed: Readonly<Record<string, string>>,
  changed: Extract<EnforcementChanged, { readonly kind: 'changed-meanwhile' | 'would-not-hold' | 'refused' }>,
): EnforcementRefusal {
  const nothing = { levels: [], problems: [] };
  const found = {
    ...nothing,
    ...(changed.kind === 'would-not-hold' && { levels: changed.levels }),
    ...(changed.kind === 'refused' && { problems: changed.problems }),
  };
  return { form: 'enforcement', team, typed, why: changed.kind, ...found };
}

export function typedPilot(form: Form): PilotRefusal['typed'] {
  return {
    who: fieldOf(form, 'who'),
    group: fieldOf(form, 'group'),
    startDate: fieldOf(form, 'startDate').trim(),
  };
}

/** One team or address on each line; null where the gate acts for everybody at once. */
export function pilotOf({
  who,
  group,
  startDate,
}: PilotRefusal['typed']): OrganizationSettings['pilot'] | 'nobody-named' {
  const lines = group.split(/\r?\n/).map((line) => line.trim());
  const named = who === 'group' ? [...new Set(lines.filter((line) => line !== ''))] : [];
  if (who === 'group' && named.length === 0) return 'nobody-named';
  if (named.length === 0 && startDate === '') return null;
  return { group: named, startDate: startDate === '' ? null : startDate };
}

/**
 * Which rule, and since when: `sinceMs`, or `since` as the clock of the viewer shows it (`YYYY-MM-DDTHH:MM`; of two the
 * earlier one, so that nothing is left out).
 */
export function undoOf(
  form: Form,
  rules: readonly string[],
  { zone, nowMs }: Pick<Frame, 'zone' | 'nowMs'>,
): { readonly rule: string; readonly sinceMs: number } | UndoRefusal {
  const typed = { rule: fieldOf(form, 'rule'), since: fieldOf(form, 'since').trim() };
  const refuse = (why: UndoRefusal['why']): UndoRefusal => ({ form: 'undo-rule', typed, why });
  if (!rules.includes(typed.rule)) return refuse('unknown-rule');
  const stated = fieldOf(form, 'sinceMs');
  const sinceMs = /^\d{1,15}$/.test(stated) ? Number(stated) : instantOf(typed.since, zone);
  if (sinceMs === null) return refuse('unknown-time');
  return sinceMs > nowMs ? refuse('future') : { rule: typed.rule, sinceMs };
}

function instantOf(since: string, zone: string): number | null {
  const [, date = '', hour, minute] = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d)?$/.exec(since) ?? [];
  const time = { hour: Number(hour), minute: Number(minute) };
  if (date === '' || time.hour > 23 || time.minute > 59) return null;
  if (Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return null;
  const ms = wallTimeToInstant(date, time, zone);
  // A date that no month has would become one of the next month.
  return instantToLocal(ms, zone).date === date ? ms : null;
}
