import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
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

const calendarId = 'primary';

async function plan(...guests: readonly string[]) {
  const requestBody = meeting(10, { id: 'abcde12345', ...invited(...guests) });
  const { data } = await stand.as(ana).events.insert({ calendarId, sendUpdates: 'all', requestBody });
  return data;
}

async function get(who: string, eventId = 'abcde12345') {
  return (await stand.as(who).events.get({ calendarId, eventId })).data;
}

function answer(who: string, responseStatus: string, comment: string | null = null, eventId = 'abcde12345') {
  return stand.as(who).events.patch({
    calendarId,
    eventId,
    sendUpdates: 'all',
    requestBody: { attendeesOmitted: true, attendees: [{ email: who, responseStatus, comment }] },
  });
}

const answersOf = (event: Awaited<ReturnType<typeof get>>) =>
  Object.fromEntries((event.attendees ?? []).map((guest) => [guest.email, guest.responseStatus]));

describe('insert', () => {
  it('gives every guest a copy with the same id and their own view', async () => {
    const made = await plan(ben);
    const copy = await get(ben);
    expect(made).toMatchObject({
      id: 'abcde12345',
      status: 'confirmed',
      organizer: { email: ana, self: true },
    });
    expect(made.start).toEqual({ dateTime: '2026-03-10T10:00:00+01:00', timeZone: 'Europe/Paris' });
    expect(copy.start).toEqual({ dateTime: '2026-03-10T05:00:00-04:00', timeZone: 'Europe/Paris' });
    expect(copy.iCalUID).toBe(made.iCalUID);
    expect(copy.organizer).toEqual({ email: ana, displayName: 'ana' });
    expect(copy.attendees).toEqual([
      expect.objectContaining({ email: ben, self: true, responseStatus: 'needsAction' }),
    ]);
  });

  it('refuses an id a second time, also after the deletion, and ids outside of its alphabet', async () => {
    await plan();
    expect(await refusal(plan())).toEqual({ status: 409, reason: 'duplicate' });
    await stand.as(ana).events.delete({ calendarId, eventId: 'abcde12345' });
    expect(await refusal(plan())).toEqual({ status: 409, reason: 'duplicate' });
    const insert = (id: string) =>
      stand.as(ana).events.insert({ calendarId, requestBody: meeting(3, { id }) });
    expect(await refusal(insert('wxyz1'))).toEqual({ status: 400, reason: 'invalid' });
    expect(await refusal(insert('abcd'))).toEqual({ status: 400, reason: 'invalid' });
  });

  it.each([
    ['an end before the start', { end: { dateTime: '2026-03-10T09:00:00+01:00' } }, 'timeRangeEmpty'],
    ['a day and a time', { end: { date: '2026-03-11' } }, 'invalid'],
    ['no end', { end: null }, 'required'],
    ['neither offset nor zone', { start: { dateTime: '2026-03-10T10:00:00' } }, 'invalid'],
    ['a zone that is none', { start: { dateTime: '2026-03-10T10:00:00', timeZone: 'Mars/Base' } }, 'invalid'],
    ['a rule without frequency', { recurrence: ['RRULE:COUNT=3'] }, 'invalid'],
    ['a rule within the day', { recurrence: ['RRULE:FREQ=HOURLY'] }, 'invalid'],
    ['DTSTART among the rules', { recurrence: ['DTSTART:20260310T100000Z'] }, 'invalid'],
    ['a number as title', { summary: 5 as unknown as string }, 'invalid'],
    ['an attendee that is no address', { attendees: [{ email: 'nobody' }] }, 'invalid'],
  ])('refuses %s', async (_name, fields, reason) => {
    const requestBody: object = { ...meeting(10), ...fields };
    const made = stand.as(ana).events.insert({ calendarId, requestBody });
    expect(await refusal(made)).toEqual({ status: 400, reason });
  });

  it('demands a zone for a series and ignores fields it does not know', async () => {
    const offsetOnly = { dateTime: '2026-03-10T10:00:00+01:00' };
    const series = { ...meeting(10), recurrence: ['RRULE:FREQ=WEEKLY'], start: offsetOnly };
    const refused = stand.as(ana).events.insert({ calendarId, requestBody: series });
    expect(await refusal(refused)).toEqual({ status: 400, reason: 'required' });
    const odd: object = { ...meeting(10), mood: 'good' };
    const { data } = await stand.as(ana).events.insert({ calendarId, requestBody: odd });
    expect(data).not.toHaveProperty('mood');
  });

  it('makes a Meet link only where the client supports conferences', async () => {
    const requestBody = meeting(10, { conferenceData: { createRequest: { requestId: 'r1' } } });
    const without = await stand.as(ana).events.insert({ calendarId, requestBody });
    const withLink = await stand.as(ana).events.insert({ calendarId, conferenceDataVersion: 1, requestBody });
    expect(without.data.hangoutLink).toBeUndefined();
    expect(withLink.data.hangoutLink).toMatch(/^https:\/\/meet\.google\.com\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    expect(withLink.data.conferenceData?.entryPoints?.[0]?.uri).toBe(withLink.data.hangoutLink);
  });
});

describe('answers', () => {
  it('change only the own entry, reach the organizer, and are one visible act', async () => {
    await plan(ben, cleo);
    await answer(ben, 'declined', 'No agenda.');
    expect(answersOf(await get(ana))).toEqual({ [ben]: 'declined', [cleo]: 'needsAction' });
    expect((await get(ben)).attendees?.[0]).toMatchObject({
      responseStatus: 'declined',
      comment: 'No agenda.',
    });
    expect((await get(ben)).status).toBe('confirmed');
    const acts = stand.parts.acts.all().filter(({ kind }) => kind === 'answer');
    expect(acts).toEqual([expect.objectContaining({ from: ben, detail: 'declined', comment: 'No agenda.' })]);
  });

  it('lose their comment beside attendeesOmitted by a switch, and keep it in a whole list', async () => {
    stand.turn({ 'google.comment-with-attendees-omitted': 'dropped' });
    await plan(ben);
    const echoed = await answer(ben, 'declined', 'No agenda.');
    expect(echoed.data.attendees?.[0]).toMatchObject({ responseStatus: 'declined' });
    expect(echoed.data.attendees?.[0]?.comment).toBeUndefined();
    const attendees = [{ email: ben, responseStatus: 'declined', comment: 'No agenda.' }];
    await stand.as(ben).events.patch({ calendarId, eventId: 'abcde12345', requestBody: { attendees } });
    expect((await get(ana)).attendees?.[0]).toMatchObject({
      responseStatus: 'declined',
      comment: 'No agenda.',
    });
  });

  it.each(['mail', 'no-mail'] as const)('cause a mail of a decline by a switch: %s', async (position) => {
    stand.turn({ 'google.decline-mail': position });
    await plan(ben);
    await answer(ben, 'declined');
    const mails = stand.parts.acts.all().filter(({ kind }) => kind === 'mail');
    expect(mails.map(({ detail }) => detail)).toEqual(position === 'mail' ? ['Declined: Budget'] : []);
  });

  it('of more than 200 guests stay in the own copy', async () => {
    const crowd = Array.from({ length: 200 }, (_, index) => `guest${index}@elsewhere.example`);
    await plan(ben, ...crowd);
    await answer(ben, 'declined');
    expect(answersOf(await get(ben))[ben]).toBe('declined');
    expect(answersOf(await get(ana))[ben]).toBe('needsAction');
  });

  it('of an organizer who is a guest call nothing off', async () => {
    await plan(ana, ben);
    await answer(ana, 'declined');
    expect(answersOf(await get(ben))).toEqual({ [ana]: 'declined', [ben]: 'needsAction' });
    expect((await get(ana)).status).toBe('confirmed');
  });

  it('count for an alias as for the address', async () => {
    await stand.as(ben).events.insert({
      calendarId,
      requestBody: meeting(10, { id: 'alias12345', ...invited('ana.alias@example.com') }),
    });
    const [entry] = (await get(ana, 'alias12345')).attendees ?? [];
    expect(entry).toMatchObject({ email: 'ana.alias@example.com', self: true });
  });
});

describe('guest lists', () => {
  it('are overwritten by a patch without attendeesOmitted: the organizer loses guests', async () => {
    await plan(ben, cleo);
    const requestBody = { attendees: [{ email: ben }] };
    await stand.as(ana).events.patch({ calendarId, eventId: 'abcde12345', requestBody });
    expect(answersOf(await get(ana))).toEqual({ [ben]: 'needsAction' });
    expect((await get(cleo)).status).toBe('cancelled');
  });

  it('show a guest only themselves where the organizer hides them', async () => {
    const requestBody = meeting(10, {
      id: 'hidden1234',
      guestsCanSeeOtherGuests: false,
      ...invited(ben, cleo),
    });
    await stand.as(ana).events.insert({ calendarId, requestBody });
    const copy = await get(ben, 'hidden1234');
    expect(copy.attendees?.map(({ email }) => email)).toEqual([ben]);
    expect(copy.attendeesOmitted).toBe(true);
    expect((await get(ana, 'hidden1234')).attendees).toHaveLength(2);
  });

  it('shrink to the own entry beyond maxAttendees', async () => {
    await plan(ben, cleo);
    const { data } = await stand.as(ben).events.get({ calendarId, eventId: 'abcde12345', maxAttendees: 1 });
    expect(data.attendees?.map(({ email }) => email)).toEqual([ben]);
    expect(data.attendeesOmitted).toBe(true);
  });
});

describe('changes', () => {
  it('of a guest stay local, and a guest cannot update', async () => {
    const made = await plan(ben);
    const { summary, start, end } = made;
    const requestBody: object = { summary: `${summary}!`, start, end };
    const eventId = 'abcde12345';
    const refused = stand.as(ben).events.update({ calendarId, eventId, requestBody });
    expect(await refusal(refused)).toEqual({ status: 403, reason: 'forbiddenForNonOrganizer' });
    await stand.as(ben).events.patch({ calendarId, eventId, requestBody: { summary: 'Mine' } });
    expect((await get(ben)).summary).toBe('Mine');
    expect((await get(ana)).summary).toBe('Budget');
  });

  it('of the organizer reach everybody; update puts back to the default what it does not name', async () => {
    const { start, end, attendees } = await plan(ben);
    const eventId = 'abcde12345';
    const as = stand.as(ana).events;
    await as.patch({ calendarId, eventId, requestBody: { description: 'Agenda', location: 'Room 1' } });
    expect(await get(ben)).toMatchObject({ summary: 'Budget', description: 'Agenda', location: 'Room 1' });
    const requestBody: object = { summary: 'New', start, end, attendees };
    await as.update({ calendarId, eventId, requestBody });
    expect(await get(ben)).toMatchObject({ summary: 'New', attendees: [{ email: ben }] });
    expect(await get(ben)).not.toHaveProperty('location');
  });

  it('need the version they name: 412, and 304 for a read of a known one', async () => {
    const { etag } = await plan(ben);
    const eventId = 'abcde12345';
    const patch = (summary: string) =>
      stand
        .as(ana)
        .events.patch(
          { calendarId, eventId, requestBody: { summary } },
          { headers: { 'If-Match': String(etag) } },
        );
    expect(etag).toMatch(/^".+"$/);
    const { data } = await patch('First');
    expect(data.etag).not.toBe(etag);
    expect(await refusal(patch('Second'))).toEqual({ status: 412, reason: 'conditionNotMet' });
    const headers = { 'If-None-Match': String(data.etag) };
    const read = await stand.as(ana).events.get({ calendarId, eventId }, { headers });
    expect(read.status).toBe(304);
  });

  it('that change nothing make no new version', async () => {
    const { etag } = await plan(ben);
    const requestBody: object = { summary: 'Budget', location: '', mood: 'good' };
    const { data } = await stand.as(ana).events.patch({ calendarId, eventId: 'abcde12345', requestBody });
    expect(data.etag).toBe(etag);
  });

  it('of private properties merge, delete by null, and keep to their limits', async () => {
    await plan(ben);
    const patch = (properties: Record<string, string | null>) =>
      stand.as(ben).events.patch({
        calendarId,
        eventId: 'abcde12345',
        requestBody: { extendedProperties: { private: properties } } as object,
      });
    await patch({ a: '1', b: '2', ['k'.repeat(45)]: 'dropped', long: 'x'.repeat(2000) });
    const { data } = await patch({ a: null, c: '3' });
    expect(data.extendedProperties?.private).toEqual({ b: '2', c: '3', long: 'x'.repeat(1024) });
    expect((await get(ana)).extendedProperties).toBeUndefined();
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`p${index}`, '']));
    expect(await refusal(patch(many))).toEqual({ status: 400, reason: 'invalid' });
  });
});

describe('delete', () => {
  it('is 204, leaves a cancelled event, and is 410 the second time', async () => {
    await plan(ben);
    const remove = () =>
      stand.as(ana).events.delete({ calendarId, eventId: 'abcde12345', sendUpdates: 'all' });
    expect((await remove()).status).toBe(204);
    expect(await refusal(remove())).toEqual({ status: 410, reason: 'deleted' });
    expect((await get(ana)).status).toBe('cancelled');
    expect((await get(ben)).status).toBe('cancelled');
    expect(await refusal(answer(ben, 'accepted'))).toEqual({ status: 410, reason: 'deleted' });
    const unknown = stand.as(ana).events.delete({ calendarId, eventId: 'neverthere' });
    expect(await refusal(unknown)).toEqual({ status: 404, reason: 'notFound' });
    expect(stand.parts.acts.all().filter(({ kind }) => kind === 'cancellation')).toHaveLength(1);
  });
});
