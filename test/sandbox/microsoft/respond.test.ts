import { describe, expect, it } from '@jest/globals';
import { firstCopy, graphForEachTest, viewOf } from './graph-each-test.ts';
import { type GraphEvent, type GraphList, meetingAt, weekly } from './graph-sandbox.ts';

const { graph, ann, ben } = graphForEachTest();

/** Ann invites Ben; gives Ann's event and Ben's by immutable id. */
async function invite(fields: object = {}) {
  const hers: GraphEvent = await ann.api('/me/events').post(meetingAt(14, ['ben@acme.example'], fields));
  return { hers, his: await firstCopy(ben) };
}

const answer = (id: string, action: string, body: object) =>
  ben.api(`/me/events/${encodeURIComponent(id)}/${action}`).post(body);

describe('answers on Graph', () => {
  it('accept with 202 and without a body; the organizer sees it and a guest copy keeps its own', async () => {
    const { hers, his } = await invite();
    const token = graph().tokenFor('ben@acme.example');
    const raw = await fetch(`${graph().origin}/v1.0/me/events/${his.id}/accept`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ comment: 'Glad to', sendResponse: true }),
    });
    expect([raw.status, await raw.text()]).toEqual([202, '']);
    expect(await ann.api(`/me/events/${hers.id}`).get()).toMatchObject({
      responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
      attendees: [{ status: { response: 'accepted', time: '2026-10-05T08:00:00Z' } }],
    });
    expect(await ben.api(`/me/events/${his.id}`).get()).toMatchObject({
      isOrganizer: false,
      responseStatus: { response: 'accepted', time: '2026-10-05T08:00:00Z' },
    });
    expect(
      graph()
        .parts.acts.all()
        .filter(({ kind }) => kind === 'answer'),
    ).toMatchObject([{ from: 'ben@acme.example', detail: 'accepted', comment: 'Glad to' }]);
  });

  it('decline moves to Deleted Items: out of view and list, still there by its immutable id only', async () => {
    const { hers } = await invite();
    const [plain] = ((await ben.api('/me/events').get()) as GraphList).value;
    const [event] = await viewOf(ben);
    await answer(event?.id ?? '', 'decline', { comment: 'No agenda' });
    expect(await viewOf(ben)).toEqual([]);
    expect(((await ben.api('/me/events').get()) as GraphList).value).toEqual([]);
    await expect(ben.api(`/me/events/${plain?.id}`).get()).rejects.toMatchObject({
      statusCode: 404,
      code: 'ErrorItemNotFound',
    });
    expect(await ben.api(`/me/events/${event?.id}`).get()).toMatchObject({
      responseStatus: { response: 'declined' },
    });
    expect(await ann.api(`/me/events/${hers.id}`).get()).toMatchObject({
      attendees: [{ status: { response: 'declined' } }],
    });
  });

  it('an answer brings a declined event back, or is refused, by the switch', async () => {
    const { his } = await invite();
    await answer(his.id, 'decline', {});
    graph().turn({ 'microsoft.undo-decline': 'refused' });
    await expect(answer(his.id, 'tentativelyAccept', {})).rejects.toMatchObject({ statusCode: 400 });
    expect(await viewOf(ben)).toEqual([]);
    graph().turn({ 'microsoft.undo-decline': 'restores' });
    await answer(his.id, 'tentativelyAccept', {});
    expect(await viewOf(ben)).toMatchObject([
      { id: his.id, responseStatus: { response: 'tentativelyAccepted' } },
    ]);
  });

  it('an occurrence is declined alone, a whole series by the switch', async () => {
    const { his } = await invite(weekly(3));
    const [, second] = await viewOf(ben);
    await answer(second?.id ?? '', 'decline', {});
    expect((await viewOf(ben)).map(({ start }) => start)).toEqual([
      { dateTime: '2026-10-06T14:00:00.0000000', timeZone: 'UTC' },
      { dateTime: '2026-10-20T14:00:00.0000000', timeZone: 'UTC' },
    ]);
    graph().turn({ 'microsoft.decline-series': 'refused' });
    await expect(answer(his.id, 'decline', {})).rejects.toMatchObject({
      statusCode: 400,
      code: 'ErrorInvalidRequest',
    });
    graph().turn({ 'microsoft.decline-series': 'whole-series' });
    await answer(his.id, 'decline', {});
    expect(await viewOf(ben)).toEqual([]);
  });

  it.each([
    ['escaped', 'See <b>plan</b>'],
    ['rendered', 'See plan'],
  ] as const)('markup in a comment is %s', async (position, read) => {
    graph().turn({ 'microsoft.decline-comment': position });
    const { his } = await invite();
    await answer(his.id, 'decline', { comment: 'See <b>plan</b>' });
    expect(graph().parts.acts.all().at(-1)).toMatchObject({ kind: 'answer', comment: read });
  });

  it('a proposed time stands beside the guest in the copy of the organizer', async () => {
    const { hers, his } = await invite();
    const proposedNewTime = {
      start: { dateTime: '2026-10-07T09:00:00', timeZone: 'Pacific Standard Time' },
      end: { dateTime: '2026-10-07T10:00:00', timeZone: 'Pacific Standard Time' },
    };
    await answer(his.id, 'tentativelyAccept', { comment: 'Later?', proposedNewTime });
    expect(await ann.api(`/me/events/${hers.id}`).get()).toMatchObject({
      attendees: [
        {
          proposedNewTime: {
            start: { dateTime: '2026-10-07T16:00:00.0000000', timeZone: 'UTC' },
            end: { dateTime: '2026-10-07T17:00:00.0000000', timeZone: 'UTC' },
          },
        },
      ],
    });
  });

  it.each([
    [
      'a comment without a response',
      {},
      'decline',
      { comment: 'x', sendResponse: false },
      'ErrorInvalidParameter',
    ],
    ['a response nobody asked for', { responseRequested: false }, 'decline', {}, 'ErrorInvalidRequest'],
    [
      'a proposal that is not allowed',
      { allowNewTimeProposals: false },
      'decline',
      {
        proposedNewTime: {
          start: { dateTime: '2026-10-07T09:00:00' },
          end: { dateTime: '2026-10-07T10:00:00' },
        },
      },
      'ErrorInvalidRequest',
    ],
    [
      'a proposal with accept',
      {},
      'accept',
      {
        proposedNewTime: {
          start: { dateTime: '2026-10-07T09:00:00' },
          end: { dateTime: '2026-10-07T10:00:00' },
        },
      },
      'RequestBodyRead',
    ],
    ['an unknown parameter', {}, 'decline', { message: 'x' }, 'RequestBodyRead'],
    [
      'an unknown zone',
      {},
      'decline',
      {
        proposedNewTime: {
          start: { dateTime: '2026-10-07T09:00:00', timeZone: 'Nowhere' },
          end: { dateTime: '2026-10-07T10:00:00', timeZone: 'Nowhere' },
        },
      },
      'TimeZoneNotSupportedException',
    ],
  ])('refuses %s and changes nothing', async (_what, fields, action, body, code) => {
    const { his } = await invite(fields);
    await expect(answer(his.id, action, body)).rejects.toMatchObject({ statusCode: 400, code });
    expect(await ben.api(`/me/events/${his.id}`).get()).toMatchObject({
      responseStatus: { response: 'notResponded' },
    });
    expect(
      graph()
        .parts.acts.all()
        .filter(({ kind }) => kind === 'answer'),
    ).toEqual([]);
  });

  it('takes a silent answer where none was asked for', async () => {
    const { hers, his } = await invite({ responseRequested: false });
    await answer(his.id, 'decline', { sendResponse: false });
    expect(await viewOf(ben)).toEqual([]);
    expect(await ann.api(`/me/events/${hers.id}`).get()).toMatchObject({
      attendees: [{ status: { response: 'none', time: '0001-01-01T00:00:00Z' } }],
    });
  });

  it('refuses the organizer, and whoever uses the id of another mailbox', async () => {
    const { hers } = await invite();
    await expect(ann.api(`/me/events/${hers.id}/decline`).post({})).rejects.toMatchObject({
      statusCode: 400,
      code: 'ErrorInvalidRequest',
      message: expect.stringContaining('organizer'),
    });
    await expect(answer(hers.id, 'decline', {})).rejects.toMatchObject({ code: 'ErrorItemNotFound' });
  });
});

