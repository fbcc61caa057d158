import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ana,
  ben,
  type CalendarStand,
  invited,
  meeting,
  nowMs,
  refusal,
  startStand,
} from './calendar-stand.ts';

/** Sentences of the reference about Google Calendar that no other test of the emulator keeps. */
let stand: CalendarStand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

const calendarId = 'primary';
const insert = async (mailbox: string, requestBody: object) =>
  (await stand.as(mailbox).events.insert({ calendarId, requestBody })).data;
const get = async (mailbox: string, eventId: string) =>
  (await stand.as(mailbox).events.get({ calendarId, eventId })).data;

describe('5.1 a channel', () => {
  const watch = (calendar: ReturnType<CalendarStand['as']>, fields: object = {}) =>
    calendar.events.watch({
      calendarId,
      requestBody: { id: 'c-1', type: 'web_hook', address: 'https://gate.example/', ...fields },
    });
  /** Ana or Ben through a service account. */
  const delegated = (mailbox: string) => {
    const token = stand.parts.access.issue({
      provider: 'google',
      mailbox,
      scopes: ['https://www.googleapis.com/auth/calendar'],
      clientId: '1040',
      serviceAccount: 'gate@project.iam.gserviceaccount.com',
      expiresMs: nowMs * 2,
    });
    const post = (path: string, body: object) =>
      fetch(`${stand.origin}/calendar/v3${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    return { post };
  };

  it('lives seven days unless it says otherwise, by ttl in seconds or by expiration in milliseconds', async () => {
    const lives = async (id: string, fields: object) =>
      Number((await watch(stand.as(ana), { id, ...fields })).data.expiration) - nowMs;
    expect(await lives('c-1', {})).toBe(604_800_000);
    expect(await lives('c-2', { params: { ttl: '3600' } })).toBe(3_600_000);
    expect(await lives('c-3', { expiration: String(nowMs + 5000) })).toBe(5000);
  });

  it('of a person is stopped by that person through the same client only', async () => {
    const { data } = await watch(stand.as(ana));
    const requestBody = { id: 'c-1', resourceId: data.resourceId ?? null };
    const stop = (calendar: ReturnType<CalendarStand['as']>) => calendar.channels.stop({ requestBody });
    expect(await refusal(stop(stand.as(ben)))).toEqual({ status: 403, reason: 'forbidden' });
    expect(await refusal(stop(stand.as(ana, ['calendar'], 'other')))).toMatchObject({ status: 404 });
    expect((await stop(stand.as(ana))).status).toBe(204);
  });

  it('of a service account is stopped by any user of the same client', async () => {
    const body = { id: 'c-1', type: 'web_hook', address: 'https://gate.example/' };
    const channel = await (await delegated(ana).post('/calendars/primary/events/watch', body)).json();
    const stopped = await delegated(ben).post('/channels/stop', {
      id: 'c-1',
      resourceId: channel.resourceId,
    });
    expect(stopped.status).toBe(204);
  });

  it('hears of own writes too, by growing numbers and with an empty body', async () => {
    await watch(stand.as(ana), { token: 'secret' });
    await insert(ana, meeting(4));
    await insert(ana, meeting(5));
    const numbers = stand.deliveries.map(({ headers }) => Number(headers['x-goog-message-number']));
    expect(numbers[0]).toBe(1);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
    expect(stand.deliveries.map(({ headers }) => headers['x-goog-resource-state'])).toEqual([
      'sync',
      'exists',
      'exists',
    ]);
    for (const { body, headers, delivered, retries } of stand.deliveries) {
      expect([body, headers['x-goog-channel-token']]).toEqual(['', 'secret']);
      expect([200, 201, 202, 204, 102].every(delivered)).toBe(true);
      expect([500, 502, 503, 504].every(retries)).toBe(true);
      expect([400, 404, 410, 429, null].some(retries)).toBe(false);
    }
  });
});

describe('5.2 the time of the last update', () => {
  it('is not that of a change of reminders, whose ETag is another all the same', async () => {
    const { id = '', updated, etag } = await insert(ana, meeting(4));
    stand.parts.clock.advance(60_000);
    const reminders = { useDefault: false, overrides: [{ method: 'popup', minutes: 3 }] };
    const reminded = await stand
      .as(ana)
      .events.patch({ calendarId, eventId: id ?? '', requestBody: { reminders } });
    expect(reminded.data).toMatchObject({ updated, reminders });
    expect(reminded.data.etag).not.toBe(etag);
    const retitled = await stand
      .as(ana)
      .events.patch({ calendarId, eventId: id ?? '', requestBody: { summary: 'Plan' } });
    expect(Date.parse(retitled.data.updated ?? '')).toBe(Date.parse(updated ?? '') + 60_000);
  });
});

describe('5.6 guests', () => {
  it('have the same id and iCalUID, and ETags of their own', async () => {
    const own = await insert(ana, meeting(4, invited(ben)));
    await stand.as(ben).events.patch({
      calendarId,
      eventId: own.id ?? '',
      requestBody: { extendedProperties: { private: { seen: '1' } } },
    });
    const his = await get(ben, own.id ?? '');
    expect(his).toMatchObject({ id: own.id, iCalUID: own.iCalUID });
    expect((await get(ana, own.id ?? '')).etag).toBe(own.etag);
    expect(his.etag).not.toBe(own.etag);
  });

  it('who are sent without attendeesOmitted replace the list, in the copy of the guest only', async () => {
    const { id } = await insert(ana, meeting(4, invited(ben, 'zoe@else.example')));
    const eventId = id ?? '';
    const attendees = [{ email: ben, responseStatus: 'accepted' }];
    await stand.as(ben).events.patch({ calendarId, eventId, requestBody: { attendees } });
    expect((await get(ben, eventId)).attendees?.map(({ email }) => email)).toEqual([ben]);
    expect((await get(ana, eventId)).attendees).toMatchObject([
      { email: ben, responseStatus: 'accepted' },
      { email: 'zoe@else.example', responseStatus: 'needsAction' },
    ]);
  });

  it('beyond 200 keep their answers to themselves', async () => {
    const crowd = Array.from({ length: 200 }, (_, index) => `guest-${index}@else.example`);
    const { id } = await insert(ana, meeting(4, invited(ben, ...crowd)));
    const eventId = id ?? '';
    const requestBody = {
      attendeesOmitted: true,
      attendees: [{ email: ben, responseStatus: 'accepted' }],
    };
    await stand.as(ben).events.patch({ calendarId, eventId, requestBody });
    const statusAt = async (mailbox: string) =>
      (await get(mailbox, eventId)).attendees?.find(({ email }) => email === ben)?.responseStatus;
    expect([await statusAt(ben), await statusAt(ana)]).toEqual(['accepted', 'needsAction']);
  });
});

describe('5.7 a series', () => {
  it('leaves out what an EXRULE gives, but not its start', async () => {
    const recurrence = ['RRULE:FREQ=DAILY;COUNT=6', 'EXRULE:FREQ=WEEKLY;BYDAY=TH,FR'];
    const { id } = await insert(ana, meeting(4, { recurrence }));
    const { data } = await stand.as(ana).events.instances({ calendarId, eventId: id ?? '' });
    expect(data.items?.map(({ start }) => start?.dateTime?.slice(0, 10))).toEqual([
      '2026-03-04',
      '2026-03-07',
      '2026-03-08',
      '2026-03-09',
    ]);
  });
});
