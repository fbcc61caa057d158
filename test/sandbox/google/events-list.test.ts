import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import { expireGoogleSyncTokens } from '../../../src/sandbox/google/list-position.ts';
import {
  ana,
  applied,
  ben,
  type CalendarStand,
  cleo,
  invited,
  meeting,
  nowMs,
  refusal,
  startStand,
} from './calendar-stand.ts';

let stand: CalendarStand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

type Query = Omit<calendar_v3.Params$Resource$Events$List, 'calendarId'>;

function page(query: Query = {}, who = ana) {
  return stand
    .as(who)
    .events.list({ calendarId: 'primary', ...query })
    .then(({ data }) => data);
}

/** All pages; how many items each of them had; the token of the last. */
async function readAll(query: Query = {}, who = ana) {
  const items: calendar_v3.Schema$Event[] = [];
  const sizes: number[] = [];
  let token: string | null | undefined;
  for (;;) {
    const data = await page({ ...query, ...(token && { pageToken: token }) }, who);
    items.push(...(data.items ?? []));
    sizes.push(data.items?.length ?? 0);
    token = data.nextPageToken;
    if (!token) return { items, sizes, syncToken: data.nextSyncToken };
    expect(data.nextSyncToken).toBeUndefined();
  }
}

async function plan(day: number, fields: calendar_v3.Schema$Event = {}, who = ana) {
  const made = await stand
    .as(who)
    .events.insert({ calendarId: 'primary', requestBody: meeting(day, fields) });
  return made.data.id ?? '';
}

const idsOf = (items: readonly calendar_v3.Schema$Event[] = []) => items.map(({ id }) => id).toSorted();
const summaries = (items: readonly calendar_v3.Schema$Event[] = []) =>
  items.map(({ summary }) => summary).toSorted();

describe('pages', () => {
  it('hold at most maxResults, and only the last has a sync token', async () => {
    for (let day = 1; day <= 7; day += 1) await plan(day);
    const { items, sizes, syncToken } = await readAll({ maxResults: 3 });
    expect(sizes).toEqual([3, 3, 1]);
    expect(new Set(idsOf(items)).size).toBe(7);
    expect(syncToken).toEqual(expect.any(String));
  });

  it('are of one request: another one with its token is refused', async () => {
    await plan(1);
    await plan(2);
    const { nextPageToken } = await page({ maxResults: 1 });
    const pageToken = nextPageToken ?? '';
    expect(await refusal(page({ pageToken, singleEvents: true }))).toEqual({
      status: 400,
      reason: 'invalid',
    });
    expect(await refusal(page({ pageToken }, ben))).toEqual({ status: 400, reason: 'invalid' });
    expect(await refusal(page({ pageToken: 'garbage' }))).toEqual({ status: 400, reason: 'invalid' });
  });

  it('lose nothing that changes between them: the sync after them gives it', async () => {
    const ids = [await plan(1), await plan(2), await plan(3)];
    const { items = [], nextPageToken } = await page({ maxResults: 1 });
    await stand.as(ana).events.delete({ calendarId: 'primary', eventId: items[0]?.id ?? '' });
    const late = await plan(4);
    const rest = await page({ maxResults: 10, pageToken: nextPageToken ?? '' });
    const { items: changes } = await readAll({ syncToken: rest.nextSyncToken ?? '' });
    const left = ids.filter((id) => id !== items[0]?.id);
    expect(idsOf(applied([...items, ...(rest.items ?? [])], changes))).toEqual([...left, late].toSorted());
  });

  it('are short and empty where the sandbox is told so', async () => {
    await stand.close();
    stand = await startStand({ shortPages: true });
    for (let day = 1; day <= 8; day += 1) await plan(day);
    const { items, sizes } = await readAll({ maxResults: 4 });
    expect(sizes).toEqual([4, 2, 0, 2]);
    expect(new Set(idsOf(items)).size).toBe(8);
  });
});

