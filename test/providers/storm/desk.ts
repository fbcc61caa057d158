import type { CalendarEntry } from '../../../src/app/ports/calendar.ts';
import type { Mailbox } from '../../../src/app/ports/provider.ts';
import type { EventTime } from '../../../src/core/meeting/event-time.ts';
import type { EventCopy, EventFields } from '../../../src/sandbox/calendar/event-copy.ts';
import {
  type ContractWorld,
  dayMs,
  elsewhere,
  fields,
  guest,
  hourMs,
  invite,
  outside,
  window,
} from '../../contract/world.ts';
import type { Recorder } from './recorder.ts';

/** One mailbox at work. */
export interface Desk {
  readonly world: ContractWorld;
  readonly me: string;
  readonly mailbox: Mailbox;
  readonly recorder: Recorder;
  /** https or local address that takes notifications. */
  readonly webhook: string;
}

export const wednesday = Date.parse('2026-11-25T07:00:00Z');
export const thursday = wednesday + dayMs;
const zone = 'Europe/Paris';

/** A word of every invite: it may stand in results, never in a problem. */
export const inviteWord = 'Zanzibar';

export const slotAt = (startMs: number) => ({ startMs, endMs: startMs + hourMs, zone });
export const instant = (ms: number): EventTime & { kind: 'instant' } => ({ kind: 'instant', ms, zone });
export const titleOf = ({ me }: Desk, name: string): string => `${name} ${inviteWord} ${me}`;

/** A meeting that somebody of the other calendar calls; `hour` counts from Wednesday morning. */
export function invited(
  desk: Desk,
  name: string,
  hour: number,
  change: Partial<EventFields> = {},
): EventCopy {
  const startMs = wednesday + hour * hourMs;
  return invite(desk.world, fieldsAt(desk, name, startMs, change), elsewhere);
}

export function fieldsAt(
  desk: Desk,
  name: string,
  startMs: number,
  change: Partial<EventFields>,
): EventFields {
  return fields({
    summary: titleOf(desk, name),
    body: { kind: 'text', content: `${inviteWord}: agenda of ${name}` },
    start: { kind: 'instant', ms: startMs, zone },
    end: { kind: 'instant', ms: startMs + hourMs, zone },
    guests: [guest(desk.me), guest(outside)],
    ...change,
  });
}

export const weekly = { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] };

/** Changes since a cursor; gives the next one. */
export async function pull(
  { mailbox, recorder }: Desk,
  name: string,
  cursor: string | null,
): Promise<string | null> {
  const pulled = await recorder.did(name, () => mailbox.calendar.pullChanges(cursor, window));
  return pulled?.cursor ?? cursor;
}

/** Finds the entry of an event in what the mailbox shows at this moment. */
export type Look = (event: { readonly uid: string } | undefined) => CalendarEntry;

export async function lookAround({ mailbox, recorder, me }: Desk): Promise<Look> {
  const pulled = await recorder.did('look', () => mailbox.calendar.pullChanges(null, window));
  return (event) => {
    for (const change of pulled?.changes ?? [])
      if (change.kind === 'entry' && change.entry.meeting.uid === event?.uid) return change.entry;
    throw new Error(`${me} has no entry for ${event?.uid}`);
  };
}
