import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { SandboxPerson } from '../../../src/sandbox/accounts/person.ts';
import { somebody } from '../somebody.ts';

const google = (name: string, fields: Partial<SandboxPerson> = {}) => somebody(`${name}@example.com`, fields);
const microsoft = (name: string) => somebody(`${name}@example.com`, { provider: 'microsoft' });

const team = 'team@example.com';

/** Google people, two people on Microsoft 365, a room, a group whose members are invited only through it, a client. */
export const cast: readonly SandboxPerson[] = [
  google('ana', { aliases: ['ana.alias@example.com'] }),
  google('ben'),
  google('cleo'),
  google('shy', { hidesInvitations: true }),
  google('gus'),
  google('room', { kind: 'room' }),
  microsoft('mia'),
  microsoft('max'),
  microsoft('nia'),
  google('team', { kind: 'group', members: ['gus@example.com', 'nia@example.com'] }),
  somebody('kim@client.example', { provider: 'outside' }),
];

/** Who acts over HTTP, with a token of their own. */
export const actors = ['ana', 'ben', 'cleo', 'shy', 'gus'].map((name) => `${name}@example.com`);
/** Who organizes and answers on the other calendar. */
export const strangers = ['mia@example.com', 'max@example.com'];
/** Names that an invitation may have, one for each person: an alias, a group and somebody outside are among them. */
export const invitable: readonly string[] = [
  'ana.alias@example.com',
  ...['ben', 'cleo', 'shy', 'room', 'mia', 'max', 'team'].map((name) => `${name}@example.com`),
  'kim@client.example',
];

/** The main address of a name. */
export function mainAddress(name: string): string {
  return name === 'ana.alias@example.com' ? 'ana@example.com' : name;
}

export function providerOf(mailbox: string): SandboxPerson['provider'] {
  return cast.find(({ address }) => address === mailbox)?.provider ?? 'outside';
}

/** Everybody in a guest list but the organizer, by main address; members stand for their group. */
export function everybodyIn(names: readonly string[], organizer: string): ReadonlySet<string> {
  const members = cast.find(({ address }) => address === team)?.members ?? [];
  const all = new Set(names.flatMap((name) => (name === team ? members : [mainAddress(name)])));
  all.delete(organizer);
  return all;
}

/** Choices of one run: the same seed makes the same ones. */
export interface Dice {
  /** From 0 up to, but not including, `end`. */
  readonly below: (end: number) => number;
  /** True in so many of a hundred cases. */
  readonly percent: (share: number) => boolean;
  readonly pick: <T>(list: readonly [T, ...T[]] | readonly T[]) => T;
  /** A random part of the list, in its order. */
  readonly some: <T>(list: readonly T[], share: number) => T[];
}

export function createDice(seed: number): Dice {
  const generator = xoroshiro128plus(seed);
  const below = (end: number) => uniformInt(generator, 0, end - 1);
  const percent = (share: number) => below(100) < share;
  return {
    below,
    percent,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new RangeError('nothing to choose from');
      return list[below(list.length)] as T;
    },
    some: (list, share) => list.filter(() => percent(share)),
  };
}
