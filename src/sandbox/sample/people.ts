import { createHash } from 'node:crypto';
import type { SandboxPerson } from '../accounts/person.ts';

const domain = 'halden.example';
const weekdays = [1, 2, 3, 4, 5];

const offices = {
  lyon: { zone: 'Europe/Paris', workingHours: { weekdays, start: '09:00', end: '17:30' } },
  warsaw: { zone: 'Europe/Warsaw', workingHours: { weekdays, start: '08:00', end: '16:00' } },
  singapore: { zone: 'Asia/Singapore', workingHours: { weekdays, start: '09:00', end: '18:00' } },
  newYork: { zone: 'America/New_York', workingHours: { weekdays, start: '09:00', end: '17:00' } },
} as const;

interface Employee {
  readonly name: string;
  readonly mailbox: string;
  readonly office: keyof typeof offices;
  readonly provider: 'google' | 'microsoft';
  readonly team: 'platform' | 'product' | 'design' | 'sales' | 'people';
  readonly special?: Partial<SandboxPerson>;
}

/** Halden & Roe makes software that plans freight for small shippers. Seventeen people, eighteen accounts. */
const employees = {
  claire: {
    name: 'Claire Marchetti',
    mailbox: 'claire.marchetti',
    office: 'lyon',
    provider: 'google',
    team: 'platform',
    special: { delegates: [`sylvie.aubry@${domain}`] },
  },
  mathieu: {
    name: 'Mathieu Roche',
    mailbox: 'mathieu.roche',
    office: 'lyon',
    provider: 'microsoft',
    team: 'platform',
  },
  ines: {
    name: 'Inès Belkacem',
    mailbox: 'ines.belkacem',
    office: 'lyon',
    provider: 'google',
    team: 'product',
  },
  // The same person: her former employer's mailbox lives on.
  inesAtRoe: {
    name: 'Inès Belkacem',
    mailbox: 'i.belkacem.roe',
    office: 'lyon',
    provider: 'microsoft',
    team: 'product',
  },
  hugo: {
    name: 'Hugo Delorme',
    mailbox: 'hugo.delorme',
    office: 'lyon',
    provider: 'microsoft',
    team: 'design',
  },
  sylvie: {
    name: 'Sylvie Aubry',
    mailbox: 'sylvie.aubry',
    office: 'lyon',
    provider: 'google',
    team: 'people',
  },
  tomasz: {
    name: 'Tomasz Wilk',
    mailbox: 'tomasz.wilk',
    office: 'warsaw',
    provider: 'microsoft',
    team: 'platform',
  },
  agnieszka: {
    name: 'Agnieszka Lis',
    mailbox: 'agnieszka.lis',
    office: 'warsaw',
    provider: 'google',
    team: 'product',
  },
  marek: {
    name: 'Marek Sowa',
    mailbox: 'marek.sowa',
    office: 'warsaw',
    provider: 'microsoft',
    team: 'sales',
  },
  kinga: {
    name: 'Kinga Duda',
    mailbox: 'kinga.duda',
    office: 'warsaw',
    provider: 'google',
    team: 'design',
    special: { workingHours: { weekdays: [1, 2, 3, 4], start: '08:00', end: '16:00' } },
  },
  weiling: {
    name: 'Tan Wei Ling',
    mailbox: 'weiling.tan',
    office: 'singapore',
    provider: 'google',
    team: 'platform',
  },
  arjun: {
    name: 'Arjun Nair',
    mailbox: 'arjun.nair',
    office: 'singapore',
    provider: 'microsoft',
    team: 'platform',
  },
  siti: {
    name: 'Siti Rahman',
    mailbox: 'siti.rahman',
    office: 'singapore',
    provider: 'google',
    team: 'sales',
  },
  daniel: {
    name: 'Daniel Koh',
    mailbox: 'daniel.koh',
    office: 'singapore',
    provider: 'microsoft',
    team: 'product',
  },
  maya: {
    name: 'Maya Ellison',
    mailbox: 'maya.ellison',
    office: 'newYork',
    provider: 'microsoft',
    team: 'sales',
    special: { aliases: [`maya@${domain}`, `sales-lead@${domain}`] },
  },
  jordan: {
    name: 'Jordan Pierce',
    mailbox: 'jordan.pierce',
    office: 'newYork',
    provider: 'google',
    team: 'platform',
    special: { hidesInvitations: true },
  },
  rosa: {
    name: 'Rosa Delgado',
    mailbox: 'rosa.delgado',
    office: 'newYork',
    provider: 'google',
    team: 'people',
  },
  theo: {
    name: 'Theo Grant',
    mailbox: 'theo.grant',
    office: 'newYork',
    provider: 'microsoft',
    team: 'design',
  },
} as const satisfies Record<string, Employee>;

