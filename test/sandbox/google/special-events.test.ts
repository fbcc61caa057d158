import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ana, type CalendarStand, cleo, meeting, refusal, startStand } from './calendar-stand.ts';

let stand: CalendarStand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

const calendarId = 'primary';

describe('special events', () => {
  const insert = (requestBody: object, who = calendarId) =>
    stand.as(ana).events.insert({ calendarId: who, requestBody });
  const focus = {
    ...meeting(10),
    eventType: 'focusTime',
    focusTimeProperties: { autoDeclineMode: 'declineNone', chatStatus: 'doNotDisturb' },
  };

  it('keep their type and properties', async () => {
    const { data } = await insert(focus);
    expect(data).toMatchObject({ eventType: 'focusTime', focusTimeProperties: focus.focusTimeProperties });
    const eventId = data.id ?? '';
    const patched = stand
      .as(ana)
      .events.patch({ calendarId, eventId, requestBody: { eventType: 'default' } });
    expect(await refusal(patched)).toEqual({ status: 400, reason: 'invalid' });
  });

  it.each([
    ['focus time of a whole day', { start: { date: '2026-03-10' }, end: { date: '2026-03-11' } }],
    ['transparent focus time', { transparency: 'transparent' }],
    ['an unknown way to decline', { focusTimeProperties: { autoDeclineMode: 'sometimes' } }],
    ['a working location that is not public', { eventType: 'workingLocation', transparency: 'transparent' }],
    ['a birthday', { eventType: 'birthday' }],
  ])('refuse %s', async (_name, fields) => {
    expect(await refusal(insert({ ...focus, ...fields }))).toEqual({ status: 400, reason: 'invalid' });
  });

  it('take a working location of exactly one day, and no focus time in the calendar of another', async () => {
    const location = {
      start: { date: '2026-03-10' },
      eventType: 'workingLocation',
      visibility: 'public',
      transparency: 'transparent',
      workingLocationProperties: { type: 'homeOffice', homeOffice: {} },
    };
    expect((await insert({ ...location, end: { date: '2026-03-11' } })).status).toBe(200);
    expect(await refusal(insert({ ...location, end: { date: '2026-03-12' } }))).toMatchObject({
      status: 400,
    });
    expect(await refusal(insert(focus, cleo))).toMatchObject({ status: 400 });
  });

  it('are refused to accounts without focus time', async () => {
    stand.turn({ 'google.focus-time': 'refused' });
    expect(await refusal(insert(focus))).toEqual({ status: 400, reason: 'invalid' });
  });
});
