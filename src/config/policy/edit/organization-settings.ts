import type { Document, YAMLMap } from 'yaml';
import type { OrganizationSettings, TeamSettings } from '../../../app/ports/policy-desk.ts';
import type { OrganizationLevel, PolicyDocument } from '../policy-schema.ts';
import { changeEnforcement, statedEnforcement } from './enforcement.ts';
import { madeMapUnder, putUnder, removeEmptyGroup, removeUnder } from './yaml-map.ts';

/** What a policy says of each team, in the order of the text. */
export function teamSettings({ teams = {} }: PolicyDocument): readonly TeamSettings[] {
  return Object.entries(teams).map(([name, { members = [], leads = [], enforcement }]) => ({
    name,
    members,
    leads,
    enforcement: statedEnforcement(enforcement),
  }));
}

/** What a policy says of everybody, as far as pages show it. */
export function organizationSettings({ enforcement, pilot }: OrganizationLevel): OrganizationSettings {
  return { enforcement: statedEnforcement(enforcement), pilot: pilot ? pilotOf(pilot) : null };
}

function pilotOf(pilot: NonNullable<OrganizationLevel['pilot']>): OrganizationSettings['pilot'] {
  const { group, startDate } = pilot;
  if (group === undefined && startDate === undefined) return null;
  const nobody = group?.length === 0;
  return { group: group ?? [], startDate: startDate ?? null, ...(nobody && { nobody }) };
}

/** Puts a change into the tree of a text. */
export function changeOrganizationIn(
  document: Document,
  root: YAMLMap,
  now: OrganizationSettings,
  { enforcement, pilot }: Partial<OrganizationSettings>,
): void {
  const level = madeMapUnder(root, 'organization');
  if (enforcement !== undefined) changeEnforcement(document, level, now.enforcement, enforcement);
  if (pilot !== undefined && JSON.stringify(pilot) !== JSON.stringify(now.pilot))
    changePilot(document, level, pilot);
  removeEmptyGroup(document, root, 'organization');
}

function changePilot(document: Document, level: YAMLMap, pilot: OrganizationSettings['pilot']): void {
  if (pilot === null) {
    removeUnder(level, ['pilot']);
    return;
  }
  const listed = pilot.group.length > 0 || pilot.nobody === true;
  if (listed) putUnder(document, level, ['pilot', 'group'], pilot.group);
  if (pilot.startDate !== null) putUnder(document, level, ['pilot', 'startDate'], pilot.startDate);
  // After what is written, so that the group of keys does not go and come back without its comments.
  if (!listed) removeUnder(level, ['pilot', 'group']);
  if (pilot.startDate === null) removeUnder(level, ['pilot', 'startDate']);
}
