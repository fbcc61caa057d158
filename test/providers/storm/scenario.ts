import type { AnswerReceipt, AnswerRequest, CalendarEntry } from '../../../src/app/ports/calendar.ts';
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

const wednesday = Date.parse('2026-11-25T07:00:00Z');
const thursday = wednesday + dayMs;
const zone = 'Europe/Paris';

/** A word of every invite: it may stand in results, never in a problem. */
export const inviteWord = 'Zanzibar';

const slotAt = (startMs: number) => ({ startMs, endMs: startMs + hourMs, zone });
const instant = (ms: number): EventTime & { kind: 'instant' } => ({ kind: 'instant', ms, zone });
const titleOf = ({ me }: Desk, name: string): string => `${name} ${inviteWord} ${me}`;

/** A meeting that somebody of the other calendar calls; `hour` counts from Wednesday morning. */
function invited(desk: Desk, name: string, hour: number, change: Partial<EventFields> = {}): EventCopy {
  const startMs = wednesday + hour * hourMs;
  return invite(desk.world, fieldsAt(desk, name, startMs, change), elsewhere);
}

function fieldsAt(desk: Desk, name: string, startMs: number, change: Partial<EventFields>): EventFields {
  return fields({
    summary: titleOf(desk, name),
    body: { kind: 'text', content: `${inviteWord}: agenda of ${name}` },
    start: { kind: 'instant', ms: startMs, zone },
    end: { kind: 'instant', ms: startMs + hourMs, zone },
    guests: [guest(desk.me), guest(outside)],
    ...change,
  });
}

const weekly = { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] };

/** Changes since a cursor; gives the next one. */
async function pull({ mailbox, recorder }: Desk, name: string, cursor: string | null): Promise<string | null> {
  const pulled = await recorder.did(name, () => mailbox.calendar.pullChanges(cursor, window));
  return pulled?.cursor ?? cursor;
}

/** The entry of an event, read by its id as the provider names it. */
async function entryOf(desk: Desk, { uid }: { uid: string }): Promise<CalendarEntry> {
  const pulled = await desk.recorder.did('look', () => desk.mailbox.calendar.pullChanges(null, window));
  for (const change of pulled?.changes ?? [])
    if (change.kind === 'entry' && change.entry.meeting.uid === uid) return change.entry;
  throw new Error(`${desk.me} has no entry for ${uid}`);
}

/** All that happens in one mailbox: about forty operations, in one order. */
export async function workADay(desk: Desk): Promise<void> {
  const first = await pull(desk, 'pull an empty calendar', null);
  const afterAnswers = await answerInvitations(desk, first);
  const afterOwn = await lookAfterOwnMeetings(desk, afterAnswers);
  await askAndWrite(desk);
  await subscribeAndEnd(desk);
  await desk.world.expireSync(desk.me);
  await pull(desk, 'pull by an expired cursor', afterOwn);
  await pull(desk, 'pull everything', null);
}

type Given = readonly [name: string, answer: AnswerRequest['answer'], change: Partial<AnswerRequest>];

/** Answers of all kinds, whole and by occurrence, with and without words, versions and another time. */
async function answerInvitations(desk: Desk, cursor: string | null): Promise<string | null> {
  const { mailbox, recorder, world } = desk;
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  const events = new Map(names.map((name, index) => [name, invited(desk, name, index)]));
  const series = ['S', 'T'].map((name, index) => invited(desk, name, 8 + index, weekly));
  invited(desk, 'private', 11, { visibility: 'private' });
  const next = await pull(desk, 'pull invitations', cursor);
  const read = async (event: EventCopy | undefined) => {
    if (event === undefined) throw new Error('no such event');
    const entry = await entryOf(desk, event);
    return recorder.did('read', () => mailbox.calendar.readEntry(entry.meeting.id, window));
  };
  const give = (name: string, meetingId: string, change: Partial<AnswerRequest>) =>
    recorder.did(`answer ${name}`, () =>
      mailbox.calendar.answer({
        target: { meetingId, originalStart: null },
        answer: 'declined',
        comment: null,
        proposal: null,
        version: null,
        ...change,
      }),
    );
  const receipts = new Map<string, AnswerReceipt>();
  const kinds: readonly Given[] = [
    ['A', 'accepted', {}],
    ['B', 'tentative', { comment: `${inviteWord}: until Friday` }],
    ['C', 'declined', { comment: `${inviteWord}: https://gate.example/o/1` }],
    ['D', 'tentative', { proposal: slotAt(thursday + 3 * hourMs) }],
    ['E', 'declined', { comment: `${inviteWord}: better then`, proposal: slotAt(thursday + 4 * hourMs) }],
    ['F', 'tentative', {}],
  ];
  for (const [name, answer, change] of kinds) {
    const entry = await read(events.get(name));
    if (entry === null) continue;
    const receipt = await give(name, entry.meeting.id, { answer, ...change, version: entry.version });
    if (receipt !== null) receipts.set(name, receipt);
  }
  await refusals(desk, events.get('G'), give);
  await undo(desk, receipts);
  await recorder.did('undo again', () => undoOf(desk, receipts.get('B')));
  world.sandbox.parts.engine.update(
    { key: keyOf(desk, events.get('A')), originalStart: null },
    { location: 'Warsaw' },
    true,
  );
  await answerSeries(desk, series, give);
  return pull(desk, 'pull answers', next);
}

