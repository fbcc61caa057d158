import { describe, expect, it } from '@jest/globals';
import { firstCopy, graphForEachTest, list, post } from './graph-each-test.ts';
import { type GraphEvent, october, weekly } from './graph-sandbox.ts';

const { graph, ann, ben } = graphForEachTest();
const hisCopy = () => firstCopy(ben);

describe('events of Graph', () => {
  it('are created once for one transactionId', async () => {
    const first = await post(ann, { transactionId: 'T1' });
    const again = await post(ann, { transactionId: 'T1', subject: 'Other' });
    expect(again).toMatchObject({ id: first.id, subject: 'Roadmap', transactionId: 'T1' });
    expect((await list(ann, '/me/events')).value).toHaveLength(1);
    expect((await list(ben, '/me/events')).value).toHaveLength(1);
    await post(ben, { transactionId: 'T1' }, []);
    expect((await list(ben, '/me/events')).value).toHaveLength(2);
  });

  it('have other ids and one iCalUId in the two mailboxes', async () => {
    const hers = await post(ann);
    const his = await hisCopy();
    expect(his.iCalUId).toBe(hers.iCalUId);
    expect(his.id).not.toBe(hers.id);
    await expect(ben.api(`/me/events/${hers.id}`).get()).rejects.toMatchObject({
      statusCode: 404,
      code: 'ErrorItemNotFound',
    });
    await expect(ben.api('/me/events/nonsense').get()).rejects.toMatchObject({
      code: 'ErrorInvalidIdMalformed',
    });
  });

  it('show wall-clock times of the zone that is asked for, by its Windows or IANA name', async () => {
    const { id } = await post(ann);
    const shown = async (prefer: string) =>
      (await ann.api(`/me/events/${id}`).header('Prefer', prefer).get()) as GraphEvent;
    expect(await shown('')).toMatchObject({
      start: { dateTime: '2026-10-06T14:00:00.0000000', timeZone: 'UTC' },
      originalStartTimeZone: 'UTC',
    });
    expect(await shown('outlook.timezone="Singapore Standard Time"')).toMatchObject({
      start: { dateTime: '2026-10-06T22:00:00.0000000', timeZone: 'Singapore Standard Time' },
    });
    expect(await shown('outlook.timezone="America/New_York"')).toMatchObject({
      start: { dateTime: '2026-10-06T10:00:00.0000000', timeZone: 'America/New_York' },
    });
    await expect(shown('outlook.timezone="Nowhere"')).rejects.toMatchObject({
      statusCode: 400,
      code: 'TimeZoneNotSupportedException',
    });
  });

  it('show the body as HTML, or as text where that is preferred, and say which preference held', async () => {
    const { id } = await post(ann, { body: { contentType: 'html', content: '<p>A &amp; B</p><p>C</p>' } });
    const token = graph().tokenFor('ann@acme.example');
    const answer = await fetch(`${graph().origin}/v1.0/me/events/${id}`, {
      headers: { Authorization: `Bearer ${token}`, Prefer: 'outlook.body-content-type="text"' },
    });
    expect(answer.headers.get('preference-applied')).toBe('outlook.body-content-type="text"');
    expect(await answer.json()).toMatchObject({ body: { contentType: 'text', content: 'A & B\nC' } });
    expect(await ann.api(`/me/events/${id}`).get()).toMatchObject({
      body: { contentType: 'html', content: '<p>A &amp; B</p><p>C</p>' },
      bodyPreview: 'A & B\nC',
    });
  });

  it('of whole days float', async () => {
    const day = (date: string) => ({ dateTime: `${date}T00:00:00`, timeZone: 'Asia/Singapore' });
    const { id } = await post(ann, { isAllDay: true, start: day('2026-10-06'), end: day('2026-10-07') }, []);
    expect(
      await ann.api(`/me/events/${id}`).header('Prefer', 'outlook.timezone="America/New_York"').get(),
    ).toMatchObject({
      isAllDay: true,
      start: { dateTime: '2026-10-06T00:00:00.0000000' },
      end: { dateTime: '2026-10-07T00:00:00.0000000' },
    });
    const noon = { dateTime: '2026-10-06T12:00:00', timeZone: 'UTC' };
    await expect(post(ann, { isAllDay: true, start: noon, end: day('2026-10-07') })).rejects.toMatchObject({
      code: 'ErrorPropertyValidationFailure',
    });
  });

  it.each([
    ['no end', { end: undefined }, 'ErrorPropertyValidationFailure'],
    [
      'an end before its start',
      { end: { dateTime: '2026-10-06T13:00:00' } },
      'ErrorPropertyValidationFailure',
    ],
    ['a time that is none', { end: { dateTime: 'soon' } }, 'ErrorPropertyValidationFailure'],
    [
      'a zone nobody knows',
      { start: { dateTime: '2026-10-06T13:00:00', timeZone: 'X' } },
      'TimeZoneNotSupportedException',
    ],
    ['a subject that is no text', { subject: 5 }, 'RequestBodyRead'],
    [
      'a property id of no known form',
      { singleValueExtendedProperties: [{ id: 'x', value: 'y' }] },
      'ErrorInvalidProperty',
    ],
  ])('are refused with %s', async (_what, fields, code) => {
    await expect(post(ann, fields)).rejects.toMatchObject({ statusCode: 400, code });
    expect((await list(ann, '/me/events')).value).toEqual([]);
  });

  it('changed by the organizer change for the guest; changed by a guest they change only there', async () => {
    const hers = await post(ann);
    const his = await hisCopy();
    await ben.api(`/me/events/${his.id}`).patch({ subject: 'Mine', attendees: [], categories: ['seen'] });
    expect(await ben.api(`/me/events/${his.id}`).get()).toMatchObject({
      subject: 'Mine',
      categories: ['seen'],
    });
    expect(await ann.api(`/me/events/${hers.id}`).get()).toMatchObject({
      subject: 'Roadmap',
      categories: [],
      attendees: [{ emailAddress: { address: 'ben@acme.example' } }],
    });
    await ann.api(`/me/events/${hers.id}`).patch({ subject: 'Roadmap 2' });
    expect(await ben.api(`/me/events/${his.id}`).get()).toMatchObject({
      subject: 'Roadmap 2',
      categories: ['seen'],
      attendees: [{ emailAddress: { address: 'ben@acme.example' } }],
    });
  });

  it('are not overwritten under another ETag', async () => {
    const hers = await post(ann);
    const changed: GraphEvent = await ann.api(`/me/events/${hers.id}`).patch({ subject: 'Two' });
    expect(changed['@odata.etag']).not.toBe(hers['@odata.etag']);
    const patch = (tag: unknown) =>
      ann.api(`/me/events/${hers.id}`).header('If-Match', String(tag)).patch({ subject: 'Three' });
    await expect(patch(hers['@odata.etag'])).rejects.toMatchObject({
      statusCode: 412,
      code: 'ErrorIrresolvableConflict',
    });
    expect(await patch(changed['@odata.etag'])).toMatchObject({ subject: 'Three' });
  });

  it('hide the other guests where the organizer wants it', async () => {
    const hers = await post(ann, { hideAttendees: true }, ['ben@acme.example', 'cas@acme.example']);
    expect(hers.attendees).toHaveLength(2);
    expect((await hisCopy()).attendees).toMatchObject([{ emailAddress: { address: 'ben@acme.example' } }]);
  });
});

