import type { SandboxPerson } from '../../../src/sandbox/accounts/person.ts';

const domain = 'tern.example';
export const zone = 'Europe/Paris';

/** Who lives in the world of the fault runs. Mailboxes alternate between the two calendars. */
export interface FaultPeople {
  /** The gate looks after these. */
  readonly owners: readonly SandboxPerson[];
  /** Of the same company, without the gate. */
  readonly colleagues: readonly SandboxPerson[];
  /** From elsewhere, without a mailbox here. */
  readonly outsiders: readonly SandboxPerson[];
}

const colleagueCount = 6;
const outsiderCount = 4;

export function faultPeople(owners: number): FaultPeople {
  return {
    owners: people(owners, 'owner', domain, calendarOf),
    colleagues: people(colleagueCount, 'colleague', domain, calendarOf),
    outsiders: people(outsiderCount, 'visitor', 'elsewhere.example', () => 'outside'),
  };
}

/**
 * What the organization says: Wednesday is free without exception and nothing is an emergency, so that whoever reads an
 * invite's date knows what has to happen to it. Everything else is a prompt to the owner at most. Its hours never end:
 * runs take place at any time, and no mail waits for the morning.
 */
export const faultPolicy = `organization:
  timeZone: ${zone}
  domains: [${domain}]
  workingHours:
    - days: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]
      hours: 00:00-24:00
  noMeetingDays: [wednesday]
  holds:
    inCalendar: true
  emergencies: []
  enforcement:
    default: warn
    no-meeting-day: enforce
    outside-working-hours: observe
`;

function calendarOf(number: number): 'google' | 'microsoft' {
  return number % 2 === 0 ? 'google' : 'microsoft';
}

function people(
  count: number,
  name: string,
  at: string,
  providerOf: (number: number) => SandboxPerson['provider'],
): SandboxPerson[] {
  return Array.from({ length: count }, (_, number) => {
    const address = `${name}-${number + 1}@${at}`;
    return {
      address,
      aliases: [],
      name: `${name} ${number + 1}`,
      provider: providerOf(number),
      kind: 'person',
      members: [],
      userId: userIdOf(name, number, providerOf(number)),
      zone,
      workingHours: { weekdays: [1, 2, 3, 4, 5], start: '07:00', end: '20:00' },
      hidesInvitations: false,
      delegates: [],
    };
  });
}

/** A `sub` of 21 digits, or a GUID. */
function userIdOf(name: string, number: number, provider: SandboxPerson['provider']): string {
  const kind = name.length;
  if (provider !== 'microsoft') return `1${String(kind).padStart(4, '0')}${String(number).padStart(16, '0')}`;
  return `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(number).padStart(12, '0')}`;
}
