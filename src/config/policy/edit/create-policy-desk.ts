import type { ChangedPolicy, PolicyDesk, PolicyTextProblem } from '../../../app/ports/policy-desk.ts';
import { defaultPolicyText } from '../load-default.ts';
import { parsePolicy } from '../parse-policy.ts';
import { keyText, shown } from '../policy-problem.ts';
import type { PolicyDocument } from '../policy-schema.ts';
import { editText, readText, textProblem } from './edit-text.ts';
import { changeEnforcement } from './enforcement.ts';
import { forgetPersonIn } from './forget-person.ts';
import { changeOrganizationIn, organizationSettings, teamSettings } from './organization-settings.ts';
import { changePersonIn, levelsAbove, personSettings } from './person-settings.ts';
import { mapUnder } from './yaml-map.ts';

/**
 * Reads and edits policies as texts; see the port. Reading a text that is no policy throws, since texts are checked
 * before they are stored; changing one gives its problems back.
 */
export function createPolicyDesk(): PolicyDesk {
  return {
    defaultText: defaultPolicyText(),
    check: (text) => {
      const parsed = parsePolicy(text, 'policy');
      return parsed.ok
        ? { ok: true, notes: parsed.notes.map(textProblem), statesNothing: statesNothing(parsed.document) }
        : { ok: false, problems: parsed.problems.map(textProblem) };
    },
    person: (text, address) => personSettings(personLevel(statedIn(text), address.toLowerCase())),
    above: (text, address) => levelsAbove(statedIn(text), address.toLowerCase()),
    teams: (text) => teamSettings(statedIn(text)),
    organization: (text) => organizationSettings(readText(text).organization ?? {}),
    changePerson,
    changeTeam,
    changeOrganization: (text, change) =>
      editText(text, ({ root, document }, stated) => {
        const now = organizationSettings(stated.organization ?? {});
        changeOrganizationIn(document, root, now, change);
        return null;
      }),
    forgetPerson: (text, address) =>
      editText(text, ({ root, document }) => {
        forgetPersonIn(document, root, address);
        return null;
      }),
  };
}

const changePerson: PolicyDesk['changePerson'] = (text, address, change) => {
  const lower = address.toLowerCase();
  return editText(text, ({ root, document }, stated) => {
    const now = personSettings(personLevel(stated, lower));
    changePersonIn(document, root, lower, now, change);
    return null;
  });
};

const changeTeam: PolicyDesk['changeTeam'] = (text, name, { enforcement }): ChangedPolicy =>
  editText(text, ({ root, document }, stated) => {
    const teams = teamSettings(stated);
    const team = teams.find((each) => each.name === name);
    const teamsNode = mapUnder(root, 'teams');
    const level = teamsNode && mapUnder(teamsNode, name);
    if (!team || !level) return unknownTeam(name, teams);
    if (enforcement) changeEnforcement(document, level, team.enforcement, enforcement);
    return null;
  });

function unknownTeam(name: string, teams: readonly { readonly name: string }[]): PolicyTextProblem {
  const list = teams.map((team) => shown(team.name)).join(', ');
  return {
    place: null,
    key: keyText(['teams', name]),
    what: `${shown(name)} is not a team of this policy`,
    remedy: list ? `Teams of this policy: ${list}.` : 'This policy has no teams.',
  };
}

function statesNothing(document: PolicyDocument): boolean {
  return Object.values(document).every((section) => Object.keys(section ?? {}).length === 0);
}

/** Where nobody wrote a policy nothing is stated, whatever holds by default. */
function statedIn(text: string | null): PolicyDocument {
  return text === null ? {} : readText(text);
}

function personLevel({ people = {} }: PolicyDocument, address: string) {
  return (Object.hasOwn(people, address) && people[address]) || {};
}
