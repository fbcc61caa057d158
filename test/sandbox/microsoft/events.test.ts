import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from '@microsoft/microsoft-graph-client';
import {
  type GraphEvent,
  type GraphList,
  immutable,
  meetingAt,
  october,
  startGraph,
  type TestGraph,
  weekly,
} from './graph-sandbox.ts';

let graph: TestGraph;
let ann: Client;
let ben: Client;
beforeEach(async () => {
  graph = await startGraph();
  ann = graph.clientOf('ann@acme.example');
  ben = graph.clientOf('ben@acme.example');
});
afterEach(async () => {
  expect(graph.log).toEqual([]);
  await graph.close();
});

const post = (client: Client, fields: object = {}, guests: readonly string[] = ['ben@acme.example']) =>
  client.api('/me/events').post(meetingAt(14, guests, fields)) as Promise<GraphEvent>;
const list = (client: Client, path: string, prefer = '') =>
  client.api(path).header('Prefer', prefer).get() as Promise<GraphList>;
const hisCopy = async (): Promise<GraphEvent> => {
  const [copy] = (await list(ben, '/me/events', immutable)).value;
  if (copy === undefined) throw new Error('no copy');
  return copy;
};

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
    const token = graph.tokenFor('ann@acme.example');
    const answer = await fetch(`${graph.origin}/v1.0/me/events/${id}`, {
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

describe('queries of Graph', () => {
  const property = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name GatekeeperKey';

  it('page by absolute links until all is told once', async () => {
    for (let index = 0; index < 7; index += 1) await post(ann, { subject: `No ${index}` }, []);
    const seen: unknown[] = [];
    let path: string | undefined = '/me/events?$top=3&$select=subject';
    while (path !== undefined) {
      const page: GraphList = await list(ann, path);
      expect(page.value.length).toBeLessThanOrEqual(3);
      for (const event of page.value) {
        expect(Object.keys(event).toSorted()).toEqual(['@odata.etag', 'id', 'subject']);
        seen.push(event.subject);
      }
      const link: string | undefined = page['@odata.nextLink'];
      if (link !== undefined) expect(link.startsWith(`${graph.origin}/v1.0/me/events?`)).toBe(true);
      path = link?.slice(`${graph.origin}/v1.0`.length);
    }
    expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6].map((index) => `No ${index}`));
  });

  it('page shorter than asked for where that is turned on, and still tell everything once', async () => {
    const short = await startGraph({ shortPages: true });
    const client = short.clientOf('ann@acme.example');
    for (let index = 0; index < 5; index += 1) await post(client, { subject: `No ${index}` }, []);
    const first = await list(client, '/me/events?$top=3');
    const link = String(first['@odata.nextLink']).slice(`${short.origin}/v1.0`.length);
    const second = await list(client, link);
    expect([first.value.length, second.value.length]).toEqual([2, 2]);
    expect(new Set([...first.value, ...second.value].map(({ id }) => id)).size).toBe(4);
    await short.close();
  });

  it('show ten without $top', async () => {
    for (let index = 0; index < 11; index += 1) await post(ann, {}, []);
    expect((await list(ann, '/me/events')).value).toHaveLength(10);
    await expect(list(ann, '/me/events?$top=1001')).rejects.toMatchObject({ statusCode: 400 });
  });

  it('find an event by its extended property, whose guid is not sensitive to case', async () => {
    const { id } = await post(ann, { singleValueExtendedProperties: [{ id: property, value: "it's 1" }] });
    await post(ann, { singleValueExtendedProperties: [{ id: property, value: 'other' }] });
    const upper = property.replace('66f5a359', '66F5A359');
    const filter = encodeURIComponent(
      `singleValueExtendedProperties/Any(ep: ep/id eq '${upper}' and ep/value eq 'it''s 1')`,
    );
    const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${property}')`);
    const found = await list(ann, `/me/events?$filter=${filter}&$expand=${expand}`);
    expect(found.value).toMatchObject([
      { id, singleValueExtendedProperties: [{ id: property, value: "it's 1" }] },
    ]);
    expect(await ann.api(`/me/events/${id}`).get()).not.toHaveProperty('singleValueExtendedProperties');
    await ann.api(`/me/events/${id}`).patch({ singleValueExtendedProperties: [{ id: upper, value: null }] });
    expect((await list(ann, `/me/events?$filter=${filter}`)).value).toEqual([]);
    expect((await hisCopy()).id).not.toBe(id);
  });

  it('filter and sort by times in UTC and by subject', async () => {
    await post(ann, { subject: 'B and C' });
    await ann.api('/me/events').post(meetingAt(9, [], { subject: 'A' }));
    const query = (text: string) =>
      list(ann, `/me/events?${text}`, 'outlook.timezone="Asia/Singapore"').then(({ value }) =>
        value.map(({ subject }) => subject),
      );
    expect(await query('$orderby=start/dateTime')).toEqual(['A', 'B and C']);
    expect(await query('$orderby=start/dateTime desc')).toEqual(['B and C', 'A']);
    expect(await query("$filter=start/dateTime ge '2026-10-06T14:00'")).toEqual(['B and C']);
    expect(await query("$filter=subject eq 'B and C' and isOrganizer eq true")).toEqual(['B and C']);
    await expect(query("$filter=body/content eq 'x'")).rejects.toMatchObject({
      code: 'ErrorInvalidUrlQueryFilter',
    });
    await expect(query('$orderby=importance')).rejects.toMatchObject({ statusCode: 400 });
  });

  it('of a view need a window of at most 1825 days, and hide the conference unless isOnlineMeeting is selected', async () => {
    await expect(list(ann, '/me/calendarView')).rejects.toMatchObject({ statusCode: 400 });
    const tooLong = 'startDateTime=2026-01-01T00:00:00Z&endDateTime=2032-01-01T00:00:00Z';
    await expect(list(ann, `/me/calendarView?${tooLong}`)).rejects.toMatchObject({
      code: 'ErrorInvalidRequest',
    });
    await post(ann, { isOnlineMeeting: true });
    expect((await list(ann, `/me/calendarView?${october}`)).value).toMatchObject([{ onlineMeeting: null }]);
    const selected = await list(ann, `/me/calendarView?${october}&$select=isOnlineMeeting,onlineMeeting`);
    expect(selected.value).toMatchObject([
      { isOnlineMeeting: true, onlineMeeting: { joinUrl: expect.any(String) } },
    ]);
  });
});

