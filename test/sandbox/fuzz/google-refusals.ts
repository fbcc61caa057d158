import { actors } from './google-cast.ts';
import type { Json } from './google-office.ts';
import {
  attendances,
  type Expected,
  expectStatus,
  liveMeetings,
  pathOf,
  quiet,
  type Run,
  someTime,
  timeBody,
} from './google-run.ts';

const manyGuests = Array.from({ length: 20_000 }, (_, index) => ({ email: `guest${index}@example.org` }));

/** Fields with values that no event can have. */
const impossible: readonly Json[] = [
  { summary: 5 },
  { summary: ['a'] },
  { location: { a: 1 } },
  { start: 'tomorrow' },
  { start: { dateTime: 'tomorrow' } },
  { start: { date: '2026-13-40' }, end: { date: '2026-13-41' } },
  { start: { dateTime: '2026-11-10T10:00:00' }, end: { dateTime: 7 } },
  { start: { date: '2026-11-10' }, end: { dateTime: '2026-11-10T10:00:00Z' } },
  { start: { dateTime: '2026-11-10T10:00:00Z' }, end: { dateTime: '2026-11-10T09:00:00Z' } },
  { start: { dateTime: '2026-11-10T10:00:00', timeZone: 'Mars/Base' } },
  { attendees: 'everybody' },
  { attendees: [{ email: 5 }] },
  { attendees: [{ email: 'not an address' }] },
  { attendees: [{ displayName: 'Nobody' }] },
  { attendees: [{ email: 'ben@example.com', responseStatus: 'perhaps' }] },
  { attendees: [...manyGuests, { email: 'a@@b' }] },
  { attendees: { length: 3 } },
  { recurrence: 'RRULE:FREQ=DAILY' },
  { recurrence: ['RRULE:FREQ=SECONDLY'] },
  { recurrence: ['every day'] },
  { recurrence: ['RRULE:'] },
  { recurrence: ['DTSTART:20261110T100000Z'] },
  { recurrence: ['RRULE:FREQ=DAILY;BYDAY=XX'] },
  { recurrence: ['RRULE:FREQ=DAILY;INTERVAL=1000000000'] },
  { recurrence: ['RRULE:FREQ=DAILY;COUNT=20000'] },
  { recurrence: ['RDATE:hello'] },
  { recurrence: ['RDATE:99999999'] },
  { recurrence: ['EXDATE;TZID=Mars/Base:20261110T100000'] },
  { recurrence: Array.from({ length: 2000 }, () => 'nothing') },
  { status: 'perhaps' },
  { visibility: 'hidden' },
  { transparency: true },
  { eventType: 'party' },
  { eventType: 'birthday' },
  { extendedProperties: { private: 'text' } },
  { extendedProperties: { shared: { key: 5 } } },
  { reminders: { overrides: [{ method: 'popup', minutes: -1 }] } },
  { attachments: [{ title: 'no address' }] },
];

