import type { AnswerReceipt, AnswerRequest, CalendarEntry } from '../../../src/app/ports/calendar.ts';
import type { EventCopy } from '../../../src/sandbox/calendar/event-copy.ts';
import { dayMs, elsewhere, hourMs, window } from '../../contract/world.ts';
import {
  type Desk,
  instant,
  invited,
  inviteWord,
  type Look,
  lookAround,
  pull,
  slotAt,
  thursday,
  titleOf,
  wednesday,
  weekly,
} from './desk.ts';

type Given = readonly [name: string, answer: AnswerRequest['answer'], change: Partial<AnswerRequest>];

/** Answers of all kinds, whole and by occurrence, with and without words, versions and another time. */
export async function answerInvitations(desk: Desk, cursor: string | null): Promise<string | null> {
  const { mailbox, recorder, world } = desk;
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  const events = new Map(names.map((name, index) => [name, invited(desk, name, index)]));
  const series = ['S', 'T'].map((name, index) => invited(desk, name, 8 + index, weekly));
  invited(desk, 'private', 11, { visibility: 'private' });
  const next = await pull(desk, 'pull invitations', cursor);
  const look = await lookAround(desk);
  const read = (event: EventCopy | undefined) =>
    recorder.did('read', () => mailbox.calendar.readEntry(look(event).meeting.id, window));
  await readManyAtOnce(desk, look(series[0]));
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
  await refusals(desk, events.get('G'), look, give);
  await undo(desk, receipts);
  await recorder.did('undo again', () => undoOf(desk, receipts.get('B')));
  world.sandbox.parts.engine.update(
    { key: keyOf(desk, events.get('A')), originalStart: null },
    { location: 'Warsaw' },
    true,
  );
  await answerSeries(desk, series.map(look), give);
  return pull(desk, 'pull answers', next);
}

const atTheSameMoment = 12;

/** More questions at the same moment than a mailbox takes. */
async function readManyAtOnce({ recorder, mailbox }: Desk, { meeting }: CalendarEntry): Promise<void> {
  const reads = Array.from({ length: atTheSameMoment }, () =>
    recorder.did('read at once', () => mailbox.calendar.readEntry(meeting.id, window)),
  );
  await Promise.all(reads);
}

type Give = (
  name: string,
  meetingId: string,
  change: Partial<AnswerRequest>,
) => Promise<AnswerReceipt | null>;

/** What has to be refused, in a storm as well. */
async function refusals(desk: Desk, event: EventCopy | undefined, look: Look, give: Give): Promise<void> {
  const entry = look(event);
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

async function answerSeries(desk: Desk, series: readonly CalendarEntry[], give: Give): Promise<void> {
  const [whole, single] = series;
  if (whole === undefined || single === undefined) throw new Error('no series');
  await give('a series', whole.meeting.id, { answer: 'tentative', comment: `${inviteWord}: all` });
  const { meeting } = single;
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
