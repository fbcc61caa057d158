import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from '@microsoft/microsoft-graph-client';
import { sendLifecycleEvent } from '../../../src/sandbox/microsoft/subscriptions.ts';
import {
  type GraphEvent,
  type GraphList,
  immutable,
  meetingAt,
  startGraph,
  startMs,
  type TestGraph,
} from './graph-sandbox.ts';

const minuteMs = 60_000;
let graph: TestGraph;
let ann: Client;
let hook: Server;
let hookUrl: string;
/** Paths and queries that the endpoint was asked for. */
let asked: string[];

beforeEach(async () => {
  graph = await startGraph();
  ann = graph.clientOf('ann@acme.example');
  asked = [];
  hook = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://hook');
    asked.push(`${request.method} ${url.pathname}`);
    const token = url.searchParams.get('validationToken') ?? '';
    response.statusCode = url.pathname === '/fails' ? 500 : 200;
    response.setHeader('Content-Type', url.pathname === '/html' ? 'text/html' : 'text/plain');
    response.end(url.pathname === '/wrong' ? encodeURIComponent(token) : token);
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
  hookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}`;
});
afterEach(async () => {
  expect(graph.log).toEqual([]);
  hook.closeAllConnections();
  hook.close();
  await graph.close();
});

const inMinutes = (minutes: number) => new Date(graph.parts.clock.nowMs() + minutes * minuteMs).toISOString();

const request = (fields: object = {}) => ({
  changeType: 'created,updated,deleted',
  notificationUrl: `${hookUrl}/notify?own=1`,
  resource: '/me/events',
  expirationDateTime: inMinutes(10_000),
  clientState: 'secret',
  ...fields,
});
const subscribe = (fields: object = {}, client = ann, prefer = immutable) =>
  client.api('/subscriptions').header('Prefer', prefer).post(request(fields)) as Promise<GraphEvent>;

/** The items of each delivery so far. */
const deliveries = () =>
  graph.deliveries.map(({ url, body }) => ({
    url,
    items: JSON.parse(body).value as Record<string, unknown>[],
  }));
const changeTypes = () => deliveries().map(({ items }) => items.map(({ changeType }) => changeType));

describe('subscriptions of Graph', () => {
  it('are validated at both addresses before they are there', async () => {
    const made = await subscribe({ lifecycleNotificationUrl: `${hookUrl}/life` });
    expect(asked).toEqual(['POST /notify', 'POST /life']);
    expect(made).toMatchObject({
      resource: '/me/events',
      changeType: 'created,updated,deleted',
      clientState: 'secret',
      applicationId: 'gate',
      expirationDateTime: '2026-10-12T06:40:00Z',
    });
    expect(((await ann.api('/subscriptions').get()) as GraphList).value).toMatchObject([{ id: made.id }]);
  });

  it.each([
    ['fails', 'ValidationError'],
    ['wrong', 'ValidationError'],
    ['html', 'ValidationError'],
  ])('are refused where the endpoint %s', async (path, code) => {
    await expect(subscribe({ notificationUrl: `${hookUrl}/${path}` })).rejects.toMatchObject({
      statusCode: 400,
      code,
    });
    await expect(subscribe({ lifecycleNotificationUrl: `${hookUrl}/${path}` })).rejects.toMatchObject({
      code,
    });
    expect(((await ann.api('/subscriptions').get()) as GraphList).value).toEqual([]);
  });

  it.each([
    ['http beyond this machine', { notificationUrl: 'http://example.com/' }, 400],
    ['an address nobody listens on', { notificationUrl: 'http://127.0.0.1:9/' }, 400],
    ['a long clientState', { clientState: 'x'.repeat(129) }, 400],
    ['an unknown change type', { changeType: 'created,moved' }, 400],
    ['another resource', { resource: '/me/messages' }, 400],
    ['a mailbox of somebody else', { resource: '/users/ben@acme.example/events' }, 403],
    ['a time that is over', { expirationDateTime: '2026-10-05T07:59:00Z' }, 400],
  ])('refuse %s', async (_what, fields, statusCode) => {
    await expect(subscribe(fields)).rejects.toMatchObject({ statusCode });
  });

  it.each([
    ['10080', 10_080],
    ['4230', 4230],
  ] as const)('live %s minutes at most, by the switch, and 45 at least', async (position, minutes) => {
    graph.turn({ 'microsoft.subscription-minutes': position });
    await expect(subscribe({ expirationDateTime: inMinutes(minutes + 1) })).rejects.toMatchObject({
      statusCode: 400,
    });
    await subscribe({ expirationDateTime: inMinutes(minutes) });
    const short = await subscribe({ expirationDateTime: inMinutes(1) });
    expect(Date.parse(String(short.expirationDateTime))).toBe(startMs + 45 * minuteMs);
  });

  it('are renewed, deleted, and seen by nobody but their maker', async () => {
    const { id } = await subscribe();
    const path = `/subscriptions/${id}`;
    expect(await ann.api(path).patch({ expirationDateTime: inMinutes(60) })).toMatchObject({
      expirationDateTime: '2026-10-05T09:00:00Z',
    });
    const ben = graph.clientOf('ben@acme.example');
    await expect(ben.api(path).get()).rejects.toMatchObject({ statusCode: 404 });
    await expect(ben.api(path).delete()).rejects.toMatchObject({ statusCode: 404 });
    await ann.api(`${path}/reauthorize`).post({});
    await ann.api(path).delete();
    await expect(ann.api(path).patch({ expirationDateTime: inMinutes(60) })).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  it('need more than the basics, by the switch, and take no shared scope', async () => {
    const basic = graph.clientOf('ann@acme.example', ['Calendars.ReadBasic']);
    await expect(subscribe({}, basic)).rejects.toMatchObject({ statusCode: 403 });
    graph.turn({ 'microsoft.read-basic-subscription': 'enough' });
    expect(await subscribe({}, basic)).toHaveProperty('id');
    const shared = graph.clientOf('ann@acme.example', ['Calendars.ReadWrite.Shared']);
    await expect(subscribe({}, shared)).rejects.toMatchObject({ statusCode: 403 });
  });
});

describe('notifications of Graph', () => {
  it('tell a new event twice in one delivery, with all that an endpoint checks', async () => {
    const { id } = await subscribe();
    const event: GraphEvent = await ann.api('/me/events').header('Prefer', immutable).post(meetingAt(9, []));
    const [delivery] = deliveries();
    expect(delivery?.url).toBe(`${hookUrl}/notify?own=1`);
    const resource = `Users/id-of-ann@acme.example/Events/${event.id}`;
    const common = {
      subscriptionId: id,
      clientState: 'secret',
      subscriptionExpirationDateTime: '2026-10-12T06:40:00Z',
      tenantId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      resource,
      resourceData: {
        '@odata.type': '#Microsoft.Graph.Event',
        '@odata.id': resource,
        '@odata.etag': event['@odata.etag'],
        id: event.id,
      },
    };
    expect(delivery?.items).toMatchObject([
      { ...common, changeType: 'created' },
      { ...common, changeType: 'updated' },
    ]);
  });

  it('come for a guest too, for own changes, and as deleted for a decline', async () => {
    const ben = graph.clientOf('ben@acme.example');
    const made: GraphEvent = await ann.api('/me/events').post(meetingAt(9, ['ben@acme.example']));
    const [his] = ((await ben.api('/me/events').header('Prefer', immutable).get()) as GraphList).value;
    await subscribe({}, ben);
    await ben.api(`/me/events/${his?.id}`).patch({ categories: ['gatekeeper: checked'] });
    await ann.api(`/me/events/${made.id}`).patch({ subject: 'Two' });
    await ben.api(`/me/events/${his?.id}/decline`).post({});
    expect(changeTypes()).toEqual([['updated'], ['updated'], ['deleted']]);
    expect(deliveries().at(-1)?.items).toMatchObject([{ resourceData: { id: his?.id } }]);
  });

  it('come for nothing that did not change, and only for the kinds that were asked for', async () => {
    await subscribe({ changeType: 'deleted' });
    const { id }: GraphEvent = await ann.api('/me/events').post(meetingAt(9, []));
    await ann.api(`/me/events/${id}`).patch({ subject: 'Roadmap' });
    expect(deliveries()).toEqual([]);
    await ann.api(`/me/events/${id}`).delete();
    expect(changeTypes()).toEqual([['deleted']]);
  });

  it('end with the subscription, which says shortly before that it needs a renewal', async () => {
    await subscribe({ lifecycleNotificationUrl: `${hookUrl}/life`, expirationDateTime: inMinutes(60) });
    graph.parts.clock.advance(50 * minuteMs);
    await ann.api('/me/events').post(meetingAt(9, []));
    await ann.api('/me/events').post(meetingAt(10, []));
    expect(deliveries().map(({ url, items }) => [url, items[0]?.lifecycleEvent])).toEqual([
      [`${hookUrl}/life`, 'reauthorizationRequired'],
      [`${hookUrl}/notify?own=1`, undefined],
      [`${hookUrl}/notify?own=1`, undefined],
    ]);
    graph.parts.clock.advance(10 * minuteMs);
    await ann.api('/me/events').post(meetingAt(11, []));
    expect(deliveries()).toHaveLength(3);
  });

  it('of a removed subscription are the last ones', async () => {
    const { id } = await subscribe({ lifecycleNotificationUrl: `${hookUrl}/life` });
    expect(sendLifecycleEvent(graph.parts, id, 'missed')).toBe(true);
    expect(sendLifecycleEvent(graph.parts, id, 'subscriptionRemoved')).toBe(true);
    expect(sendLifecycleEvent(graph.parts, id, 'missed')).toBe(false);
    await ann.api('/me/events').post(meetingAt(9, []));
    expect(deliveries().flatMap(({ items }) => items)).toMatchObject([
      { lifecycleEvent: 'missed', subscriptionId: id, clientState: 'secret' },
      { lifecycleEvent: 'subscriptionRemoved', subscriptionId: id },
    ]);
    await expect(ann.api(`/subscriptions/${id}`).get()).rejects.toMatchObject({ statusCode: 404 });
  });

  it('are tried again for four hours after anything but a success', async () => {
    await subscribe();
    await ann.api('/me/events').post(meetingAt(9, []));
    const [delivery] = graph.deliveries;
    expect([200, 202, 299, 300, 404, 500].map((status) => delivery?.delivered(status))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([null, 202, 404, 500].map((status) => delivery?.retries(status))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(delivery?.giveUpAfterMs).toBe(4 * 60 * minuteMs);
  });
});
