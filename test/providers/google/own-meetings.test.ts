import { afterEach, describe, expect, it } from '@jest/globals';
import { ana, type Guest, organizer, startOneEvent } from './one-event.ts';

let google: Awaited<ReturnType<typeof startOneEvent>> | null = null;
afterEach(async () => {
  await google?.close();
  google = null;
});

async function start(event: object = {}, lostAnswers = 0, guests?: readonly Guest[]) {
  const options = { event: { organizer: { self: true }, ...event }, lostAnswers };
  google = await startOneEvent(guests ? { ...options, guests } : options);
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

  it.each([
    'RRULE:FREQ=MONTHLY;BYMONTHDAY=24',
    'RRULE:FREQ=MONTHLY;BYDAY=4TU',
    'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=TU',
  ])('does not take the same weekday of another week for a day of %s', async (rule) => {
    const calendar = await start({ recurrence: [rule] });
    const weekLater = { ...slot, startMs: slot.startMs + 6 * 86_400_000, endMs: slot.endMs + 6 * 86_400_000 };
    expect(await calendar.mailbox.calendar.moveMeeting(target, weekLater, null)).toMatchObject({
      ok: false,
      problem: { code: 'not-supported' },
    });
    expect(calendar.writes()).toEqual([]);
  });

  it.each([
    ['left out', ['RRULE:FREQ=WEEKLY', 'EXDATE;TZID=Europe/Paris:20261201T110000']],
    ['added', ['RRULE:FREQ=WEEKLY', 'RDATE;TZID=Europe/Paris:20261202T110000']],
    ['given by their hour', ['RRULE:FREQ=DAILY;BYHOUR=11']],
  ])('does not leave occurrences behind that are %s', async (_case, recurrence) => {
    const calendar = await start({ recurrence });
    expect(await calendar.mailbox.calendar.moveMeeting(target, slot, null)).toMatchObject({
      ok: false,
      problem: { code: 'not-supported' },
    });
    const longer = { ...slot, startMs: Date.UTC(2026, 10, 24, 10), endMs: Date.UTC(2026, 10, 24, 12) };
    expect(await calendar.mailbox.calendar.moveMeeting(target, longer, null)).toMatchObject({ ok: true });
    expect(calendar.fields()).toMatchObject({ recurrence });
  });

  it('turns a day into hours, and not a series of days', async () => {
    const days = { start: { date: '2026-11-24' }, end: { date: '2026-11-25' } };
    const calendar = await start(days);
    expect(await calendar.mailbox.calendar.moveMeeting(target, slot, null)).toMatchObject({ ok: true });
    expect(calendar.fields()).toMatchObject({ start: { date: null }, end: { date: null } });
    calendar.change({ event: { ...days, recurrence: ['RRULE:FREQ=WEEKLY'] } });
    expect(await calendar.mailbox.calendar.moveMeeting(target, slot, null)).toMatchObject({
      ok: false,
      problem: { code: 'not-supported' },
    });
  });

  it('takes the zone of the new time where the old one is nobody’s', async () => {
    const start_ = { dateTime: '2026-11-24T10:00:00Z', timeZone: 'Customized Time Zone' };
    const calendar = await start({ start: start_, recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU'] });
    expect(await calendar.mailbox.calendar.moveMeeting(target, slot, null)).toMatchObject({ ok: true });
    expect(calendar.fields()).toMatchObject({ recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=WE'] });
  });

  it("leaves somebody else's meeting alone", async () => {
    const calendar = await start({ organizer: { email: 'ben@acme.example' } });
    const moved = await calendar.mailbox.calendar.moveMeeting(target, slot, null);
    const cancelled = await calendar.mailbox.calendar.cancelMeeting(target, null, null);
    for (const refused of [moved, cancelled])
      expect(refused).toMatchObject({ ok: false, problem: { code: 'not-organizer' } });
    expect(calendar.writes()).toEqual([]);
  });
});

describe('what another account of the owner called', () => {
  it('is neither moved nor cancelled in the copy of a guest', async () => {
    const calendar = await start({ organizer: { email: 'ana@second.example' } });
    const moved = await calendar.mailbox.calendar.moveMeeting(target, slot, null);
    const cancelled = await calendar.mailbox.calendar.cancelMeeting(target, null, null);
    for (const refused of [moved, cancelled])
      expect(refused).toMatchObject({ ok: false, problem: { code: 'not-organizer' } });
    expect(calendar.writes()).toEqual([]);
  });
});

describe('cancelling an own meeting at Google', () => {
  it('does not take an occurrence at an unknown time for cancelled', async () => {
    const calendar = await start({ recurrence: ['RRULE:FREQ=WEEKLY'] });
    const unknown = { meetingId: 'e', originalStart: { kind: 'unknown', text: 'soon' } } as const;
    expect(await calendar.mailbox.calendar.cancelMeeting(unknown, null, null)).toMatchObject({
      ok: false,
      problem: { code: 'request-refused' },
    });
    expect(calendar.writes()).toEqual([]);
  });

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
    const meeting = { extendedProperties: { private: { gatekeeperKey: 'k', gatekeeperKind: 'meeting' } } };
    const calendar = await start(meeting, 0, []);
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

  it('leaves one alone that its owner made a meeting of', async () => {
    const hold = { extendedProperties: { private: { gatekeeperKey: 'k', gatekeeperKind: 'hold' } } };
    const calendar = await start(hold, 0, [organizer, ana]);
    expect(await calendar.mailbox.calendar.releaseHold('e')).toMatchObject({
      ok: false,
      problem: { code: 'request-refused', detail: 'has guests' },
    });
    expect(calendar.writes()).toEqual([]);
  });
});
