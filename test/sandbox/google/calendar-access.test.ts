import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { googleErrors } from '../../../src/sandbox/google/errors.ts';
import {
  ana,
  ben,
  type CalendarStand,
  cleo,
  invited,
  meeting,
  refusal,
  startStand,
} from './calendar-stand.ts';

let stand: CalendarStand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

const forbidden = { status: 403, reason: 'insufficientPermissions' };
const missing = { status: 404, reason: 'notFound' };

describe('calendars', () => {
  it('are the own one, by either name, and those of whom one is a delegate', async () => {
    const list = (calendarId: string, scopes?: readonly string[]) =>
      stand.as(ana, scopes).events.list({ calendarId });
    expect((await list(ana)).data).toMatchObject({
      accessRole: 'owner',
      timeZone: 'Europe/Paris',
      summary: ana,
    });
    expect((await list(cleo)).data.accessRole).toBe('writer');
    expect(await refusal(list(ben))).toEqual(missing);
    expect(await refusal(list('mia@example.com'))).toEqual(missing);
    expect(await refusal(list('team@example.com'))).toEqual(missing);
    expect(await refusal(list(cleo, ['calendar.events.owned']))).toEqual(forbidden);
    expect((await list('primary', ['calendar.events.owned.readonly'])).status).toBe(200);
  });

  it('are listed with their roles', async () => {
    const { data } = await stand.as(ana).calendarList.list();
    expect(data.items).toMatchObject([
      { id: ana, primary: true, accessRole: 'owner', timeZone: 'Europe/Paris' },
      { id: cleo, accessRole: 'writer' },
    ]);
    const owned = await stand.as(ana).calendarList.list({ minAccessRole: 'owner' });
    expect(owned.data.items?.map(({ id }) => id)).toEqual([ana]);
    const entry = await stand.as(ben).calendarList.get({ calendarId: 'primary' });
    expect(entry.data).toMatchObject({ id: ben, timeZone: 'America/New_York' });
    expect((await stand.as(ben).calendars.get({ calendarId: 'primary' })).data.id).toBe(ben);
    expect(await refusal(stand.as(ben).calendars.get({ calendarId: ana }))).toEqual(missing);
  });

  it('take events from a delegate in the name of their owner', async () => {
    await stand.as(ana).events.insert({ calendarId: cleo, requestBody: meeting(10, invited(ben)) });
    const { data } = await stand.as(ben).events.list({ calendarId: 'primary' });
    expect(data.items?.[0]?.organizer?.email).toBe(cleo);
  });
});

describe('scopes', () => {
  it('are those of the API description', async () => {
    const events = (scope: string) => stand.as(ana, [scope]).events;
    const write = (scope: string) =>
      events(scope).insert({ calendarId: 'primary', requestBody: meeting(10) });
    const busy = (scope: string) =>
      stand.as(ana, [scope]).freebusy.query({
        requestBody: { timeMin: '2026-03-02T00:00:00Z', timeMax: '2026-03-03T00:00:00Z' },
      });
    expect((await write('calendar.events.owned')).status).toBe(200);
    expect(await refusal(write('calendar.events.readonly'))).toEqual(forbidden);
    expect(await refusal(busy('calendar.events'))).toEqual(forbidden);
    expect((await busy('calendar.freebusy')).status).toBe(200);
    expect(await refusal(stand.as(ana, ['calendar.events']).settings.list())).toEqual(forbidden);
  });

  it('for free/busy show when events are, not what', async () => {
    await stand.as(ana).events.insert({ calendarId: 'primary', requestBody: meeting(10, invited(ben)) });
    const { data } = await stand.as(ana, ['calendar.events.freebusy']).events.list({ calendarId: 'primary' });
    expect(data.items?.[0]).toMatchObject({ status: 'confirmed', start: { timeZone: 'Europe/Paris' } });
    expect(data.items?.[0]).not.toHaveProperty('summary');
    expect(data.items?.[0]).not.toHaveProperty('attendees');
  });
});

describe('settings', () => {
  it('are texts, and those of the token’s user', async () => {
    const read = async (who: string, setting: string) =>
      (await stand.as(who).settings.get({ setting })).data.value;
    expect(await read(ana, 'timezone')).toBe('Europe/Paris');
    expect(await read(ben, 'timezone')).toBe('America/New_York');
    expect(await read(ana, 'weekStart')).toBe('1');
    expect(await read(cleo, 'hideInvitations')).toBe('true');
    expect(await refusal(read(ana, 'workingHours'))).toEqual(missing);
    const { data } = await stand.as(ana).settings.list();
    expect(data.items).toContainEqual({
      kind: 'calendar#setting',
      etag: expect.any(String),
      id: 'locale',
      value: 'en',
    });
  });
});

