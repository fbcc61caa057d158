import { isDeepStrictEqual } from 'node:util';
import type { EventCopy } from '../../../src/sandbox/calendar/event-copy.ts';
import { testStartMs } from '../../support/sandbox.ts';
import { mainAddress, providerOf } from './google-cast.ts';
import {
  answerAt,
  copyOf,
  entryOf,
  invitedTo,
  type Meeting,
  namesAt,
  occurrenceTime,
  ownAnswer,
  type Time,
} from './google-meeting.ts';
import type { Act } from './google-model.ts';
import type { Json } from './google-office.ts';
import { dayMs, expectStatus, MeetingFault, pathOf, type Run } from './google-run.ts';

/**
 * Mailboxes in which the content of something that is not hidden is another than when this was asked last.
 *
 * @throws Error for a new version that says the same as the one before
 */
export function changedMailboxes(run: Run): ReadonlySet<string> {
  const changed = new Set<string>();
  let index = -1;
  for (const copy of copiesOf(run).values()) {
    index += 1;
    const old = run.seen[index];
    // Copies are not changed in place: another state is another object.
    if (old === copy) continue;
    if (old && old.key !== copy.key) throw new Error(`the copy ${old.key} is lost`);
    run.seen[index] = copy;
    if (old && isDeepStrictEqual(contentOf(old), contentOf(copy))) {
      throw new Error(`${copy.mailbox} has a new version of ${copy.uid} that says the same`);
    }
    if (!copy.hidden) changed.add(copy.mailbox);
  }
  if (index + 1 < run.seen.length) throw new Error('copies are lost');
  return changed;
}

/** The copies that were opened again say what they said before. */
export function checkReopened(run: Run): void {
  const opened = [...copiesOf(run).values()];
  if (!isDeepStrictEqual(opened, run.seen))
    throw new Error('the state file has other copies than there were');
  run.seen.splice(0, run.seen.length, ...opened);
}

const copiesOf = (run: Run) => run.office.parts().tables.table<EventCopy>('copies');

function contentOf({ version, updatedMs, whole, exceptions, ...content }: EventCopy): unknown {
  const occurrences = Object.entries(exceptions).map(([key, { fields, own, gone }]) => [
    key,
    fields,
    own,
    gone,
  ]);
  return [content, Object.fromEntries(occurrences.map(([key, ...rest]) => [String(key), rest]))];
}

/** What was recorded since is what the model expects, in any order. */
export function checkActs(run: Run, since: number, expected: readonly Act[]): void {
  const acts = run.office.parts().acts.since(since);
  const recorded = acts.map(({ kind, from, to, originalStart }) => line({ kind, from, to, originalStart }));
  const should = expected.map(line);
  if (!isDeepStrictEqual(recorded.sort(), should.sort())) {
    throw new Error(`acts are [${recorded.join(', ')}] instead of [${should.join(', ')}]`);
  }
}

const line = ({ kind, from, to, originalStart }: Act) =>
  `${kind} ${from} to ${[...to].sort().join('+')} at ${originalStart}`;

/** Every copy, read by its owner, says what the model says: the organizer's words, the guest's own answer. */
export async function checkCopies(run: Run, meetings: readonly Meeting[]): Promise<void> {
  for (const meeting of meetings) {
    const readers = [meeting.organizer, ...meeting.copies.keys()].filter(
      (one) => providerOf(one) === 'google' && !one.startsWith('room@'),
    );
    for (const who of readers) await checkCopy(run, meeting, who);
  }
}

async function checkCopy(run: Run, meeting: Meeting, who: string): Promise<void> {
  const path = pathOf(meeting, null);
  const { body } = expectStatus(
    await run.office.call(who, 'GET', path),
    [200],
    `${who} reads ${meeting.uid}`,
  );
  const copy = who === meeting.organizer ? null : copyOf(meeting, who);
  const isOff = meeting.cancelled || copy?.deleted === true;
  if (isOff) return compare(meeting, who, 'status', body.status, 'cancelled');
  compare(meeting, who, 'whole', shownOf(body), expectedOf(meeting, who, null));
  if (meeting.rules.length === 0) return;
  const query = {
    showDeleted: 'true',
    maxResults: '50',
    timeMax: new Date(testStartMs + 80 * dayMs).toISOString(),
  };
  const list = expectStatus(await run.office.call(who, 'GET', `${path}/instances`, { query }), [200], path);
  for (const item of list.body.items as Json[]) {
    const key = String(item.id).slice(meeting.id.length + 1);
    const isCancelled = meeting.exceptions.get(key)?.cancelled === true || (copy?.gone.has(key) ?? false);
    compare(meeting, who, key, item.status, isCancelled ? 'cancelled' : 'confirmed');
    if (!isCancelled) compare(meeting, who, key, shownOf(item), expectedOf(meeting, who, key));
  }
}

function expectedOf(meeting: Meeting, who: string, key: string | null): unknown {
  const copy = who === meeting.organizer ? null : copyOf(meeting, who);
  const exception = key === null ? undefined : meeting.exceptions.get(key);
  const words = {
    ...meeting.words,
    ...copy?.local,
    ...exception?.words,
    ...(key !== null && copy?.localAt.get(key)),
  };
  const time: Time = key === null ? meeting.time : occurrenceTime(meeting, key);
  const names = namesAt(meeting, key);
  if (copy !== null && copy.answer !== null && entryOf(meeting, who) === null) names.push(who);
  const guests = names.map((name) => {
    const isOwn = copy !== null && mainAddress(name) === who;
    const { status, comment } = (isOwn ? ownAnswer(meeting, who, key) : null) ?? answerAt(meeting, name, key);
    return [name, status, comment];
  });
  return { ...words, startMs: time.startMs, endMs: time.endMs, guests: guests.sort() };
}

function shownOf(item: Json): unknown {
  const guests = ((item.attendees ?? []) as Json[]).map((one) => [
    one.email,
    one.responseStatus,
    one.comment ?? null,
  ]);
  return {
    summary: item.summary ?? '',
    location: item.location ?? '',
    startMs: msOf(item.start),
    endMs: msOf(item.end),
    guests: guests.sort(),
  };
}

function msOf(moment: unknown): number {
  const { dateTime, date } = moment as { dateTime?: string; date?: string };
  return Date.parse(dateTime ?? `${date}T00:00:00Z`);
}

function compare(meeting: Meeting, who: string, what: string, shown: unknown, expected: unknown): void {
  if (isDeepStrictEqual(shown, expected)) return;
  throw new MeetingFault(
    meeting.uid,
    `${who} sees ${what} of ${meeting.uid} of ${meeting.organizer} as ${JSON.stringify(shown)} instead of ${JSON.stringify(expected)}; invited: ${[...invitedTo(meeting)].join(' ')}`,
  );
}
