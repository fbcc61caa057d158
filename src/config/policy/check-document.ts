import { nearestName } from './nearest-name.ts';
import { type Finding, shown } from './policy-problem.ts';
import type { PolicyDocument, Settings } from './policy-schema.ts';
import { weekdayText } from './setting-text.ts';

/** Finds what single values cannot tell: teams that do not exist, and a weekday that one list keeps free twice. */
export function checkDocument(document: PolicyDocument): readonly Finding[] {
  const teams = Object.keys(document.teams ?? {});
  const organization = document.organization;
  const mayEnforce = organization?.mayEnforce?.teams;
  return [
    ...repeatedDays(['organization'], organization),
    ...Object.entries(document.teams ?? {}).flatMap(([name, team]) => repeatedDays(['teams', name], team)),
    ...Object.entries(document.people ?? {}).flatMap(([address, person]) =>
      repeatedDays(['people', address], person),
    ),
    ...unknownTeams(Array.isArray(mayEnforce) ? mayEnforce : [], teams, [
      'organization',
      'mayEnforce',
      'teams',
    ]),
    ...unknownTeams(organization?.pilot?.group ?? [], teams, ['organization', 'pilot', 'group']),
  ];
}

function repeatedDays(level: readonly string[], settings: Settings | undefined): readonly Finding[] {
  const days = settings?.noMeetingDays ?? [];
  return days.flatMap(({ weekday }, index) => {
    if (days.findIndex((day) => day.weekday === weekday) === index) return [];
    const what = `${weekdayText(weekday)} is there twice`;
    return [
      {
        path: [...level, 'noMeetingDays', index],
        what,
        remedy: 'Join the two, with the exceptions of both.',
      },
    ];
  });
}

function unknownTeams(
  names: readonly string[],
  teams: readonly string[],
  path: readonly string[],
): readonly Finding[] {
  return names.flatMap((name, index) => {
    // An address names a person, who need not appear anywhere else in the file.
    if (teams.includes(name) || name.includes('@')) return [];
    const near = nearestName(name, teams);
    const list =
      teams.length > 0
        ? `Teams of this policy: ${teams.map(shown).join(', ')}.`
        : 'This policy has no teams.';
    const remedy = near ? `Write ${shown(near)}. ${list}` : list;
    return [{ path: [...path, index], what: `${shown(name)} is not a team of this policy`, remedy }];
  });
}

/** Finds addresses that are written twice under `people`, once in capitals: one of the two would be lost. */
export function repeatedPeople(value: unknown): readonly Finding[] {
  const people = typeof value === 'object' && value !== null ? Reflect.get(value, 'people') : undefined;
  if (typeof people !== 'object' || people === null || Array.isArray(people)) return [];
  const seen = new Set<string>();
  return Object.keys(people).flatMap((address) => {
    const lower = address.toLowerCase();
    if (!seen.has(lower)) {
      seen.add(lower);
      return [];
    }
    const what = `${shown(address)} is there twice: addresses are compared without regard to case`;
    return [{ path: ['people', address], what, remedy: 'Join the two entries.' }];
  });
}
