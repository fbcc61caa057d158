import type { SandboxPerson } from '../../src/sandbox/accounts/person.ts';

/** A person on Google in Paris, unless `fields` says otherwise. */
export function somebody(address: string, fields: Partial<SandboxPerson> = {}): SandboxPerson {
  return {
    address,
    aliases: [],
    name: address.split('@')[0] ?? address,
    provider: 'google',
    kind: 'person',
    members: [],
    userId: `id-of-${address}`,
    zone: 'Europe/Paris',
    workingHours: { weekdays: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
    hidesInvitations: false,
    delegates: [],
    ...fields,
  };
}