describe('mailboxes of Graph', () => {
  it('open for their owner, for a delegate with a shared scope, and for an application', async () => {
    await post(ben, {}, []);
    const read = (mailbox: string | null, scope: string, user: string) =>
      list(graph.clientOf(mailbox, [scope]), `/users/${user}/events`).then(({ value }) => value.length);
    expect(await read('ben@acme.example', 'Calendars.Read', 'id-of-ben@acme.example')).toBe(1);
    expect(await read('ann@acme.example', 'Calendars.Read.Shared', 'ben@acme.example')).toBe(1);
    expect(await read(null, 'Calendars.Read', 'BEN@acme.example')).toBe(1);
    const denied = { statusCode: 403, code: 'ErrorAccessDenied' };
    await expect(read('ann@acme.example', 'Calendars.Read', 'ben@acme.example')).rejects.toMatchObject(
      denied,
    );
    await expect(read('cas@acme.example', 'Calendars.Read.Shared', 'ben@acme.example')).rejects.toMatchObject(
      denied,
    );
    await expect(read(null, 'Mail.Send', 'ben@acme.example')).rejects.toMatchObject(denied);
  });

  it('are refused where there is none, or nobody is signed in', async () => {
    const app = graph.clientOf(null);
    await expect(app.api('/me/events').get()).rejects.toMatchObject({ statusCode: 400, code: 'BadRequest' });
    await expect(app.api('/users/gil@acme.example/events').get()).rejects.toMatchObject({
      statusCode: 404,
      code: 'MailboxNotEnabledForRESTAPI',
    });
    await expect(app.api('/users/nobody@acme.example/events').get()).rejects.toMatchObject({
      statusCode: 404,
      code: 'ErrorInvalidUser',
      requestId: expect.any(String),
    });
  });

  it('show a reader of the basics no text', async () => {
    const { id } = await post(ann);
    const basic: GraphEvent = await graph
      .clientOf('ann@acme.example', ['Calendars.ReadBasic'])
      .api(`/me/events/${id}`)
      .get();
    expect(basic.subject).toBe('Roadmap');
    expect(basic).not.toHaveProperty('body');
    expect(basic).not.toHaveProperty('bodyPreview');
  });

  it('have two calendars, one of them empty', async () => {
    await post(ann);
    const { value } = await list(ann, '/me/calendars');
    expect(value.map(({ name, isDefaultCalendar }) => [name, isDefaultCalendar])).toEqual([
      ['Calendar', true],
      ['Birthdays', false],
    ]);
    const counts = await Promise.all(
      value.map(
        async ({ id }) => (await list(ann, `/me/calendars/${id}/calendarView?${october}`)).value.length,
      ),
    );
    expect(counts).toEqual([1, 0]);
    expect(await ann.api('/me/calendar').get()).toMatchObject({ id: value[0]?.id });
  });

  it('translate ids between their two forms', async () => {
    const { id } = await post(ann);
    const body = { inputIds: [id, 'nonsense'], sourceIdType: 'restId', targetIdType: 'restImmutableEntryId' };
    const { value } = await ann.api('/me/translateExchangeIds').post(body);
    expect(value).toMatchObject([
      { sourceId: id },
      { sourceId: 'nonsense', errorDetails: { code: expect.any(String) } },
    ]);
    expect(value[0].targetId).not.toBe(id);
    expect(await ann.api(`/me/events/${value[0].targetId}`).get()).toMatchObject({ id, subject: 'Roadmap' });
  });

  it('take several requests as a batch', async () => {
    const requests = [
      { id: '1', method: 'GET', url: '/me/events' },
      { id: '2', method: 'GET', url: '/me/events/nonsense' },
      { id: '3', method: 'GET', url: '/me/calendar', dependsOn: ['2'] },
    ];
    const { responses } = await ann.api('/$batch').post({ requests });
    expect(responses.map(({ id, status }: { id: string; status: number }) => [id, status])).toEqual([
      ['1', 200],
      ['2', 400],
      ['3', 424],
    ]);
  });
});