type Give = (
  name: string,
  meetingId: string,
  change: Partial<AnswerRequest>,
) => Promise<AnswerReceipt | null>;

/** What has to be refused, in a storm as well. */
async function refusals(desk: Desk, event: EventCopy | undefined, give: Give): Promise<void> {
  if (event === undefined) throw new Error('no such event');
  const entry = await entryOf(desk, event);
  desk.world.sandbox.parts.engine.update(
    { key: keyOf(desk, event), originalStart: null },
    { location: 'Singapore' },
    true,
  );
  await give('of an old version', entry.meeting.id, { version: entry.version });
  await give('to nothing', 'never0there', {});
  const { calendar } = desk.mailbox;
  const target = { meetingId: entry.meeting.id, originalStart: null };
  await desk.recorder.did('move a foreign one', () => calendar.moveMeeting(target, slotAt(thursday), null));
  await desk.recorder.did('cancel a foreign one', () => calendar.cancelMeeting(target, null, null));
  await desk.recorder.did('release a foreign one', () => calendar.releaseHold(entry.meeting.id));
}

async function answerSeries(desk: Desk, series: readonly EventCopy[], give: Give): Promise<void> {
  const [whole, single] = series;
  if (whole === undefined || single === undefined) throw new Error('no series');
  const wholeEntry = await entryOf(desk, whole);
  await give('a series', wholeEntry.meeting.id, { answer: 'tentative', comment: `${inviteWord}: all` });
  const { meeting } = await entryOf(desk, single);
  const occurrence = (index: number): Partial<AnswerRequest> => ({
    target: {
      meetingId: meeting.id,
      originalStart: instant(wednesday + 9 * hourMs + index * 7 * dayMs),
    },
  });
  const second = await give('second occurrence', meeting.id, {
    ...occurrence(1),
    comment: `${inviteWord}: second`,
  });
  await give('third occurrence', meeting.id, { ...occurrence(2), answer: 'tentative' });
  if (second !== null)
    await desk.recorder.did('undo second occurrence', () =>
      desk.mailbox.calendar.undoAnswer(
        { meetingId: meeting.id, originalStart: occurrence(1).target?.originalStart ?? null },
        second.before,
      ),
    );
}

/** Takes answers back: one to an open invitation, one declined, one that the owner has changed since. */
async function undo(desk: Desk, receipts: ReadonlyMap<string, AnswerReceipt>): Promise<void> {
  const { engine } = desk.world.sandbox.parts;
  for (const copy of engine.copies(desk.me))
    if (copy.fields.summary === titleOf(desk, 'F'))
      engine.answer(
        { key: copy.key, originalStart: null },
        { answer: 'accepted', comment: null, proposal: null, send: true },
      );
  for (const name of ['B', 'C', 'D', 'F'])
    await desk.recorder.did(`undo ${name}`, () => undoOf(desk, receipts.get(name)));
}

function undoOf({ mailbox }: Desk, receipt: AnswerReceipt | undefined) {
  if (receipt === undefined) throw new Error('nothing to undo');
  const { before } = receipt;
  return mailbox.calendar.undoAnswer({ meetingId: before.entryId, originalStart: null }, before);
}

/** The organizer's key: their copy is the one that changes for all. */
function keyOf({ world }: Desk, event: EventCopy | undefined): string {
  const copy = event === undefined ? null : world.sandbox.parts.engine.findByUid(elsewhere, event.uid);
  if (copy === null) throw new Error('the organizer has no copy');
  return copy.key;
}