/** Fields with strange values: taken or refused, but answered. */
const strange: readonly Json[] = [
  { summary: '<script>alert(1)</script>\u0000\u202e\ud83d\ude00' },
  { summary: 'a'.repeat(300_000) },
  { description: `${'('.repeat(20_000)}a+${')'.repeat(20_000)}` },
  JSON.parse('{"__proto__": {"summary": "x"}, "constructor": {"prototype": 1}}') as Json,
  { extendedProperties: { private: JSON.parse('{"__proto__": "x", "toString": "y"}') as Json } },
  { start: { date: '0001-01-01' }, end: { date: '9999-12-31' } },
  { start: { dateTime: '9999-12-31T23:59:59Z' }, end: { dateTime: '9999-12-31T23:59:59Z' } },
  { recurrence: ['RRULE:FREQ=DAILY;COUNT=-1'] },
  { recurrence: ['RRULE:FREQ=DAILY;COUNT=0'] },
  { recurrence: ['RRULE:FREQ=DAILY;INTERVAL=0'] },
  { recurrence: ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'] },
  { recurrence: ['RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYSETPOS=5;COUNT=3'] },
  { recurrence: ['RRULE:FREQ=DAILY;UNTIL=20200101'] },
  { recurrence: ['RRULE:FREQ=DAILY;UNTIL=nonsense'] },
  { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE:20261110T100000Z', 'RDATE;VALUE=DATE:20261111'] },
  { recurrence: ['RDATE:20261111T100000Z', 'EXRULE:FREQ=DAILY'] },
  { recurrence: Array.from({ length: 300 }, (_, n) => `RDATE:2026110${(n % 9) + 1}T100000Z`) },
  { iCalUID: '' },
  { id: '' },
  { summary: null, location: null, attendees: null, recurrence: null },
];

const queries: readonly Readonly<Record<string, string>>[] = [
  { syncToken: 'garbage' },
  { pageToken: 'e30' },
  { timeMin: 'yesterday' },
  { timeMin: '2026-11-10T10:00:00Z', timeMax: '2026-11-09T10:00:00Z' },
  { maxResults: '-1' },
  { singleEvents: 'perhaps' },
  { orderBy: 'startTime' },
  { eventTypes: 'party' },
  { timeZone: 'Mars/Base' },
];

/** What cannot be is refused with 400, in a new event as in one that is there. */
export async function writeGarbage(run: Run): Promise<Expected> {
  const { dice, office } = run;
  const fields = dice.pick(impossible);
  const [meeting] = [...liveMeetings(run, 'google')].reverse();
  const about = `garbage ${JSON.stringify(fields).slice(0, 200)}`;
  if (meeting === undefined || dice.percent(50)) {
    const body = { ...timeBody(someTime(run, false)), ...fields };
    const reply = await office.call(dice.pick(actors), 'POST', '/calendars/primary/events', { body });
    expectStatus(reply, [400], `${about} in a new event`);
    return quiet;
  }
  run.note(meeting.uid, about);
  const reply = await office.call(meeting.organizer, 'PATCH', pathOf(meeting, null), { body: fields });
  // A meeting of whole days takes a time zone of a start with a time as little as one of another end.
  expectStatus(reply, [400], `${about} in ${meeting.uid}`);
  return quiet;
}

/** Strange values are taken or refused; what was taken is read in every way and taken off again. */
export async function writeStrange(run: Run): Promise<Expected> {
  const { dice, office } = run;
  const who = dice.pick(actors);
  const fields = dice.pick(strange);
  const about = `strange ${JSON.stringify(fields).slice(0, 200)}`;
  const body = { ...timeBody(someTime(run, dice.percent(20))), ...fields };
  const reply = await office.call(who, 'POST', '/calendars/primary/events', { body });
  expectStatus(reply, [200, 400], about);
  if (reply.status === 400) return quiet;
  const path = `/calendars/primary/events/${String(reply.body.id)}`;
  expectStatus(await office.call(who, 'GET', path), [200], about);
  expectStatus(await office.call(who, 'GET', `${path}/instances`), [200], about);
  const query = { singleEvents: 'true', maxResults: '2500' };
  expectStatus(await office.call(who, 'GET', '/calendars/primary/events', { query }), [200], about);
  expectStatus(await office.call(who, 'DELETE', path), [204], about);
  return { acts: [] };
}

/** Requests that are wrong in their path, query, version or body. */
export async function askWrongly(run: Run): Promise<Expected> {
  const { dice, office } = run;
  const who = dice.pick(actors);
  const list = '/calendars/primary/events';
  const kind = dice.below(6);
  if (kind === 0) {
    const query = dice.pick(queries);
    expectStatus(await office.call(who, 'GET', list, { query }), [400], JSON.stringify(query));
  } else if (kind === 1) {
    expectStatus(await office.call(who, 'GET', '/calendars/nobody@example.com/events'), [404], 'no calendar');
    const other = dice.pick(actors.filter((one) => one !== who));
    expectStatus(await office.call(who, 'GET', `/calendars/${other}/events`), [404], 'another calendar');
  } else if (kind === 2) {
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const options = method === 'PATCH' ? { body: { summary: 'x' } } : {};
      expectStatus(await office.call(who, method, `${list}/nosuchevent`, options), [404], 'no event');
    }
  } else if (kind === 3) {
    expectStatus(await office.call(who, 'POST', list, { body: '{"summary": ' }), [400], 'half a body');
    expectStatus(await office.call(who, 'POST', list, { body: '[1, 2]' }), [400], 'a list');
  } else if (kind === 4) await writeToDeleted(run);
  else await writeStale(run);
  return quiet;
}

/** What is deleted cannot be written to, and its id cannot be used again. */
async function writeToDeleted(run: Run): Promise<void> {
  const gone = run.meetings.filter((one) => one.cancelled && one.engineKey === null);
  if (gone.length === 0) return;
  const meeting = run.dice.pick(gone);
  const path = pathOf(meeting, null);
  const call = (method: string, body?: Json) => run.office.call(meeting.organizer, method, path, { body });
  expectStatus(await call('PATCH', { summary: 'x' }), [410], 'patch of a deleted event');
  expectStatus(await call('DELETE'), [410], 'deletion of a deleted event');
  const body = { id: meeting.id, ...timeBody(meeting.time) };
  const again = await run.office.call(meeting.organizer, 'POST', '/calendars/primary/events', { body });
  expectStatus(again, [409], 'the id of a deleted event');
}

/** A write for a version that was, or never was, is refused with 412. */
async function writeStale(run: Run): Promise<void> {
  const all = [
    ...attendances(run).map(({ meeting, mailbox }) => ({ meeting, mailbox })),
    ...liveMeetings(run, 'google').map((meeting) => ({ meeting, mailbox: meeting.organizer })),
  ];
  if (all.length === 0) return;
  const { meeting, mailbox } = run.dice.pick(all);
  const path = pathOf(meeting, null);
  const { etag } = (await run.office.call(mailbox, 'GET', path)).body;
  const old = run.oldEtags.get(`${mailbox} ${path}`);
  const ifMatch = old !== undefined && old !== etag ? old : '"1"';
  run.note(meeting.uid, `${mailbox} writes with If-Match ${ifMatch}, it is ${String(etag)}`);
  for (const method of ['PATCH', 'DELETE']) {
    const body = method === 'PATCH' ? { attendeesOmitted: true, attendees: [] } : undefined;
    expectStatus(await run.office.call(mailbox, method, path, { body, ifMatch }), [412], `stale ${method}`);
  }
}