describe('filters', () => {
  it('bound ends by timeMin and starts by timeMax, both exclusive', async () => {
    await plan(10, { summary: 'meeting' });
    const between = async (timeMin: string, timeMax: string) =>
      summaries((await page({ timeMin, timeMax })).items);
    expect(await between('2026-03-10T09:29:00Z', '2026-03-10T10:00:00Z')).toEqual(['meeting']);
    expect(await between('2026-03-10T09:30:00Z', '2026-03-10T10:00:00Z')).toEqual([]);
    expect(await between('2026-03-10T08:00:00Z', '2026-03-10T09:00:00Z')).toEqual([]);
    expect(await between('2026-03-10T09:00:00+01:00', '2026-03-10T10:00:01+01:00')).toEqual(['meeting']);
    expect(await refusal(page({ timeMin: '2026-03-10T09:00:00' }))).toEqual({
      status: 400,
      reason: 'invalid',
    });
    const empty = page({ timeMin: '2026-03-10T09:00:00Z', timeMax: '2026-03-10T09:00:00Z' });
    expect(await refusal(empty)).toEqual({ status: 400, reason: 'timeRangeEmpty' });
  });

  it('find a series by its occurrences in the window', async () => {
    await plan(2, { summary: 'weekly', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] });
    expect(summaries((await page({ timeMin: '2026-03-15T00:00:00Z' })).items)).toEqual(['weekly']);
    expect(summaries((await page({ timeMin: '2026-03-17T00:00:00Z' })).items)).toEqual([]);
  });

  it('choose by words, UID, type and properties', async () => {
    const properties = (own: Record<string, string>) => ({ extendedProperties: { private: own } });
    const id = await plan(1, { summary: 'Alpha plan', ...properties({ gate: 'a', kind: 'x' }) });
    await plan(2, {
      summary: 'Beta',
      description: 'the PLAN',
      ...properties({ gate: 'a' }),
      ...invited(ben),
    });
    await plan(3, { summary: 'Focus', eventType: 'focusTime' });
    const { iCalUID } = (await stand.as(ana).events.get({ calendarId: 'primary', eventId: id })).data;
    expect(summaries((await page({ q: 'plan' })).items)).toEqual(['Alpha plan', 'Beta']);
    expect(summaries((await page({ q: 'ben@ beta' })).items)).toEqual(['Beta']);
    expect(summaries((await page({ iCalUID: iCalUID ?? '' })).items)).toEqual(['Alpha plan']);
    expect(summaries((await page({ eventTypes: ['focusTime'] })).items)).toEqual(['Focus']);
    const both = { privateExtendedProperty: ['gate=a', 'kind=x'] };
    expect(summaries((await page(both)).items)).toEqual(['Alpha plan', 'Beta']);
    stand.turn({ 'google.repeated-private-property': 'all' });
    expect(summaries((await page(both)).items)).toEqual(['Alpha plan']);
    expect(await refusal(page({ eventTypes: ['party'] }))).toMatchObject({ status: 400 });
  });

  it('by updatedMin include what was deleted since, and refuse times long ago', async () => {
    const id = await plan(1);
    stand.parts.clock.advance(60_000);
    const updatedMin = new Date(nowMs + 30_000).toISOString();
    expect((await page({ updatedMin })).items).toEqual([]);
    await stand.as(ana).events.delete({ calendarId: 'primary', eventId: id });
    expect((await page({ updatedMin })).items).toMatchObject([{ id, status: 'cancelled' }]);
    const longAgo = page({ updatedMin: '2025-01-01T00:00:00Z' });
    expect(await refusal(longAgo)).toEqual({ status: 410, reason: 'updatedMinTooLongAgo' });
  });

  it('order by start only single events', async () => {
    await plan(5, { summary: 'b' });
    await plan(1, { summary: 'a', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'] });
    const { items } = await page({ singleEvents: true, orderBy: 'startTime' });
    expect(items?.map(({ summary }) => summary)).toEqual(['a', 'b', 'a']);
    expect(await refusal(page({ orderBy: 'startTime' }))).toMatchObject({ status: 400 });
  });

  it('hide hidden invitations until they are asked for or answered', async () => {
    await plan(1, invited(cleo));
    expect((await page({}, cleo)).items).toEqual([]);
    const { items: [hidden] = [], nextSyncToken } = await page({ showHiddenInvitations: true }, cleo);
    expect(hidden?.summary).toBe('Budget');
    const attendees = [{ email: cleo, responseStatus: 'accepted' }];
    const eventId = hidden?.id ?? '';
    const requestBody = { attendeesOmitted: true, attendees };
    await stand.as(cleo).events.patch({ calendarId: 'primary', eventId, requestBody });
    expect(idsOf((await page({}, cleo)).items)).toEqual([eventId]);
    const sync = await page({ showHiddenInvitations: true, syncToken: nextSyncToken ?? '' }, cleo);
    expect(idsOf(sync.items)).toEqual([eventId]);
  });
});

describe('sync', () => {
  it.each([false, true])('from any token equals a full read, singleEvents %s', async (singleEvents) => {
    const query = { singleEvents };
    const events = stand.as(ana).events;
    const edit = (eventId: string, requestBody: calendar_v3.Schema$Event) =>
      events.patch({ calendarId: 'primary', eventId, requestBody });
    const series = { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'], ...invited(ben) };
    const weekly = await plan(2, series);
    const other = await plan(3, series);
    const single = await plan(4);
    const instanceOf = (id: string, day: string) => `${id}_202603${day}T090000Z`;
    const steps = [
      () => edit(single, { summary: 'New title' }),
      () => edit(instanceOf(weekly, '09'), { summary: 'Changed' }),
      () => events.delete({ calendarId: 'primary', eventId: instanceOf(weekly, '16') }),
      () => edit(weekly, { location: 'Room 2' }),
      () => edit(weekly, { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'] }),
      () => edit(single, { recurrence: ['RRULE:FREQ=DAILY;COUNT=2'], start: meeting(4).start ?? {} }),
      () => events.delete({ calendarId: 'primary', eventId: other }),
      () => plan(20),
    ];
    const reads = [await readAll(query)];
    for (const step of steps) {
      await step();
      reads.push(await readAll(query));
    }
    const shown = (items: readonly calendar_v3.Schema$Event[]) =>
      items.map(({ id, status, summary, start, location }) => ({ id, status, summary, start, location }));
    const now = shown(applied((await readAll(query)).items, [], singleEvents));
    for (const { items, syncToken } of reads) {
      const { items: changes } = await readAll({ ...query, syncToken: syncToken ?? '' });
      expect(shown(applied(items, changes, singleEvents))).toEqual(now);
    }
  });

  it('is empty when nothing happened, and gives deleted events as stubs', async () => {
    const id = await plan(1);
    const { nextSyncToken } = await page();
    const nothing = await page({ syncToken: nextSyncToken ?? '' });
    expect(nothing.items).toEqual([]);
    await stand.as(ana).events.delete({ calendarId: 'primary', eventId: id });
    const { items } = await page({ syncToken: nothing.nextSyncToken ?? '' });
    expect(items).toEqual([{ kind: 'calendar#event', etag: expect.any(String), id, status: 'cancelled' }]);
  });

  it('gives a cancelled occurrence with its series and original start only', async () => {
    const id = await plan(2, { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] });
    const { nextSyncToken } = await page();
    await stand.as(ana).events.delete({ calendarId: 'primary', eventId: `${id}_20260309T090000Z` });
    const { items = [] } = await page({ syncToken: nextSyncToken ?? '' });
    expect(items.find((item) => item.status === 'cancelled')).toEqual({
      kind: 'calendar#event',
      etag: expect.any(String),
      id: `${id}_20260309T090000Z`,
      status: 'cancelled',
      recurringEventId: id,
      originalStartTime: { dateTime: '2026-03-09T10:00:00+01:00', timeZone: 'Europe/Paris' },
    });
  });

  it('keeps one state over its pages', async () => {
    const { nextSyncToken } = await page();
    const ids = [await plan(1), await plan(2), await plan(3)];
    const syncToken = nextSyncToken ?? '';
    const first = await page({ syncToken, maxResults: 2 });
    const late = await plan(4);
    const second = await page({ syncToken, maxResults: 2, pageToken: first.nextPageToken ?? '' });
    expect(idsOf([...(first.items ?? []), ...(second.items ?? [])])).toEqual(ids.toSorted());
    expect(idsOf((await page({ syncToken: second.nextSyncToken ?? '' })).items)).toEqual([late]);
  });

  it.each(['iCalUID', 'orderBy', 'q', 'timeMin', 'timeMax', 'updatedMin', 'privateExtendedProperty'])(
    'does not go together with %s',
    async (name) => {
      const { nextSyncToken } = await page();
      const value = name === 'orderBy' ? 'updated' : '2026-03-01T00:00:00Z';
      const refused = page({ syncToken: nextSyncToken ?? '', [name]: value });
      expect(await refusal(refused)).toEqual({ status: 400, reason: 'invalid' });
    },
  );

  it('needs the parameters it began with, and takes the window it began with away', async () => {
    const { nextSyncToken } = await page({ timeMin: '2026-03-05T00:00:00Z', eventTypes: ['default'] });
    const syncToken = nextSyncToken ?? '';
    const outside = await plan(1);
    expect(await refusal(page({ syncToken }))).toEqual({ status: 400, reason: 'invalid' });
    expect(await refusal(page({ syncToken, showDeleted: false }))).toMatchObject({ status: 400 });
    expect(idsOf((await page({ syncToken, eventTypes: ['default'] })).items)).toEqual([outside]);
  });

  it('ends with 410 for tokens that expired or are too old, with 400 for what is none', async () => {
    const { nextSyncToken } = await page();
    const syncToken = nextSyncToken ?? '';
    expireGoogleSyncTokens(stand.parts, ana);
    expect(await refusal(page({ syncToken }))).toEqual({ status: 410, reason: 'fullSyncRequired' });
    const fresh = (await page()).nextSyncToken ?? '';
    expect((await page({ syncToken: fresh })).items).toEqual([]);
    stand.parts.clock.advance(29 * 86_400_000);
    expect(await refusal(page({ syncToken: fresh }))).toEqual({ status: 410, reason: 'fullSyncRequired' });
    expect(await refusal(page({ syncToken: 'garbage' }))).toEqual({ status: 400, reason: 'invalid' });
    expect(await refusal(page({ syncToken: fresh }, ben))).toEqual({ status: 400, reason: 'invalid' });
  });
});
