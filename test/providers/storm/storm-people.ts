import type { SandboxPerson } from '../../../src/sandbox/accounts/person.ts';
import { contractPeople, elsewhere, group, outside, owner } from '../../contract/world.ts';

/** The mailboxes that the gate looks after at the same time. Nobody else of the provider acts. */
export const mailboxes = [owner, 'carl@kiln.example', 'nina@kiln.example', 'paul@kiln.example'] as const;

/** Guests of every meeting are on the other provider, so that what one mailbox does shows in no other. */
export const strangers = [elsewhere, outside] as const;

/** The people of the contract without the group, and two more with a mailbox. */
export function stormPeople(provider: 'google' | 'microsoft'): readonly SandboxPerson[] {
  const known = contractPeople(provider);
  const [first] = known;
  if (first === undefined) throw new Error('the contract has no people');
  const more = ['nina', 'paul'].map((name, index) => ({
    ...first,
    address: `${name}@kiln.example`,
    aliases: [],
    name: `${name} Neighbour`,
    userId:
      provider === 'microsoft'
        ? `00000000-0000-4000-8000-00000000009${index}`
        : `2000000000000000000${index}`,
  }));
  return [...known.filter(({ address }) => address !== group), ...more];
}
