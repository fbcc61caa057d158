import { describe, expect, it } from '@jest/globals';
import { graphForEachTest } from './graph-each-test.ts';
import { meetingAt } from './graph-sandbox.ts';

const { graph } = graphForEachTest();

const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });

async function ask(body: object) {
  const client = graph().clientOf('ann@acme.example', ['Calendars.ReadBasic']);
  const { value } = await client.api('/me/calendar/getSchedule').post({
    schedules: ['ben@acme.example'],
    startTime: at('2026-10-06T08:00:00'),
    endTime: at('2026-10-06T12:00:00'),
    availabilityViewInterval: 60,
    ...body,
  });
  return value;
}

describe('getSchedule of Graph', () => {
  it('gives the strongest status of each interval, with items and working hours', async () => {
    const ben = graph().clientOf('ben@acme.example');
    await ben.api('/me/events').post(meetingAt(8, [], { showAs: 'tentative' }));
    await ben.api('/me/events').post(meetingAt(8, [], { showAs: 'oof', subject: 'Away' }));
    await ben.api('/me/events').post(meetingAt(10, [], { sensitivity: 'private', subject: 'Secret' }));
    await ben.api('/me/events').post(meetingAt(11, [], { showAs: 'free' }));
    const [schedule] = await ask({});
    expect(schedule).toMatchObject({
      scheduleId: 'ben@acme.example',
      availabilityView: '3020',
      workingHours: {
        daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        startTime: '09:00:00.0000000',
        endTime: '17:00:00.0000000',
        timeZone: { name: 'Eastern Standard Time' },
      },
    });
    expect(schedule.scheduleItems).toContainEqual({
      isPrivate: true,
      status: 'busy',
      start: { dateTime: '2026-10-06T10:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-10-06T11:00:00.0000000', timeZone: 'UTC' },
    });
    expect(schedule.scheduleItems).toContainEqual(
      expect.objectContaining({ status: 'oof', subject: 'Away' }),
    );
    expect(JSON.stringify(schedule)).not.toContain('Secret');
  });

  it('puts a whole day into the zone of the mailbox, unlike the view, where it floats', async () => {
    const ben = graph().clientOf('ben@acme.example');
    const wholeDay = {
      isAllDay: true,
      start: { dateTime: '2026-10-07T00:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-10-08T00:00:00', timeZone: 'UTC' },
    };
    await ben.api('/me/events').post({ subject: 'Holiday', showAs: 'oof', ...wholeDay });
    const window = { startTime: at('2026-10-07T00:00:00'), endTime: at('2026-10-07T04:00:00') };
    const [early] = await ask(window);
    expect(early).toMatchObject({ availabilityView: '0000', scheduleItems: [] });
    const [late] = await ask({ startTime: at('2026-10-08T00:00:00'), endTime: at('2026-10-08T06:00:00') });
    expect(late).toMatchObject({
      availabilityView: '333300',
      scheduleItems: [
        {
          start: at('2026-10-07T04:00:00.0000000'),
          end: at('2026-10-08T04:00:00.0000000'),
        },
      ],
    });
    const view = (start: string, end: string) =>
      ben.api('/me/calendarView').query({ startDateTime: start, endDateTime: end }).get();
    const shown = await view('2026-10-07T00:00:00Z', '2026-10-07T04:00:00Z');
    expect(shown.value).toMatchObject([{ subject: 'Holiday' }]);
    expect(await view('2026-10-08T00:00:00Z', '2026-10-08T06:00:00Z')).toMatchObject({ value: [] });
  });

  it('says of whom it knows nothing, and answers for the others', async () => {
    const value = await ask({ schedules: ['nobody@acme.example', 'gil@acme.example', 'ben@acme.example'] });
    const unknown = { scheduleItems: null, error: { responseCode: '5016' } };
    expect(value).toMatchObject([unknown, unknown, { availabilityView: '0000', scheduleItems: [] }]);
  });

  it.each([
    [
      'too many schedules',
      { schedules: Array.from({ length: 21 }, () => 'ben@acme.example') },
      'ErrorInvalidRequest',
    ],
    ['more than 62 days', { endTime: at('2026-12-08T08:00:00') }, 'ErrorTimeIntervalTooBig'],
    ['an end before the start', { endTime: at('2026-10-06T07:00:00') }, 'ErrorInvalidParameter'],
    ['a short interval', { availabilityViewInterval: 4 }, 'RequestBodyRead'],
    [
      'an unknown zone',
      { endTime: { dateTime: '2026-10-06T12:00:00', timeZone: 'X' } },
      'TimeZoneNotSupportedException',
    ],
  ])('refuses %s', async (_what, body, code) => {
    await expect(ask(body)).rejects.toMatchObject({ statusCode: 400, code });
  });
});
