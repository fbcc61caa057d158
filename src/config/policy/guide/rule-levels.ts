import type { RuleLevel } from '../../../app/ports/policy-guide.ts';
import type { Enforcement } from '../../../core/meeting/policy.ts';
import { joinTeam } from '../join-settings.ts';
import { entitledTeam } from '../levels.ts';
import { loadDefaultPolicy } from '../load-default.ts';
import {
  enforcementLevels,
  type OrganizationLevel,
  type PolicyDocument,
  type Setting,
} from '../policy-schema.ts';
import { asyncUmbrella, ruleNames } from '../rule-names.ts';
import { enforcementOf, namedFor } from '../stricter.ts';

type Stated = Setting<'enforcement'>;
/** What holds for a rule if a level stated this. */
type Effect = (stated: Stated, rule: string) => Enforcement;

/** How hard each rule acts for everybody; the organization may choose anything. */
export function organizationRules({ organization = {} }: PolicyDocument): readonly RuleLevel[] {
  return rulesOf(organization.enforcement ?? {}, inForce);
}

/** How hard each rule acts in a team, and what it may choose; null for a team that there is not. */
export function teamRules(
  { organization = {}, teams = {} }: PolicyDocument,
  name: string,
): readonly RuleLevel[] | null {
  const team = Object.hasOwn(teams, name) ? teams[name] : undefined;
  if (team === undefined) return null;
  return rulesOf(team.enforcement ?? {}, (enforcement, rule) => {
    const { level } = entitledTeam(organization, { name, level: { ...team, enforcement } });
    return inForce(joinTeam(enforcementOnly(organization), { name, level }).settings.enforcement ?? {}, rule);
  });
}

/** Joining everything else as well would be done for each choice anew. */
function enforcementOnly({ enforcement, allow }: OrganizationLevel): OrganizationLevel {
  return { ...(enforcement && { enforcement }), ...(allow && { allow }) };
}

function inForce(joined: Stated, rule: string): Enforcement {
  const shipped = loadDefaultPolicy().organization?.enforcement ?? {};
  return enforcementOf(joined, rule) ?? enforcementOf(shipped, rule) ?? 'observe';
}

function rulesOf(stated: Stated, effect: Effect): readonly RuleLevel[] {
  return ['default', ...ruleNames].map((rule) => {
    const { [rule]: named, ...others }: Readonly<Record<string, Enforcement | undefined>> = stated;
    const own = named ?? null;
    const holds = effect(stated, rule);
    const inherited = effect(others, rule);
    return {
      rule,
      stated: own,
      inherited,
      inheritedFrom: sourceOf(others, rule, inherited),
      inForce: holds,
      choices: enforcementLevels.filter((how) => effect({ ...others, [rule]: how }, rule) === how),
      ignored: own === null || own === holds ? null : own === 'enforce' ? 'may-not-enforce' : 'weaker',
    };
  });
}

/** A statement that does not hold, because the level above protects more, is no source. */
function sourceOf(others: Stated, rule: string, inherited: Enforcement): RuleLevel['inheritedFrom'] {
  if (enforcementOf(others, rule) !== inherited) return 'above';
  return namedFor(others, rule) === undefined ? 'default' : asyncUmbrella;
}
