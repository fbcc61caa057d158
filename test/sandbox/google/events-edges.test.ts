import { afterEach, describe, expect, it } from '@jest/globals';
import {
  ana,
  applied,
  ben,
  type CalendarStand,
  invited,
  meeting,
  refusal,
  startStand,
} from './calendar-stand.ts';

let stand: CalendarStand;
afterEach(async () => stand.close());

const calendarId = 'primary';
const weekly = { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] };

describe('what random operations found at the Google emulator', () => {
  it.each([
    'RDATE:99999999',
    'EXDATE;TZID=Mars/Base:20260310T100000',
    'RRULE:FREQ=DAILY;INTERVAL=1000000000',
    'RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYSETPOS=5;COUNT=3',
  ])('refuses %s, which no calendar can follow, and makes nothing', async (line) => {
    stand = await startStand();
    const { events } = stand.as(ana);
    const insert = events.insert({ calendarId, requestBody: meeting(9, { recurrence: [line] }) });
    expect(await refusal(insert)).toEqual({ status: 400, reason: 'invalid' });
    expect(stand.parts.engine.copies(ana)).toEqual([]);
  });

  it('takes an empty id as none', async () => {
    stand = await startStand();
    const { events } = stand.as(ana);
    const inserted = await events.insert({ calendarId, requestBody: meeting(9, { id: '', iCalUID: '' }) });
    expect(inserted.data.id).toMatch(/^[a-v0-9]{26}$/);
    expect(inserted.data.iCalUID).toBe(`${inserted.data.id}@google.com`);
  });

  it('changes nothing when a guest writes a list back in which somebody has no name', async () => {
    stand = await startStand();
    const { engine } = stand.parts;
    const { data } = await stand.as(ana).events.insert({ calendarId, requestBody: meeting(9, invited(ben)) });
    const key = engine.findByUid(ana, data.iCalUID ?? '')?.key ?? '';
    const unnamed = engine.get(key)?.fields.guests.map((guest) => ({ ...guest, name: null })) ?? [];
    engine.update({ key, originalStart: null }, { guests: unnamed }, false);
    const last = engine.lastChange(ben);
    const { events } = stand.as(ben);
    const eventId = data.id ?? '';
    const { attendees } = (await events.get({ calendarId, eventId })).data;
    await events.patch({ calendarId, eventId, requestBody: { attendees: attendees ?? [] } });
    expect(engine.lastChange(ben)).toBe(last);
  });

  it('tells a client of occurrences that an event is gone which it knew before it was a series', async () => {
    stand = await startStand();
    const { events } = stand.as(ana);
    const eventId = (await events.insert({ calendarId, requestBody: meeting(9) })).data.id ?? '';
    const full = (await events.list({ calendarId, singleEvents: true })).data;
    await events.patch({ calendarId, eventId, requestBody: weekly });
    await events.delete({ calendarId, eventId });
    const syncToken = full.nextSyncToken ?? '';
    const sync = (await events.list({ calendarId, singleEvents: true, syncToken })).data;
    expect(applied(full.items ?? [], sync.items ?? [], true)).toEqual([]);
  });

  it('leaves the version of an occurrence alone when another one of its series changes', async () => {
    stand = await startStand();
    const { events } = stand.as(ana);
    const eventId = (await events.insert({ calendarId, requestBody: meeting(9, weekly) })).data.id ?? '';
    const occurrences = async () => (await events.instances({ calendarId, eventId })).data.items ?? [];
    const before = await occurrences();
    await events.patch({ calendarId, eventId: before[1]?.id ?? '', requestBody: { summary: 'Other' } });
    const after = await occurrences();
    expect([after[0], after[2]]).toEqual([before[0], before[2]]);
    expect(after[1]?.etag).not.toBe(before[1]?.etag);
    await events.patch({ calendarId, eventId, requestBody: { summary: 'All' } });
    expect((await occurrences())[0]?.etag).not.toBe(before[0]?.etag);
  });
});