/** Creates, moves and cancels meetings and holds, each also a second time. */
async function lookAfterOwnMeetings(desk: Desk, cursor: string | null): Promise<string | null> {
  const { mailbox, recorder, me, world } = desk;
  const create = (name: string, hour: number) =>
    recorder.did(`create ${name}`, () =>
      mailbox.calendar.createMeeting({
        key: `${name} of ${me}`,
        summary: titleOf(desk, name),
        description: `${inviteWord}: decide`,
        slot: slotAt(thursday + hour * hourMs),
        attendees: [
          { email: elsewhere, optional: false },
          { email: outside, optional: true },
        ],
      }),
    );
  const whole = (meetingId: string) => ({ meetingId, originalStart: null });
  const move = (name: string, meetingId: string, hour: number, version: string | null) =>
    recorder.did(`move ${name}`, () =>
      mailbox.calendar.moveMeeting(whole(meetingId), slotAt(thursday + hour * hourMs), version),
    );
  const one = await create('K', 0);
  const two = await create('L', 1);
  await create('K', 0);
  if (one !== null) {
    await move('K', one.id, 5, one.version);
    await move('K from an old version', one.id, 6, one.version);
  }
  if (two !== null) {
    await move('L', two.id, 7, null);
    for (const name of ['cancel', 'cancel again'])
      await recorder.did(name, () => mailbox.calendar.cancelMeeting(whole(two.id), 'A document.', null));
  }
  await moveOccurrences(desk, invite(world, ownSeries(desk), me));
  await holds(desk);
  return pull(desk, 'pull own meetings', cursor);
}

function ownSeries(desk: Desk): EventFields {
  return fieldsAt(desk, 'own', thursday + 9 * hourMs, { ...weekly, guests: [guest(elsewhere)] });
}

async function moveOccurrences(desk: Desk, series: EventCopy): Promise<void> {
  const { meeting } = await entryOf(desk, series);
  const { calendar } = desk.mailbox;
  const startMs = (index: number) => thursday + 9 * hourMs + index * 7 * dayMs;
  const target = (index: number) => ({ meetingId: meeting.id, originalStart: instant(startMs(index)) });
  await desk.recorder.did('move an occurrence', () =>
    calendar.moveMeeting(target(1), slotAt(startMs(1) + 2 * hourMs), null),
  );
  await desk.recorder.did('cancel an occurrence', () =>
    calendar.cancelMeeting(target(2), `${inviteWord}: not then`, null),
  );
}

async function holds({ mailbox, recorder, me }: Desk): Promise<void> {
  const hold = (name: string, hour: number) =>
    recorder.did(`hold ${name}`, () =>
      mailbox.calendar.holdTime({
        key: `${name} of ${me}`,
        title: `Focus ${name}`,
        slot: slotAt(thursday + dayMs + hour * hourMs),
        autoDecline: 'none',
      }),
    );
  const kept = await hold('X', 0);
  const released = await hold('Y', 2);
  if (kept !== null) await hold('X', 0);
  if (released === null) return;
  for (const name of ['release', 'release again'])
    await recorder.did(name, () => mailbox.calendar.releaseHold(released.id));
}

/** Free/busy, hours, mails, documents. */
async function askAndWrite({ mailbox, recorder, me }: Desk): Promise<void> {
  const day = { fromMs: wednesday - 7 * hourMs, toMs: wednesday + 17 * hourMs };
  const many = Array.from({ length: 60 }, (_, index) => `nobody${index}@kiln.example`);
  await recorder.did('who is free', () => mailbox.calendar.freeBusy([...many, me, outside], day));
  await recorder.did('hours', () => mailbox.calendar.ownerHours());
  for (const name of ['one', 'two', 'three'])
    await recorder.did(`mail ${name}`, () =>
      mailbox.mail.sendMail({
        to: [elsewhere],
        subject: `Mail ${name} of ${me}`,
        text: `${inviteWord}: please read`,
        html: null,
      }),
    );
  const write = (name: string) =>
    recorder.did(`document ${name}`, () =>
      mailbox.documents.createDocument({
        key: `${name} of ${me}`,
        title: `Document ${name} of ${me}`,
        blocks: [
          { kind: 'heading', text: `${inviteWord}: problem` },
          { kind: 'bullet', text: 'scope' },
        ],
        writers: [elsewhere, 'not an address'],
      }),
    );
  for (const name of ['P', 'Q', 'P']) await write(name);
}

async function subscribeAndEnd({ mailbox, recorder, me, webhook }: Desk): Promise<void> {
  const request = (id: string) => ({
    id: `${me.split('@', 1)[0]}-${id}`,
    address: webhook,
    secret: `secret-of-${me}`,
    lifetimeMs: 3 * dayMs,
  });
  const { calendar } = mailbox;
  const made = await recorder.did('subscribe', () => calendar.subscribe(request('one')));
  if (made === null) return;
  const renewed = await recorder.did('renew', () => calendar.renewSubscription(made, request('two')));
  if (renewed === null) return;
  for (const name of ['unsubscribe', 'unsubscribe again'])
    await recorder.did(name, () => calendar.unsubscribe(renewed.subscription));
}
