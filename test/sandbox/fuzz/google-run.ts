import type { EventCopy } from '../../../src/sandbox/calendar/event-copy.ts';
import { testStartMs } from '../../support/sandbox.ts';
import { actors, type Dice, providerOf } from './google-cast.ts';
import { type Answer, type GuestCopy, type Meeting, occurrenceTime, type Time } from './google-meeting.ts';
import type { Act } from './google-model.ts';
import type { Json, Office, Reply } from './google-office.ts';
import type { Replica } from './google-replicas.ts';

/** A push channel as the fuzz believes it to be. */
export interface Watch {
  readonly channel: string;
  readonly resourceId: string;
  readonly mailbox: string;
  readonly expirationMs: number;
  stopped: boolean;
  lastNumber: number;
}

/** One run: what exists, and what was done so far. */
export interface Run {
  readonly office: Office;
  readonly dice: Dice;
  readonly meetings: Meeting[];
  readonly watches: Watch[];
  readonly replicas: Replica[];
  /** By path of the event: an ETag that it had at some time. */
  readonly oldEtags: Map<string, string>;
  /** All copies in the emulator's state as they were after the last operation, in the order in which they came. */
  readonly seen: EventCopy[];
  /** Remembers what was done, for the report of a failure; null for what is about no meeting. */
  readonly note: (uid: string | null, text: string) => void;
  /** Counts what was made, for ids. */
  made: number;
  steps: number;
}

/** What one operation must have caused. */
export interface Expected {
  readonly acts: readonly Act[];
  /** Nothing whatever may change. */
  readonly quiet?: boolean;
}

export const quiet: Expected = { acts: [], quiet: true };
export const dayMs = 86_400_000;

/** @throws Error that says what came, where the status is not one of those that the model allows */
export function expectStatus(reply: Reply, allowed: readonly number[], what: string): Reply {
  if (allowed.includes(reply.status)) return reply;
  throw new Error(`${what}: ${reply.status} instead of ${allowed.join('/')}: ${JSON.stringify(reply.body)}`);
}

/** Path of the copy that somebody has of a meeting, or of one occurrence of it. */
export function pathOf(meeting: Meeting, key: string | null): string {
  return `/calendars/primary/events/${meeting.id}${key === null ? '' : `_${key}`}`;
}

/** A write that has to succeed; now and then under the precondition of the version that is there. */
export async function write(
  run: Run,
  who: string,
  method: string,
  [meeting, key]: readonly [Meeting, string | null],
  options: { readonly query?: Readonly<Record<string, string>>; readonly body?: Json } = {},
): Promise<Reply> {
  const path = pathOf(meeting, key);
  const before = run.dice.percent(25) ? await run.office.call(who, 'GET', path) : null;
  const etag = before?.body.etag;
  if (typeof etag === 'string') run.oldEtags.set(`${who} ${path}`, etag);
  const about = `${who} ${method} ${key ?? 'whole'} ${JSON.stringify(options)}`;
  run.note(meeting.uid, about);
  const ifMatch = typeof etag === 'string' ? etag : undefined;
  const reply = await run.office.call(who, method, path, { ...options, ifMatch });
  return expectStatus(reply, method === 'DELETE' ? [204] : [200], about);
}

/** Meetings that are on, of an organizer on one calendar. */
export function liveMeetings(run: Run, provider: 'google' | 'microsoft'): Meeting[] {
  return run.meetings.filter((one) => !one.cancelled && providerOf(one.organizer) === provider);
}

interface Attendance {
  readonly meeting: Meeting;
  readonly mailbox: string;
  readonly copy: GuestCopy;
}

/** Copies of guests that are on their calendars. */
export function attendances(run: Run, mailboxes: readonly string[] = actors): Attendance[] {
  return run.meetings.flatMap((meeting) =>
    meeting.cancelled
      ? []
      : [...meeting.copies]
          .filter(([mailbox, copy]) => mailboxes.includes(mailbox) && !copy.deleted)
          .map(([mailbox, copy]) => ({ meeting, mailbox, copy })),
  );
}

/** Keys of occurrences that are on in somebody's calendar, as the API lists them. */
export async function occurrencesOf(run: Run, who: string, meeting: Meeting): Promise<string[]> {
  if (meeting.rules.length === 0) return [];
  const path = `${pathOf(meeting, null)}/instances`;
  const query = { maxResults: '8', timeMax: new Date(testStartMs + 70 * dayMs).toISOString() };
  const reply = expectStatus(await run.office.call(who, 'GET', path, { query }), [200], `${who} instances`);
  return (reply.body.items as Json[]).map(({ id }) => String(id).slice(meeting.id.length + 1));
}

const quarterMs = 900_000;

/** A time within two weeks around now, of the same kind as `like`. */
export function someTime(run: Run, wholeDay: boolean): Time {
  const { below } = run.dice;
  const nowMs = run.office.parts().clock.nowMs();
  const dayStartMs = nowMs - (nowMs % dayMs) + (below(14) - 2) * dayMs;
  if (wholeDay) return { startMs: dayStartMs, endMs: dayStartMs + (1 + below(3)) * dayMs, wholeDay };
  const startMs = dayStartMs + (28 + below(40)) * quarterMs;
  return { startMs, endMs: startMs + (1 + below(8)) * quarterMs, wholeDay };
}

export function shifted(time: Time, quarters: number): Time {
  const ms = time.wholeDay ? dayMs * Math.sign(quarters) : quarters * quarterMs;
  return { ...time, startMs: time.startMs + ms, endMs: time.endMs + ms };
}

/** Another time for an occurrence, near its own. */
export function movedOccurrence(run: Run, meeting: Meeting, key: string): Time {
  return shifted(occurrenceTime(meeting, key), 1 + run.dice.below(20));
}

/** `start` and `end` of the API. */
export function timeBody({ startMs, endMs, wholeDay }: Time): Json {
  const moment = (ms: number) =>
    wholeDay
      ? { date: new Date(ms).toISOString().slice(0, 10) }
      : { dateTime: new Date(ms).toISOString(), timeZone: 'Europe/Paris' };
  return { start: moment(startMs), end: moment(endMs) };
}

/** `attendees` of the API: the organizer's own answer stands as it is written. */
export function guestsBody(guests: readonly string[], organizer: string): Json {
  return {
    attendees: guests.map((email) => ({ email, ...(email === organizer && { responseStatus: 'accepted' }) })),
  };
}

export function someAnswer(run: Run): Answer {
  const status = run.dice.pick(['accepted', 'declined', 'tentative', 'needsAction', 'accepted', 'declined']);
  return { status, comment: run.dice.percent(40) ? `word ${run.dice.below(50)}` : null };
}

/** Whether guests get mail, and the parameter that says so. */
export function someSending(run: Run): { readonly told: boolean; readonly query: Record<string, string> } {
  const query: Record<string, string> = run.dice.pick<Record<string, string>>([
    { sendUpdates: 'all' },
    { sendUpdates: 'all' },
    { sendUpdates: 'none' },
    { sendNotifications: 'true' },
    {},
  ]);
  return { told: query.sendUpdates === 'all' || query.sendNotifications === 'true', query };
}

/** Carries which meeting it is about, so that the report can tell its story. */
export class MeetingFault extends Error {
  readonly uid: string | null;

  constructor(uid: string | null, message: string) {
    super(message);
    this.uid = uid;
  }
}
