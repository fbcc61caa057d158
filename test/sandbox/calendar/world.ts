import { createPeople } from '../../../src/sandbox/accounts/people.ts';
import type { SandboxPerson } from '../../../src/sandbox/accounts/person.ts';
import { type Acts, createActs, type VisibleAct } from '../../../src/sandbox/acts.ts';
import { blankFields, blankOwn, newGuest } from '../../../src/sandbox/calendar/blank-event.ts';
import type { CalendarEngine, NewEvent } from '../../../src/sandbox/calendar/calendar-engine.ts';
import { createCalendarEngine } from '../../../src/sandbox/calendar/create-engine.ts';
import type { EventCopy, EventFields, Guest } from '../../../src/sandbox/calendar/event-copy.ts';
import { createClock, type SandboxClock } from '../../../src/sandbox/clock.ts';
import { createTables } from '../../../src/sandbox/state/create-tables.ts';
import type { Tables } from '../../../src/sandbox/state/tables.ts';
import { type SwitchPositions, switchPositions } from '../../../src/sandbox/switches.ts';

const startMs = Date.parse('2026-10-05T08:00:00Z');

/** Two people on each calendar, a Google user who hides invitations, a group, a room and somebody outside. */
export const ada = 'ada@team.example';
export const bo = 'bo@team.example';
export const cy = 'cy@team.example';
export const di = 'di@team.example';
export const shy = 'shy@team.example';
export const group = 'all@team.example';
export const outsider = 'kim@client.example';

function person(
  address: string,
  provider: SandboxPerson['provider'],
  more: Partial<SandboxPerson> = {},
): SandboxPerson {
  return {
    address,
    aliases: [],
    name: address.split('@')[0] ?? address,
    provider,
    kind: 'person',
    members: [],
    userId: `id-${address}`,
    zone: 'Europe/Warsaw',
    workingHours: { weekdays: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
    hidesInvitations: false,
    delegates: [],
    ...more,
  };
}

const everybody: readonly SandboxPerson[] = [
  person(ada, 'google'),
  person(bo, 'google', { aliases: ['robert@team.example'] }),
  person(cy, 'microsoft', { zone: 'America/New_York' }),
  person(di, 'microsoft'),
  person(shy, 'google', { hidesInvitations: true }),
  person(group, 'google', { kind: 'group', members: [bo, di] }),
  person(outsider, 'outside'),
];

export interface World {
  readonly engine: CalendarEngine;
  readonly acts: Acts;
  readonly clock: SandboxClock;
  readonly tables: Tables;
  /** A second engine on the same tables, as after a restart. */
  readonly reopen: () => CalendarEngine;
  /** The copy of a mailbox; throws where it has none. */
  readonly copyOf: (mailbox: string, copy: EventCopy) => EventCopy;
}

/** An empty sandbox whose clock stands still at `startMs`. */
export async function emptyWorld(given: Partial<SwitchPositions> = {}, people = everybody): Promise<World> {
  const tables = await createTables(null);
  const clock = createClock(() => startMs, null);
  const acts = createActs(tables.table<VisibleAct>('acts'));
  let made = 0;
  const newId = (length: number): string => {
    made += 1;
    return made.toString(36).padStart(length, 'a');
  };
  const reopen = (): CalendarEngine =>
    createCalendarEngine({
      clock,
      tables,
      acts,
      newId,
      positions: () => switchPositions(given),
      people: createPeople(people),
    });
  const engine = reopen();
  const copyOf = (mailbox: string, { uid }: EventCopy): EventCopy => {
    const copy = engine.findByUid(mailbox, uid);
    if (!copy) throw new Error(`${mailbox} has no copy of ${uid}`);
    return copy;
  };
  return { engine, acts, clock, tables, reopen, copyOf };
}

export function guest(address: string, more: Partial<Guest> = {}): Guest {
  return { ...newGuest(address), ...more };
}

/** A moment in Warsaw, where nothing else is said. `text` is UTC, for example `2026-10-06T07:00:00Z`. */
export function at(text: string, zone = 'Europe/Warsaw'): EventFields['start'] {
  return { kind: 'instant', ms: Date.parse(text), zone };
}

/** An hour on Tuesday 6 October 2026, 09:00 in Warsaw. */
function fieldsOf(guests: readonly string[], more: Partial<EventFields> = {}): EventFields {
  return {
    ...blankFields,
    summary: 'Sync',
    body: { kind: 'text', content: '' },
    start: at('2026-10-06T07:00:00Z'),
    end: at('2026-10-06T08:00:00Z'),
    guests: guests.map((address) => guest(address)),
    ...more,
  };
}

export function newEvent(
  organizer: string,
  guests: readonly string[],
  more: Partial<EventFields> = {},
): NewEvent {
  return {
    organizer,
    fields: fieldsOf(guests, more),
    own: blankOwn,
    providerId: null,
    uid: null,
    transactionId: null,
    notify: true,
  };
}

/** Weekly on Tuesdays; its keys are `20261006T070000Z`, `20261013T070000Z`, `20261020T070000Z`, then winter time. */
export const weekly = { recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU'] };
export const second = '20261013T070000Z';

/** The answer of one person, without comment, sent. */
export function says(answer: Guest['answer'], send = true) {
  return { answer, comment: null, proposal: null, send };
}

/** What a guest list says that somebody answered; null for no entry. */
export function answerIn(guests: readonly Guest[], address: string): Guest['answer'] | null {
  return guests.find((one) => one.address === address)?.answer ?? null;
}
