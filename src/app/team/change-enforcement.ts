import type { Enforcement } from '../../core/meeting/policy.ts';
import { hasRole, type Viewer } from '../access/viewer.ts';
import type { GateDeps } from '../gate-deps.ts';
import { changePolicy, type PolicySaved } from '../policy/change-policy.ts';
import type { ChangedPolicy, PolicyDesk } from '../ports/policy-desk.ts';
import type { PolicyGuide, RuleLevel } from '../ports/policy-guide.ts';

export interface EnforcementChange {
  /** Name of a team; null for the whole organization. */
  readonly team: string | null;
  /** `policyVersion` of what was shown. */
  readonly fromVersion: number;
  /** By rule; null states nothing any more, and a rule that is not named here stays as it is. */
  readonly wanted: Readonly<Record<string, Enforcement | null>>;
}

/** A level that was asked for and would not hold. */
export interface RefusedLevel {
  readonly rule: string;
  readonly wanted: Enforcement;
  readonly holds: Enforcement;
  readonly why: NonNullable<RuleLevel['ignored']>;
}

export type EnforcementChanged =
  | PolicySaved
  /** A team that the viewer does not lead, or that there is not. */
  | { readonly kind: 'not-yours' }
  /** The levels above would have ignored it, so nothing was written. */
  | { readonly kind: 'would-not-hold'; readonly levels: readonly RefusedLevel[] };

export interface EnforcementDeps extends Pick<GateDeps, 'store' | 'clock'> {
  readonly desk: Pick<PolicyDesk, 'changeTeam' | 'changeOrganization'>;
  readonly guide: Pick<PolicyGuide, 'teamRules' | 'organizationRules'>;
}

/**
 * Changes how hard rules act, for a team by those who lead it, for everybody by an administrator. What the policy would
 * ignore is refused instead.
 */
export async function changeEnforcement(
  deps: EnforcementDeps,
  organizationId: string,
  viewer: Viewer,
  { team, fromVersion, wanted: asked }: EnforcementChange,
): Promise<EnforcementChanged> {
  if (!maySteer(viewer, team)) return { kind: 'not-yours' };
  const rulesIn = (text: string | null) =>
    (team === null ? deps.guide.organizationRules(text) : deps.guide.teamRules(text, team)) ?? [];
  const wanted = knownOf(asked, deps.guide);
  let refused: readonly RefusedLevel[] = [];
  const edit = (text: string | null): ChangedPolicy => {
    refused = [];
    const before = rulesIn(text);
    const enforcement = stated(before, wanted);
    const changed =
      team === null
        ? deps.desk.changeOrganization(text, { enforcement })
        : deps.desk.changeTeam(text, team, { enforcement });
    if (!changed.ok) return changed;
    refused = newlyIgnored(before, rulesIn(changed.text));
    return refused.length > 0 ? { ok: false, problems: [] } : changed;
  };
  const act = { actor: viewer.address, action: 'enforcement.changed', subject: team, data: wanted } as const;
  const saved = await changePolicy(deps, organizationId, fromVersion, edit, act);
  return saved.kind === 'refused' && refused.length > 0 ? { kind: 'would-not-hold', levels: refused } : saved;
}

function maySteer(viewer: Viewer, team: string | null): boolean {
  return hasRole(viewer, 'administrator') || (team !== null && viewer.ledTeams.includes(team));
}

/** Names that no rule has are left out: they would stand in the audit log. */
function knownOf(
  asked: EnforcementChange['wanted'],
  { organizationRules }: Pick<PolicyGuide, 'organizationRules'>,
): EnforcementChange['wanted'] {
  const known = new Set(organizationRules(null)?.map(({ rule }) => rule));
  return Object.fromEntries(Object.entries(asked).filter(([rule]) => known.has(rule)));
}

/** What the level states in the end, rule by rule. */
function stated(
  before: readonly RuleLevel[],
  wanted: EnforcementChange['wanted'],
): Readonly<Record<string, Enforcement>> {
  const pairs = before.flatMap(({ rule, stated: now }) => {
    const how = Object.hasOwn(wanted, rule) ? (wanted[rule] ?? null) : now;
    return how === null ? [] : [[rule, how] as const];
  });
  return Object.fromEntries(pairs);
}

/** What was ignored before may stay: whoever wrote it into the text was told so there. */
function newlyIgnored(before: readonly RuleLevel[], after: readonly RuleLevel[]): readonly RefusedLevel[] {
  const was = new Map(before.map((rule) => [rule.rule, rule]));
  return after.flatMap(({ rule, stated: wanted, inForce: holds, ignored: why }) => {
    const isOld = was.get(rule)?.stated === wanted && was.get(rule)?.ignored === why;
    if (wanted === null || why === null || isOld) return [];
    return [{ rule, wanted, holds, why }];
  });
}
