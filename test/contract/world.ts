import type { CalendarEntry, PulledChanges } from '../../src/app/ports/calendar.ts';
import type { Outcome } from '../../src/app/ports/problem.ts';
import type { CalendarProvider, Mailbox, MailboxAccount } from '../../src/app/ports/provider.ts';
import type { SandboxPerson } from '../../src/sandbox/accounts/person.ts';
import type { VisibleAct } from '../../src/sandbox/acts.ts';
import { blankFields, blankOwn, newGuest } from '../../src/sandbox/calendar/blank-event.ts';
import type { EventCopy, EventFields, Guest } from '../../src/sandbox/calendar/event-copy.ts';
import type { SandboxMail } from '../../src/sandbox/parts.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import type { SwitchPositions } from '../../src/sandbox/switches.ts';

/** Monday in the week of all contract tests. */
export const nowMs = Date.parse('2026-11-23T08:00:00Z');
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
/** The window in which the tests look: the week before and four weeks ahead. */
export const window = { fromMs: nowMs - 7 * dayMs, toMs: nowMs + 28 * dayMs };

/** One sandbox with a provider connected to it, and the people of the tests. */
export interface ContractWorld {
  readonly sandbox: Sandbox;
  readonly provider: CalendarProvider;
  readonly positions: SwitchPositions;
  readonly open: (address: string, account?: Partial<MailboxAccount>) => Mailbox;
  /** The mailbox that the gate looks after, on the provider that is tested. */
  readonly mailbox: Mailbox;
  /** All mails that were sent, oldest first. */
  readonly mails: () => readonly SandboxMail[];
  /** Makes every place in the lists of changes of a mailbox too old. */
  readonly expireSync: (address: string) => Promise<void>;
  /** What somebody who opens a document reads in it. */
  readonly documentText: (address: string, id: string) => Promise<string>;
  /** Presses a button of the consent page as a person would; gives the address that the browser is sent to. */
  readonly pressConsent: (page: string, address: string, button: 'allow' | 'deny') => Promise<URL>;
  /** The person takes back every consent. */
  readonly revokeGrants: (address: string) => void;
}

/** Opens a fresh world; closed after the test. */
export type OpenWorld = (options?: { readonly shortPages?: boolean }) => Promise<ContractWorld>;

export const owner = 'olga@kiln.example';
export const colleague = 'carl@kiln.example';
/** On the other provider. */
export const elsewhere = 'eva@kiln.example';
export const group = 'team@kiln.example';
export const room = 'room@kiln.example';
export const outside = 'otto@outside.example';

export function contractPeople(provider: 'google' | 'microsoft'): readonly SandboxPerson[] {
  const other = provider === 'google' ? 'microsoft' : 'google';
  let number = 0;
  const person = (address: string, name: string, change: Partial<SandboxPerson>): SandboxPerson => {
    number += 1;
    const of = change.provider ?? provider;
    return {
      address,
      aliases: [],
      name,
      provider: of,
      kind: 'person',
      members: [],
      userId:
        of === 'microsoft'
          ? `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
          : `10000000000000000000${number}`,
      zone: 'Europe/Paris',
      workingHours: { weekdays: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
      hidesInvitations: false,
      delegates: [],
      ...change,
    };
  };
  return [
    person(owner, 'Olga Owner', { aliases: ['o.owner@kiln.example'] }),
    person(colleague, 'Carl Colleague', { zone: 'Asia/Singapore' }),
    person(elsewhere, 'Eva Elsewhere', { provider: other }),
    person(group, 'Team', { kind: 'group', members: [owner, colleague, elsewhere] }),
    person(room, 'Room One', { kind: 'room' }),
    person(outside, 'Otto Outside', { provider: 'outside' }),
  ];
}

export function guest(address: string, change: Partial<Guest> = {}): Guest {
  return { ...newGuest(address), ...change };
}

/** An hour on Wednesday, 14:00 in Paris, unless changed. */
export function fields(change: Partial<EventFields> = {}): EventFields {
  const startMs = Date.parse('2026-11-25T13:00:00Z');
  return {
    ...blankFields,
    summary: 'Roadmap review',
    body: { kind: 'text', content: 'Agenda:\n- scope\n- dates' },
    location: 'Lyon',
    start: { kind: 'instant', ms: startMs, zone: 'Europe/Paris' },
    end: { kind: 'instant', ms: startMs + hourMs, zone: 'Europe/Paris' },
    guests: [guest(owner), guest(elsewhere)],
    ...change,
  };
}

/** Somebody invites, by default the colleague; gives the organizer's copy. */
export function invite(
  { sandbox }: ContractWorld,
  change: Partial<EventFields> = {},
  organizer: string = colleague,
): EventCopy {
  return sandbox.parts.engine.create({
    organizer,
    fields: fields(change),
    own: blankOwn,
    providerId: null,
    uid: null,
    transactionId: null,
    notify: true,
  });
}

/** The copy of an event in a mailbox, as the emulator holds it. */
export function copyOf(
  { sandbox }: ContractWorld,
  { uid }: { uid: string },
  address: string = owner,
): EventCopy {
  const copy = sandbox.parts.engine.findByUid(address, uid);
  if (copy === null) throw new Error(`${address} has no copy of ${uid}`);
  return copy;
}

/** What others saw since the planting, without invitations. */
export function actsOf({ sandbox }: ContractWorld, kind: VisibleAct['kind']): readonly VisibleAct[] {
  return sandbox.parts.acts.all().filter((act) => act.kind === kind);
}

/** The value of an outcome that has to be one. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}

/** The code of an outcome that has to be a refusal. */
export function refusalOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'accepted' : outcome.problem.code;
}

export async function pull(world: ContractWorld, cursor: string | null = null): Promise<PulledChanges> {
  return unwrap(await world.mailbox.calendar.pullChanges(cursor, window));
}

export function entriesOf({ changes }: PulledChanges): readonly CalendarEntry[] {
  return changes.flatMap((change) => (change.kind === 'entry' ? change.entry : []));
}

/** The entry of an event as the owner's mailbox shows it now; the event has to be there. */
export async function entryOf(world: ContractWorld, event: { uid: string }): Promise<CalendarEntry> {
  const entry = await maybeEntryOf(world, event);
  if (entry === null) throw new Error(`no entry for ${event.uid}`);
  return entry;
}

export async function maybeEntryOf(
  world: ContractWorld,
  event: { uid: string },
): Promise<CalendarEntry | null> {
  return entriesOf(await pull(world)).find((entry) => entry.meeting.uid === event.uid) ?? null;
}