describe('series of Graph', () => {
  it('stand as masters in the list and as occurrences, each with a UID of its own, in the view', async () => {
    const master = await post(ann, weekly(3));
    expect((await list(ann, '/me/events')).value.map(({ type }) => type)).toEqual(['seriesMaster']);
    const view = (await list(ann, `/me/calendarView?${october}`)).value;
    expect(
      view.map(({ type, seriesMasterId, originalStart }) => [type, seriesMasterId, originalStart]),
    ).toEqual([
      ['occurrence', master.id, '2026-10-06T14:00:00Z'],
      ['occurrence', master.id, '2026-10-13T14:00:00Z'],
      ['occurrence', master.id, '2026-10-20T14:00:00Z'],
    ]);
    expect(new Set([master, ...view].map(({ iCalUId }) => iCalUId)).size).toBe(4);
  });

  it('have exceptions, which the master shows when it is asked to', async () => {
    const master = await post(ann, weekly(3));
    const [, second] = (await list(ann, `/me/events/${master.id}/instances?${october}`)).value;
    const moved = {
      start: { dateTime: '2026-10-14T15:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-10-14T16:00:00', timeZone: 'UTC' },
    };
    expect(await ann.api(`/me/events/${second?.id}`).patch(moved)).toMatchObject({
      type: 'exception',
      originalStart: '2026-10-13T14:00:00Z',
      start: { dateTime: '2026-10-14T15:00:00.0000000' },
    });
    const expanded: GraphEvent = await ann.api(`/me/events/${master.id}?$expand=exceptionOccurrences`).get();
    expect(expanded.exceptionOccurrences).toMatchObject([{ id: second?.id, type: 'exception' }]);
    await expect(ann.api(`/me/events/${second?.id}`).patch({ recurrence: null })).rejects.toMatchObject({
      statusCode: 400,
    });
    await expect(list(ann, `/me/events/${second?.id}/instances?${october}`)).rejects.toMatchObject({
      statusCode: 400,
    });
  });

  it('repeat by the clock of recurrenceTimeZone over the change of summer time', async () => {
    const { pattern, range } = (weekly(6) as { recurrence: Record<string, object> }).recurrence;
    await post(ann, {
      recurrence: { pattern, range: { ...range, recurrenceTimeZone: 'Romance Standard Time' } },
    });
    const view = await list(
      ann,
      '/me/calendarView?startDateTime=2026-10-20T00:00:00Z&endDateTime=2026-10-28T00:00:00Z',
    );
    expect(view.value.map(({ start }) => start)).toMatchObject([
      { dateTime: '2026-10-20T14:00:00.0000000' },
      { dateTime: '2026-10-27T15:00:00.0000000' },
    ]);
  });
});
