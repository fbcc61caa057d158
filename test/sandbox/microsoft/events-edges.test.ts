import { describe, expect, it } from '@jest/globals';
import { graphForEachTest, viewOf } from './graph-each-test.ts';
import { type GraphEvent, type GraphList, immutable, meetingAt, october, weekly } from './graph-sandbox.ts';

const { graph, ann, ben } = graphForEachTest();

const post = (fields: object = {}, guests: readonly string[] = ['ben@acme.example']) =>
  ann
    .api('/me/events')
    .header('Prefer', immutable)
    .post(meetingAt(14, guests, fields)) as Promise<GraphEvent>;

describe('what the organizer does later', () => {
  it('a new time opens the answers again and brings a declined event back', async () => {
    const hers = await post();
    const [his] = await viewOf(ben);
    await ben.api(`/me/events/${his?.id}/decline`).post({});
    await ann.api(`/me/events/${hers.id}`).patch({
      start: { dateTime: '2026-10-08T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-10-08T10:00:00', timeZone: 'UTC' },
    });
    expect(await viewOf(ben)).toMatchObject([
      {
        id: his?.id,
        responseStatus: { response: 'notResponded' },
        start: { dateTime: '2026-10-08T09:00:00.0000000' },
      },
    ]);
  });

  it('a guest who stays keeps the answer when another one is added', async () => {
    const hers = await post();
    const [his] = await viewOf(ben);
    await ben.api(`/me/events/${his?.id}/accept`).post({});
    const attendees = ['ben@acme.example', 'cas@acme.example'].map((address) => ({
      emailAddress: { address },
    }));
    const changed: GraphEvent = await ann.api(`/me/events/${hers.id}`).patch({ attendees });
    expect(changed.attendees).toMatchObject([
      { emailAddress: { address: 'ben@acme.example' }, status: { response: 'accepted' } },
      { emailAddress: { address: 'cas@acme.example' }, status: { response: 'none' } },
    ]);
    expect(await viewOf(graph().clientOf('cas@acme.example'))).toMatchObject([{ subject: 'Roadmap' }]);
  });

  it('deletes: guests see it cancelled; deleting again from Deleted Items removes it for good', async () => {
    const hers = await post();
    await ann.api(`/me/events/${hers.id}`).delete();
    expect(await viewOf(ben)).toMatchObject([{ isCancelled: true }]);
    expect(await ann.api(`/me/events/${hers.id}`).get()).toMatchObject({ isCancelled: true });
    await ann.api(`/me/events/${hers.id}`).delete();
    await expect(ann.api(`/me/events/${hers.id}`).get()).rejects.toMatchObject({ statusCode: 404 });
  });
});

describe('what a guest does', () => {
  it('marks one occurrence for themselves', async () => {
    await post(weekly(2));
    const [first] = await viewOf(ben);
    await ben.api(`/me/events/${first?.id}`).patch({ showAs: 'free', categories: ['Red'] });
    expect((await viewOf(ben)).map(({ categories }) => categories)).toEqual([['Red'], []]);
    expect((await viewOf(ann)).map(({ categories }) => categories)).toEqual([[], []]);
  });

  it('turns the reminder off and on', async () => {
    await post();
    const [his] = await viewOf(ben);
    const patch = (fields: object) => ben.api(`/me/events/${his?.id}`).patch(fields);
    expect(await patch({ isReminderOn: false })).toMatchObject({ isReminderOn: false });
    expect(await patch({ reminderMinutesBeforeStart: 5, isReminderOn: true })).toMatchObject({
      isReminderOn: true,
      reminderMinutesBeforeStart: 5,
    });
  });

  it('sees no answer of another guest', async () => {
    await post({}, ['ben@acme.example', 'cas@acme.example']);
    const cas = graph().clientOf('cas@acme.example');
    const [hers] = await viewOf(cas);
    await cas.api(`/me/events/${hers?.id}/accept`).post({});
    expect((await viewOf(ben))[0]?.attendees).toMatchObject([
      { status: { response: 'none' } },
      { status: { response: 'none' } },
    ]);
    expect((await viewOf(ann))[0]?.attendees).toMatchObject([
      { status: { response: 'none' } },
      { status: { response: 'accepted' } },
    ]);
  });

  it('answers an event of an organizer on Google', async () => {
    const { parts } = graph();
    await post();
    const [template] = parts.engine.copies('ann@acme.example');
    if (template === undefined) throw new Error('no event to copy');
    parts.engine.create({
      organizer: 'gil@acme.example',
      fields: { ...template.fields, summary: 'From Google' },
      own: template.own,
      providerId: null,
      uid: 'abc@google.com',
      transactionId: null,
      notify: true,
    });
    const found = (await viewOf(ben)).find(({ subject }) => subject === 'From Google');
    expect(found).toMatchObject({
      iCalUId: 'abc@google.com',
      organizer: { emailAddress: { address: 'gil@acme.example' } },
    });
    await ben.api(`/me/events/${found?.id}/decline`).post({ comment: 'no' });
    expect(parts.engine.findByUid('gil@acme.example', 'abc@google.com')?.fields.guests).toMatchObject([
      { address: 'ben@acme.example', answer: 'declined', comment: 'no' },
    ]);
  });
});

describe('places that are not there', () => {
  it('an unknown calendar is not found, and the birthdays cannot be edited', async () => {
    await expect(ann.api(`/me/calendars/unknown/calendarView?${october}`).get()).rejects.toMatchObject({
      code: 'ErrorItemNotFound',
    });
    const [, birthdays] = ((await ann.api('/me/calendars').get()) as GraphList).value;
    await expect(
      ann.api(`/me/calendars/${birthdays?.id}/events`).post(meetingAt(9, [])),
    ).rejects.toMatchObject({
      statusCode: 403,
    });
  });

  it('an occurrence that the rule does not give is not found', async () => {
    const single = await post();
    await post(weekly(2));
    const [, occurrence] = (await viewOf(ann)).filter(({ type }) => type === 'occurrence');
    const master: GraphEvent = await ann.api(`/me/events/${occurrence?.seriesMasterId}`).get();
    await ann.api(`/me/events/${master.id}`).patch(weekly(1));
    await expect(ann.api(`/me/events/${occurrence?.id}`).get()).rejects.toMatchObject({ statusCode: 404 });
    expect(await ann.api(`/me/events/${single.id}`).get()).toMatchObject({ type: 'singleInstance' });
  });

  it('ids are sensitive to case', async () => {
    const { id } = await post();
    const other = id.slice(0, 4) + id.slice(4).replace(/[a-z]/, (letter) => letter.toUpperCase());
    await expect(ann.api(`/me/events/${other}`).get()).rejects.toMatchObject({
      code: expect.stringMatching(/^Error(ItemNotFound|InvalidIdMalformed)$/),
    });
  });
});
