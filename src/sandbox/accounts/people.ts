import type { SandboxParts } from '../parts.ts';
import type { SandboxPerson } from './person.ts';

/**
 * Looks people up by address, alias or user id, in any case.
 *
 * @throws Error where two people share a name: the sandbox could not tell whose mailbox is meant
 */
export function createPeople(people: readonly SandboxPerson[]): SandboxParts['people'] {
  const byName = new Map<string, SandboxPerson>();
  for (const person of people) {
    for (const name of [person.address, ...person.aliases, person.userId]) {
      const other = byName.get(name.toLowerCase());
      if (other && other !== person) {
        throw new Error(`${name} is ${other.address} and ${person.address}; give one of them another name`);
      }
      byName.set(name.toLowerCase(), person);
    }
  }
  const find = (name: string): SandboxPerson | null => byName.get(name.toLowerCase()) ?? null;
  return { all: () => people, find, membersOf: (address) => membersOf(address, find) };
}

/** Members who are unknown here stay as they are written; groups may contain each other. */
function membersOf(address: string, find: (name: string) => SandboxPerson | null): readonly string[] {
  const seen = new Set<string>();
  const members: string[] = [];
  const waiting = [...groupMembers(find(address))];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const person = find(name);
    const known = person?.address ?? name.toLowerCase();
    if (seen.has(known)) continue;
    seen.add(known);
    if (person?.kind === 'group') waiting.push(...person.members);
    else members.push(known);
  }
  return members;
}

const groupMembers = (person: SandboxPerson | null): readonly string[] =>
  person?.kind === 'group' ? person.members : [];
