import { describe, expect, it } from '@jest/globals';
import { graphForEachTest, list, post } from './graph-each-test.ts';
import { type GraphEvent, october } from './graph-sandbox.ts';

const { graph, ann, ben } = graphForEachTest();

describe('mailboxes of Graph', () => {
  it('open for their owner, for a delegate with a shared scope, and for an application', async () => {
    await post(ben, {}, []);
    const read = (mailbox: string | null, scope: string, user: string) =>
      list(graph().clientOf(mailbox, [scope]), `/users/${user}/events`).then(({ value }) => value.length);
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
    const app = graph().clientOf(null);
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
    const basic: GraphEvent = await graph()
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
