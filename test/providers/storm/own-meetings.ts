import type { EventCopy, EventFields } from '../../../src/sandbox/calendar/event-copy.ts';
import { dayMs, elsewhere, guest, hourMs, invite, outside } from '../../contract/world.ts';
import {
  type Desk,
  fieldsAt,
  instant,
  inviteWord,
  lookAround,
  pull,
  slotAt,
  thursday,
  titleOf,
  weekly,
} from './desk.ts';

/** Creates, moves and cancels meetings and holds, each also a second time. */
export async function lookAfterOwnMeetings(desk: Desk, cursor: string | null): Promise<string | null> {
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
  const { meeting } = (await lookAround(desk))(series);
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