describe('free/busy', () => {
  const query = (items: readonly string[], more: object = {}) =>
    stand.as(ana).freebusy.query({
      requestBody: {
        timeMin: '2026-03-10T00:00:00Z',
        timeMax: '2026-03-11T00:00:00Z',
        items: items.map((id) => ({ id })),
        ...more,
      },
    });
  const busyOf = async (id: string, more: object = {}) =>
    (await query([id], more)).data.calendars?.[id]?.busy;

  it('joins what touches, cuts at the window, and writes the zone that is asked for', async () => {
    const plan = (fields: object) =>
      stand.as(ana).events.insert({ calendarId: 'primary', requestBody: { ...meeting(10), ...fields } });
    await plan({});
    await plan({ start: { dateTime: '2026-03-10T09:30:00Z' }, end: { dateTime: '2026-03-10T10:00:00Z' } });
    await plan({ start: { dateTime: '2026-03-10T23:00:00Z' }, end: { dateTime: '2026-03-11T02:00:00Z' } });
    await plan({
      start: { dateTime: '2026-03-10T12:00:00Z' },
      end: { dateTime: '2026-03-10T13:00:00Z' },
      transparency: 'transparent',
    });
    expect(await busyOf(ana)).toEqual([
      { start: '2026-03-10T09:00:00Z', end: '2026-03-10T10:00:00Z' },
      { start: '2026-03-10T23:00:00Z', end: '2026-03-11T00:00:00Z' },
    ]);
    expect(await busyOf('primary', { timeZone: 'Europe/Paris' })).toMatchObject([
      { start: '2026-03-10T10:00:00+01:00' },
      {},
    ]);
  });

  it('counts unanswered invitations by a switch', async () => {
    await stand.as(ana).events.insert({ calendarId: 'primary', requestBody: meeting(10, invited(ben)) });
    expect(await busyOf(ben)).toHaveLength(1);
    stand.turn({ 'google.unanswered-is-busy': 'free' });
    expect(await busyOf(ben)).toEqual([]);
  });

  it('names per calendar what cannot be told', async () => {
    const error = (reason: string) => ({ busy: [], errors: [{ domain: 'global', reason }] });
    const unknown = await query(['nobody@example.com', 'mia@example.com', ana], { calendarExpansionMax: 2 });
    expect(unknown.data.calendars).toEqual({
      'nobody@example.com': error('notFound'),
      'mia@example.com': error('notFound'),
      [ana]: error('tooManyCalendarsRequested'),
    });
    const group = await query(['team@example.com']);
    expect(group.data).toMatchObject({
      groups: { 'team@example.com': { calendars: [ana, ben] } },
      calendars: { [ana]: { busy: [] }, [ben]: { busy: [] } },
    });
    const tooBig = await query(['team@example.com'], { groupExpansionMax: 1 });
    expect(tooBig.data.groups?.['team@example.com']?.errors?.[0]?.reason).toBe('groupTooBig');
    expect(await refusal(query([ana], { timeMax: '2026-03-10T00:00:00Z' }))).toMatchObject({
      reason: 'timeRangeEmpty',
    });
    expect(await refusal(query([ana], { calendarExpansionMax: 51 }))).toMatchObject({ status: 400 });
  });
});

describe('errors', () => {
  it('have the body that clients read', async () => {
    const { data } = await stand.as(ana).events.list({ calendarId: ana });
    const response = await fetch(`${stand.origin}/calendar/v3/calendars/primary/events`);
    expect(data.kind).toBe('calendar#events');
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      error: {
        code: 401,
        message: 'Invalid Credentials',
        errors: [
          {
            domain: 'global',
            reason: 'authError',
            message: 'Invalid Credentials',
            location: 'Authorization',
            locationType: 'header',
          },
        ],
      },
    });
  });

  it('of limits name who is over which one, and when to come back', () => {
    const reasonOf = (kind: 'mailbox' | 'project' | 'concurrency') => {
      const { status, json, headers } = googleErrors.throttled(kind, 5);
      const { error } = json as { error: { errors: { domain: string; reason: string }[] } };
      return [status, error.errors[0]?.domain, error.errors[0]?.reason, headers?.['retry-after']];
    };
    expect(reasonOf('mailbox')).toEqual([403, 'usageLimits', 'userRateLimitExceeded', '5']);
    expect(reasonOf('project')).toEqual([429, 'usageLimits', 'rateLimitExceeded', '5']);
    expect(reasonOf('concurrency')).toEqual([403, 'usageLimits', 'quotaExceeded', '5']);
    expect(googleErrors.serverFault(503).status).toBe(503);
  });
});