describe('cancelling and deleting on Graph', () => {
  it('the organizer cancels with words; the guest sees a cancelled event', async () => {
    const { hers, his } = await invite();
    await ann.api(`/me/events/${hers.id}/cancel`).post({ comment: 'Written up instead' });
    expect(await viewOf(ann)).toEqual([]);
    expect(await ben.api(`/me/events/${his.id}`).get()).toMatchObject({ isCancelled: true });
    expect(
      graph()
        .parts.acts.all()
        .filter(({ kind }) => kind === 'cancellation'),
    ).toMatchObject([{ from: 'ann@acme.example', comment: 'Written up instead' }]);
    await expect(answer(his.id, 'accept', {})).rejects.toMatchObject({ statusCode: 400 });
  });

  it('a guest cannot cancel', async () => {
    const { his } = await invite();
    await expect(answer(his.id, 'cancel', {})).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('need to be an organizer'),
    });
  });

  it('one occurrence is cancelled by its id and named among the cancelled ones of the master', async () => {
    const { hers, his } = await invite(weekly(3));
    const [, second] = await viewOf(ann);
    await ann.api(`/me/events/${second?.id}/cancel`).post({});
    expect((await viewOf(ann)).map(({ originalStart }) => originalStart)).toEqual([
      '2026-10-06T14:00:00Z',
      '2026-10-20T14:00:00Z',
    ]);
    const master: GraphEvent = await ann
      .api(`/me/events/${hers.id}?$select=subject,cancelledOccurrences`)
      .get();
    expect(master.cancelledOccurrences).toEqual([`OID.${hers.id}.2026-10-13`]);
    const seen = await viewOf(ben);
    expect(seen.map(({ isCancelled }) => isCancelled)).toEqual([false, true, false]);
    expect(await ben.api(`/me/events/${his.id}`).get()).toMatchObject({ isCancelled: false });
  });

  it('a guest who deletes tells nobody', async () => {
    const { hers, his } = await invite();
    const before = graph().parts.acts.all().length;
    await ben.api(`/me/events/${his.id}`).delete();
    expect(await viewOf(ben)).toEqual([]);
    expect(graph().parts.acts.all()).toHaveLength(before);
    expect(await ann.api(`/me/events/${hers.id}`).get()).toMatchObject({
      attendees: [{ status: { response: 'none' } }],
    });
  });
});