const outsiders = {
  luca: ['Luca Bianchi', 'luca@bianchi-studio.example', 'Europe/Rome'],
  paul: ['Paul Okafor', 'p.okafor@brightwater.example', 'Europe/London'],
  elena: ['Elena Fuchs', 'elena.fuchs@kestrel-foods.example', 'Europe/Berlin'],
  naomi: ['Naomi Sato', 'naomi.sato@tokai-parts.example', 'Asia/Tokyo'],
} as const;

const rooms = {
  saone: ['Salle Saône (8)', `room-saone@${domain}`, 'lyon', 'google'],
  rhone: ['Salle Rhône (14)', `room-rhone@${domain}`, 'lyon', 'microsoft'],
  raintree: ['Raintree (6)', `room-raintree@${domain}`, 'singapore', 'google'],
  tembusu: ['Tembusu (12)', `room-tembusu@${domain}`, 'singapore', 'microsoft'],
} as const;

const teams = ['platform', 'product', 'design', 'sales', 'people'] as const;

const groups = {
  platformTeam: ['Platform', `platform@${domain}`, 'google', membersOfTeam('platform')],
  productTeam: ['Product', `product@${domain}`, 'google', membersOfTeam('product')],
  designTeam: ['Design', `design@${domain}`, 'microsoft', membersOfTeam('design')],
  salesTeam: ['Sales', `sales@${domain}`, 'microsoft', membersOfTeam('sales')],
  peopleTeam: ['People', `people@${domain}`, 'google', membersOfTeam('people')],
  engineering: ['Engineering', `engineering@${domain}`, 'google', [`platform@${domain}`, `design@${domain}`]],
  everybody: [
    'Everybody at Halden & Roe',
    `all@${domain}`,
    'google',
    [`engineering@${domain}`, ...teams.map((team) => `${team}@${domain}`)],
  ],
} as const;

/** How the tables of the sample company call people, rooms and groups. */
export type SampleName =
  | keyof typeof employees
  | keyof typeof outsiders
  | keyof typeof rooms
  | keyof typeof groups;

const people: Readonly<Record<SampleName, SandboxPerson>> = {
  ...mapValues(employees, employeeOf),
  ...mapValues(outsiders, ([name, address, zone]) =>
    entryOf({ name, address, zone, provider: 'outside', kind: 'person' }),
  ),
  ...mapValues(rooms, ([name, address, office, provider]) =>
    entryOf({ name, address, zone: offices[office].zone, provider, kind: 'room' }),
  ),
  ...mapValues(groups, ([name, address, provider, members]) =>
    entryOf({ name, address, zone: offices.lyon.zone, provider, kind: 'group', members }),
  ),
};

/** Everybody and everything with an address in the sample company: people, outsiders, rooms, groups. */
export const samplePeople: readonly SandboxPerson[] = Object.values(people);

/** The names of those who have a calendar and are people. */
export const employeeNames = Object.keys(employees) as readonly (keyof typeof employees)[];

export function personNamed(name: SampleName): SandboxPerson {
  return people[name];
}

function employeeOf({ name, mailbox, office, provider, special }: Employee): SandboxPerson {
  const { zone, workingHours } = offices[office];
  const address = `${mailbox}@${domain}`;
  return { ...entryOf({ name, address, zone, provider, kind: 'person' }), workingHours, ...special };
}

function entryOf(
  given: Pick<SandboxPerson, 'name' | 'address' | 'zone' | 'provider' | 'kind'> & Partial<SandboxPerson>,
): SandboxPerson {
  return {
    aliases: [],
    members: [],
    userId: userIdOf(given.address, given.provider),
    workingHours: { weekdays, start: '09:00', end: '17:00' },
    hidesInvitations: false,
    delegates: [],
    ...given,
  };
}

/** Made of the address, so that it is the same in every run: a `sub` of 21 digits, or a GUID (RFC 9562 version 8). */
function userIdOf(address: string, provider: SandboxPerson['provider']): string {
  const hex = createHash('sha256').update(address).digest('hex');
  if (provider === 'google') return `1${BigInt(`0x${hex}`).toString().slice(0, 20)}`;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function membersOfTeam(team: Employee['team']): string[] {
  return Object.values(employees)
    .filter((employee) => employee.team === team && employee.mailbox !== employees.inesAtRoe.mailbox)
    .map(({ mailbox }) => `${mailbox}@${domain}`);
}

function mapValues<K extends string, V, R>(
  table: Readonly<Record<K, V>>,
  map: (value: V) => R,
): Record<K, R> {
  const mapped = Object.entries(table).map(([key, value]) => [key, map(value as V)]);
  return Object.fromEntries(mapped) as Record<K, R>;
}
