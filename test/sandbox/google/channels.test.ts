import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ana,
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

const calendarId = 'primary';
const address = 'http://127.0.0.1:9/hook';
const weekMs = 7 * 86_400_000;

function watch(fields: object = {}, who = ana, eventTypes?: string[]) {
  const requestBody = { id: 'channel-1', type: 'web_hook', address, token: 'secret', ...fields };
  return stand.as(who).events.watch({ calendarId, ...(eventTypes && { eventTypes }), requestBody });
}

function plan(fields: object = {}, who = ana) {
  return stand.as(who).events.insert({ calendarId, requestBody: meeting(10, fields) });
}

const statesFor = (id: string) =>
  stand.deliveries
    .filter(({ headers }) => headers['x-goog-channel-id'] === id)
    .map(({ headers }) => headers['x-goog-resource-state']);

describe('a channel', () => {
  it('says sync first, then exists with growing numbers that leave holes', async () => {
    const { data } = await watch();
    expect(data).toMatchObject({ kind: 'api#channel', id: 'channel-1', expiration: String(nowMs + weekMs) });
    await plan();
    await plan();
    const [sync, ...changes] = stand.deliveries;
    expect(sync).toMatchObject({ url: address, body: '', provider: 'google' });
    expect(sync?.headers).toMatchObject({
      'x-goog-channel-id': 'channel-1',
      'x-goog-channel-token': 'secret',
      'x-goog-message-number': '1',
      'x-goog-resource-id': data.resourceId,
      'x-goog-resource-state': 'sync',
      'x-goog-resource-uri': data.resourceUri,
      'x-goog-channel-expiration': 'Mon, 09 Mar 2026 08:00:00 GMT',
    });
    const numbers = changes.map(({ headers }) => Number(headers['x-goog-message-number']));
    expect(statesFor('channel-1')).toEqual(['sync', 'exists', 'exists']);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
    expect(numbers).not.toEqual([2, 3]);
  });

  it('is retried for 500, 502, 503 and 504 only', async () => {
    await watch();
    const [sync] = stand.deliveries;
    const statuses = [102, 200, 201, 202, 204, 302, 400, 404, 429, 500, 501, 502, 503, 504];
    expect(statuses.filter((status) => sync?.delivered(status))).toEqual([102, 200, 201, 202, 204]);
    expect(statuses.filter((status) => sync?.retries(status))).toEqual([500, 502, 503, 504]);
    expect(sync?.retries(null)).toBe(false);
  });

  it('hears only of its own calendar and of the types it watches', async () => {
    await watch({}, ben);
    await watch({ id: 'focus-only' }, ana, ['focusTime']);
    await plan();
    expect(statesFor('channel-1')).toEqual(['sync']);
    expect(statesFor('focus-only')).toEqual(['sync']);
    await plan({ eventType: 'focusTime' });
    expect(statesFor('focus-only')).toEqual(['sync', 'exists']);
    await plan(invited(ben));
    expect(statesFor('channel-1')).toEqual(['sync', 'exists']);
  });

  it('is silent when nothing changed', async () => {
    const { data } = await plan();
    await watch();
    const requestBody = { summary: 'Budget' };
    await stand.as(ana).events.patch({ calendarId, eventId: data.id ?? '', requestBody });
    expect(statesFor('channel-1')).toEqual(['sync']);
  });

  it('ends at its time on the clock of the sandbox', async () => {
    await watch({ params: { ttl: '60' } });
    stand.parts.clock.advance(59_000);
    await plan();
    stand.parts.clock.advance(1000);
    await plan();
    expect(statesFor('channel-1')).toEqual(['sync', 'exists']);
  });

  it('lives as long as it asks, or a day, by a switch', async () => {
    const asked = String(nowMs + 30 * 86_400_000);
    expect((await watch({ expiration: asked })).data.expiration).toBe(asked);
    stand.turn({ 'google.channel-lifetime': 'one-day-at-most' });
    const shortened = (await watch({ id: 'channel-2', expiration: asked })).data.expiration;
    expect(shortened).toBe(String(nowMs + 86_400_000));
  });

  it('cannot take an id again, by a switch, even after it was stopped', async () => {
    const { data } = await watch();
    const requestBody = { id: 'channel-1', resourceId: data.resourceId ?? '' };
    await stand.as(ana).channels.stop({ requestBody });
    expect(await refusal(watch())).toEqual({ status: 400, reason: 'channelIdNotUnique' });
    stand.turn({ 'google.repeated-channel-id': 'accepted' });
    expect((await watch()).status).toBe(200);
  });

  it.each([
    ['plain http to another machine', { address: 'http://gate.example.com/hook' }],
    ['an address that is none', { address: 'gate' }],
    ['an id that is too long', { id: 'x'.repeat(65) }],
    ['a token that is too long', { token: 'x'.repeat(257) }],
    ['another type', { type: 'email' }],
    ['a time that is over', { expiration: String(nowMs - 1) }],
  ])('is refused with %s', async (_name, fields) => {
    expect(await refusal(watch(fields))).toMatchObject({ status: 400 });
    expect(stand.deliveries).toEqual([]);
  });

  it.each([
    ['silent', ['sync']],
    ['pushed', ['sync', 'exists']],
  ] as const)('of hidden invitations is %s by a switch', async (position, states) => {
    stand.turn({ 'google.hidden-invitation-push': position });
    await watch({}, cleo);
    await plan(invited(cleo));
    expect(statesFor('channel-1')).toEqual(states);
  });
});

describe('stop', () => {
  it('is for the same user and client only, and ends the messages', async () => {
    const { data } = await watch();
    const requestBody = { id: 'channel-1', resourceId: data.resourceId ?? '' };
    const stop = (who: string, clientId = 'gate') =>
      stand.as(who, ['calendar'], clientId).channels.stop({ requestBody });
    expect(await refusal(stop(ben))).toEqual({ status: 403, reason: 'forbidden' });
    expect(await refusal(stop(ana, 'another'))).toEqual({ status: 404, reason: 'notFound' });
    expect((await stop(ana)).status).toBe(204);
    expect(await refusal(stop(ana))).toEqual({ status: 404, reason: 'notFound' });
    await plan();
    expect(statesFor('channel-1')).toEqual(['sync']);
  });
});
