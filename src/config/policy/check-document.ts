import { nearestName } from './nearest-name.ts';
import { type Finding, shown } from './policy-problem.ts';
import type { PersonLevel, PolicyDocument, Settings, StatedStay } from './policy-schema.ts';
import { weekdayText } from './setting-text.ts';

/**
 * Finds what single values cannot tell: teams that do not exist, a weekday that one list keeps free twice, and stays
 * that end before they begin or share a date.
 */
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
    ...Object.entries(document.people ?? {}).flatMap(([address, person]) =>
      impossibleStays(['people', address, 'travel'], person),
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

function impossibleStays(path: readonly string[], { travel = [] }: PersonLevel): readonly Finding[] {
  const stays = travel.map((stay, index) => ({ ...stay, index }));
  const reversed = stays
    .filter(({ from, to }) => to < from)
    .map(({ from, to, index }) => ({
      path: [...path, index, 'to'],
      what: `the stay ends on ${to}, before it begins on ${from}`,
      remedy: 'Swap the two dates, or correct the year.',
    }));
  const inOrder = stays.filter(({ from, to }) => from <= to).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const shared: Finding[] = [];
  let before: StatedStay | null = null;
  for (const stay of inOrder) {
    if (before !== null && before.to >= stay.from) {
      const what = `${stay.from} is also in the stay in ${before.timeZone}, from ${before.from} to ${before.to}`;
      const remedy = 'End one stay the day before the other begins.';
      shared.push({ path: [...path, stay.index, 'from'], what, remedy });
    }
    if (before === null || stay.to > before.to) before = stay;
  }
  return [...reversed, ...shared];
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
