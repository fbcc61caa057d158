import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ana, ben, type CalendarStand, invited, meeting, refusal, startStand } from './calendar-stand.ts';

let stand: CalendarStand;
let eventId: string;
beforeEach(async () => {
  stand = await startStand();
  const fields = { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=5'], ...invited(ben) };
  const made = await stand.as(ana).events.insert({ calendarId, requestBody: meeting(16, fields) });
  eventId = made.data.id ?? '';
});
afterEach(() => stand.close());

const calendarId = 'primary';

async function instances(query: object = {}, who = ana) {
  return (await stand.as(who).events.instances({ calendarId, eventId, ...query })).data;
}

describe('instances', () => {
  it('have ids of their series and original start, at the same wall-clock time over the change to summer', async () => {
    const { items = [] } = await instances();
    expect(items.map(({ id }) => id)).toEqual(
      ['0316T090000Z', '0323T090000Z', '0330T080000Z', '0406T080000Z', '0413T080000Z'].map(
        (start) => `${eventId}_2026${start}`,
      ),
    );
    expect(items[2]).toMatchObject({
      recurringEventId: eventId,
      originalStartTime: { dateTime: '2026-03-30T10:00:00+02:00', timeZone: 'Europe/Paris' },
      start: { dateTime: '2026-03-30T10:00:00+02:00' },
    });
    expect(items[2]).not.toHaveProperty('recurrence');
  });

  it('of whole days have dates in their ids', async () => {
    const requestBody = {
      start: { date: '2026-03-16' },
      end: { date: '2026-03-17' },
      recurrence: ['RRULE:FREQ=DAILY;COUNT=2'],
    };
    eventId = (await stand.as(ana).events.insert({ calendarId, requestBody })).data.id ?? '';
    const { items = [] } = await instances();
    expect(items.map(({ id }) => id)).toEqual([`${eventId}_20260316`, `${eventId}_20260317`]);
    expect(items[1]?.originalStartTime).toEqual({ date: '2026-03-17' });
  });

  it('are found by original start, in a window, and page by page', async () => {
    const one = await instances({ originalStart: '2026-03-30T10:00:00+02:00' });
    expect(one.items?.map(({ id }) => id)).toEqual([`${eventId}_20260330T080000Z`]);
    const none = await instances({ originalStart: '2026-03-31T10:00:00+02:00' });
    expect(none.items).toEqual([]);
    const some = await instances({ timeMin: '2026-03-23T00:00:00Z', timeMax: '2026-04-06T00:00:00Z' });
    expect(some.items).toHaveLength(2);
    const first = await instances({ maxResults: 3 });
    const rest = await instances({ maxResults: 3, pageToken: first.nextPageToken ?? '' });
    expect([first.items?.length, rest.items?.length, rest.nextPageToken]).toEqual([3, 2, undefined]);
  });

  it('are answered one by one', async () => {
    const id = `${eventId}_20260323T090000Z`;
    const requestBody = { attendeesOmitted: true, attendees: [{ email: ben, responseStatus: 'declined' }] };
    await stand.as(ben).events.patch({ calendarId, eventId: id, requestBody });
    const answers = (await instances()).items?.map(({ attendees }) => attendees?.[0]?.responseStatus);
    expect(answers).toEqual(['needsAction', 'declined', 'needsAction', 'needsAction', 'needsAction']);
    const [answer] = stand.parts.acts.all().filter(({ kind }) => kind === 'answer');
    expect(answer).toMatchObject({ originalStart: '20260323T090000Z', detail: 'declined' });
  });

  it('can be moved and keep their original start', async () => {
    const id = `${eventId}_20260323T090000Z`;
    const { start, end } = meeting(24);
    const moved = await stand
      .as(ana)
      .events.patch({ calendarId, eventId: id, requestBody: { start: start ?? {}, end: end ?? {} } });
    expect(moved.data).toMatchObject({
      id,
      start: { dateTime: '2026-03-24T10:00:00+01:00' },
      originalStartTime: { dateTime: '2026-03-23T10:00:00+01:00' },
    });
    expect((await instances({}, ben)).items?.[1]?.start?.dateTime).toBe('2026-03-24T05:00:00-04:00');
  });

  it('can be deleted alone: shown with showDeleted, 410 the second time', async () => {
    const id = `${eventId}_20260323T090000Z`;
    const remove = () => stand.as(ana).events.delete({ calendarId, eventId: id });
    await remove();
    expect((await instances()).items).toHaveLength(4);
    expect((await instances({ showDeleted: true })).items?.[1]).toMatchObject({ id, status: 'cancelled' });
    expect(await refusal(remove())).toEqual({ status: 410, reason: 'deleted' });
    expect((await stand.as(ana).events.get({ calendarId, eventId })).data.status).toBe('confirmed');
  });

  it('have ids that cannot be constructed, by a switch', async () => {
    stand.turn({ 'google.instance-id': 'opaque' });
    const constructed = `${eventId}_20260323T090000Z`;
    const refused = stand.as(ana).events.get({ calendarId, eventId: constructed });
    expect(await refusal(refused)).toEqual({ status: 404, reason: 'notFound' });
    const { items = [] } = await instances();
    const id = items[1]?.id ?? '';
    expect(id).not.toContain(eventId);
    const read = await stand.as(ana).events.get({ calendarId, eventId: id });
    expect(read.data).toEqual(items[1]);
  });

  it('are not there where the rule has none', async () => {
    const get = (id: string) => refusal(stand.as(ana).events.get({ calendarId, eventId: id }));
    expect(await get(`${eventId}_20260324T090000Z`)).toEqual({ status: 404, reason: 'notFound' });
    expect(await get('unknown_20260323T090000Z')).toEqual({ status: 404, reason: 'notFound' });
    const ofInstance = stand.as(ana).events.instances({ calendarId, eventId: `${eventId}_20260323T090000Z` });
    expect(await refusal(ofInstance)).toMatchObject({ status: 404 });
  });
});
