import { describe, expect, it } from '@jest/globals';
import { graphForEachTest } from './graph-each-test.ts';
import {
  type GraphEvent,
  type GraphList,
  immutable,
  meetingAt,
  startGraph,
  weekly,
} from './graph-sandbox.ts';

/** Sentences of the reference about Graph that no other test of the emulator keeps. */
const { graph } = graphForEachTest();

const ann = 'ann@acme.example';
const ben = 'ben@acme.example';
const invite = (fields: object = {}): Promise<GraphEvent> =>
  graph()
    .clientOf(ann)
    .api('/me/events')
    .post(meetingAt(14, [ben], fields));
const eventsOf = async (mailbox: string, path = '/me/events') => {
  const list: GraphList = await graph().clientOf(mailbox).api(path).header('Prefer', immutable).get();
  return list.value;
};
const actsOf = (kind: string) =>
  graph()
    .parts.acts.all()
    .filter((act) => act.kind === kind);

describe('3.1 events', () => {
  it('of whole days are in a view by their midnights in UTC, wherever the mailbox is', async () => {
    const day = (date: string) => ({ dateTime: `2026-10-${date}T00:00:00`, timeZone: 'UTC' });
    const fields = { isAllDay: true, start: day('06'), end: day('07') };
    await graph()
      .clientOf('cas@acme.example')
      .api('/me/events')
      .post(meetingAt(0, [], fields));
    await graph()
      .clientOf(ann)
      .api('/me/events')
      .post(meetingAt(0, [], fields));
    const shown = async (mailbox: string, from: string, to: string) =>
      (await eventsOf(mailbox, `/me/calendarView?startDateTime=${from}&endDateTime=${to}`)).length;
    for (const mailbox of [ann, 'cas@acme.example']) {
      expect(await shown(mailbox, '2026-10-05T12:00:00Z', '2026-10-06T00:00:00Z')).toBe(0);
      expect(await shown(mailbox, '2026-10-06T00:00:00Z', '2026-10-06T00:30:00Z')).toBe(1);
      expect(await shown(mailbox, '2026-10-06T23:30:00Z', '2026-10-07T00:00:00Z')).toBe(1);
      expect(await shown(mailbox, '2026-10-07T00:00:00Z', '2026-10-07T06:00:00Z')).toBe(0);
    }
  });

  it('deleted by the organizer are called off, by a guest they leave without a word', async () => {
    const own = await invite();
    const [copy] = await eventsOf(ben);
    await graph().clientOf(ben).api(`/me/events/${copy?.id}`).header('Prefer', immutable).delete();
    expect([actsOf('answer'), await eventsOf(ben)]).toEqual([[], []]);
    await graph().clientOf(ann).api(`/me/events/${own.id}`).delete();
    expect(actsOf('cancellation')).toMatchObject([{ from: ann, to: [ben] }]);
  });

  it('cannot have more than 500 guests', async () => {
    const guests = Array.from({ length: 501 }, (_, index) => `guest-${index}@else.example`);
    const post = (list: readonly string[]) =>
      graph().clientOf(ann).api('/me/events').post(meetingAt(9, list));
    await expect(post(guests)).rejects.toMatchObject({ statusCode: 400 });
    await expect(post(guests.slice(1))).resolves.toMatchObject({ subject: 'Roadmap' });
  });
});

describe('3.2 a guest who declined', () => {
  it('finds the event open again after an update of the organizer', async () => {
    const own = await invite();
    const [copy] = await eventsOf(ben);
    await graph()
      .clientOf(ben)
      .api(`/me/events/${copy?.id}/decline`)
      .header('Prefer', immutable)
      .post({ comment: 'No agenda' });
    expect(await eventsOf(ben)).toEqual([]);
    await graph().clientOf(ann).api(`/me/events/${own.id}`).patch({ subject: 'Roadmap, with an agenda' });
    expect(await eventsOf(ben)).toMatchObject([
      { id: copy?.id, responseStatus: { response: 'notResponded', time: '0001-01-01T00:00:00Z' } },
    ]);
  });

  it('of one occurrence keeps the others', async () => {
    await invite(weekly(3));
    const view = '/me/calendarView?startDateTime=2026-10-01T00:00:00Z&endDateTime=2026-11-01T00:00:00Z';
    const [first] = await eventsOf(ben, view);
    await graph().clientOf(ben).api(`/me/events/${first?.id}/decline`).header('Prefer', immutable).post({});
    expect(await eventsOf(ben, view)).toHaveLength(2);
    expect(actsOf('answer')).toMatchObject([{ detail: 'declined', originalStart: '20261006T140000Z' }]);
  });
});

describe('an error of the front door', () => {
  const ask = async (path: string, init: RequestInit = {}, token = graph().tokenFor(ann)) => {
    const headers = { authorization: `Bearer ${token}`, 'client-request-id': 'mine', ...init.headers };
    const answer = await fetch(`${graph().origin}/v1.0${path}`, { ...init, headers });
    return { id: answer.headers.get('request-id'), json: await answer.json() };
  };
  const json = { 'content-type': 'application/json' };

  it.each([
    ['no token', '/me/events', {}, 'nonsense', 'InvalidAuthenticationToken'],
    ['no such method', '/me/nonsense', {}, undefined, 'ResourceNotFound'],
    ['broken JSON', '/me/events', { method: 'POST', body: '{', headers: json }, undefined, 'RequestBodyRead'],
  ])('about %s says when it was and which request', async (_, path, init, token, code) => {
    const first = await ask(path, init, token);
    expect(first.json.error).toMatchObject({
      code,
      innerError: { date: '2026-10-05T08:00:00', 'request-id': first.id, 'client-request-id': 'mine' },
    });
    expect(first.id).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect((await ask(path, init, token)).id).not.toBe(first.id);
  });

  it('leaves the ids that come after it as they would have been', async () => {
    await ask('/me/nonsense');
    const { id } = await invite();
    const calm = await startGraph();
    // The token of the request that failed.
    calm.tokenFor(ann);
    const same = await calm
      .clientOf(ann)
      .api('/me/events')
      .post(meetingAt(14, [ben]));
    await calm.close();
    expect(id).toBe(same.id);
  });
});
