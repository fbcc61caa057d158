import { afterEach, describe, expect, it } from '@jest/globals';
import { startOneEvent } from './one-event.ts';

let google: Awaited<ReturnType<typeof startOneEvent>> | null = null;
afterEach(async () => {
  await google?.close();
  google = null;
});

async function start(event: object = {}, lostAnswers = 0) {
  google = await startOneEvent({ event: { organizer: { self: true }, ...event }, lostAnswers });
  return google;
}

const target = { meetingId: 'e', originalStart: null };
/** Wednesday; the event is on Tuesday. */
const slot = { startMs: Date.UTC(2026, 10, 25, 14), endMs: Date.UTC(2026, 10, 25, 15), zone: 'Europe/Paris' };

describe('moving an own meeting at Google', () => {
  it('writes the new time and gives the new version', async () => {
    const calendar = await start();
    expect(await calendar.mailbox.calendar.moveMeeting(target, slot, '"1"')).toEqual({
      ok: true,
      value: { version: '"2"' },
    });
    expect(calendar.fields()).toMatchObject({
      start: { dateTime: '2026-11-25T14:00:00.000Z', timeZone: 'Europe/Paris' },
      end: { dateTime: '2026-11-25T15:00:00.000Z', timeZone: 'Europe/Paris' },
    });
    expect(calendar.writes()[0]?.query.get('sendUpdates')).toBe('all');
  });

  it('takes a move whose answer was lost as done', async () => {
    const calendar = await start({}, 1);
    expect(await calendar.mailbox.calendar.moveMeeting(target, slot, null)).toMatchObject({ ok: true });
    expect(calendar.version()).toBe('"2"');
  });

  it.each([
    ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'],
    ['RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=5', 'RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=5'],
    ['RRULE:FREQ=WEEKLY', 'RRULE:FREQ=WEEKLY'],
  ])('moves the weekday of %s along', async (before, after) => {
    const calendar = await start({ recurrence: [before] });
    expect(await calendar.mailbox.calendar.moveMeeting(target, slot, null)).toMatchObject({ ok: true });
    expect(calendar.fields()).toMatchObject({ recurrence: [after] });
  });

  it.each(['RRULE:FREQ=WEEKLY;BYDAY=TU,TH', 'RRULE:FREQ=MONTHLY;BYDAY=4TU'])(
    'does not move %s to another day, but within the day',
    async (rule) => {
      const calendar = await start({ recurrence: [rule] });
      expect(await calendar.mailbox.calendar.moveMeeting(target, slot, null)).toMatchObject({
        ok: false,
        problem: { code: 'not-supported' },
      });
      expect(calendar.writes()).toEqual([]);
      const sameDay = { ...slot, startMs: slot.startMs - 86_400_000, endMs: slot.endMs - 86_400_000 };
      expect(await calendar.mailbox.calendar.moveMeeting(target, sameDay, null)).toMatchObject({ ok: true });
    },
  );

  it("leaves somebody else's meeting alone", async () => {
    const calendar = await start({ organizer: { email: 'ben@acme.example' } });
    const moved = await calendar.mailbox.calendar.moveMeeting(target, slot, null);
    const cancelled = await calendar.mailbox.calendar.cancelMeeting(target, null, null);
    for (const refused of [moved, cancelled])
      expect(refused).toMatchObject({ ok: false, problem: { code: 'not-organizer' } });
    expect(calendar.writes()).toEqual([]);
  });
});

describe('cancelling an own meeting at Google', () => {
  it.each([0, 1])('tells everybody, once, with %d lost answers', async (lost) => {
    const calendar = await start({}, lost);
    expect(await calendar.mailbox.calendar.cancelMeeting(target, 'words', '"1"')).toEqual({
      ok: true,
      value: null,
    });
    expect(calendar.fields()).toMatchObject({ status: 'cancelled' });
    expect(calendar.version()).toBe('"2"');
    expect(calendar.writes()[0]?.query.get('sendUpdates')).toBe('all');
    expect(await calendar.mailbox.calendar.cancelMeeting(target, null, null)).toEqual({
      ok: true,
      value: null,
    });
    expect(calendar.version()).toBe('"2"');
  });

  it('does not cancel what changed since', async () => {
    const calendar = await start();
    calendar.change({});
    const refused = await calendar.mailbox.calendar.cancelMeeting(target, null, '"1"');
    expect(refused).toMatchObject({ ok: false, problem: { code: 'changed-meanwhile' } });
    expect(calendar.writes()).toEqual([]);
  });
});

describe('releasing a hold at Google', () => {
  it('removes only what the gate put there as a hold', async () => {
    const calendar = await start({
      extendedProperties: { private: { gatekeeperKey: 'k', gatekeeperKind: 'meeting' } },
    });
    expect(await calendar.mailbox.calendar.releaseHold('e')).toMatchObject({ ok: false });
    expect(calendar.writes()).toEqual([]);
    calendar.change({
      event: { extendedProperties: { private: { gatekeeperKey: 'k', gatekeeperKind: 'hold' } } },
    });
    expect(await calendar.mailbox.calendar.releaseHold('e')).toEqual({ ok: true, value: null });
    expect(calendar.writes()[0]?.query.get('sendUpdates')).toBe('none');
    expect(await calendar.mailbox.calendar.releaseHold('e')).toEqual({ ok: true, value: null });
    expect(calendar.writes()).toHaveLength(1);
  });
});
