import type { Chance } from './microsoft-chance.ts';

const long = 'a'.repeat(3_000_000);
const hostile: readonly unknown[] = [
  42,
  -1,
  true,
  'text',
  [],
  [[]],
  { $ne: 1 },
  { dateTime: 5 },
  { dateTime: '2026-13-40T99:00:00', timeZone: 'UTC' },
  { dateTime: '2026-11-05T10:00:00', timeZone: 'Mars/Base' },
  { dateTime: long, timeZone: 'UTC' },
  { dateTime: '\u0000', timeZone: '__proto__' },
  { address: 7 },
  Array.from({ length: 501 }, (_, index) => ({ emailAddress: { address: `g${index}@x.example` } })),
  [null],
  [{ emailAddress: { address: 'a'.repeat(400) } }],
  JSON.parse('{"__proto__": {"polluted": true}}'),
];

/** Fields of an event that take none of the `hostile` values. */
const eventFields = ['start', 'end', 'recurrence', 'importance', 'sensitivity', 'showAs'] as const;

const time = { dateTime: '2026-11-05T10:00:00', timeZone: 'UTC' };
const later = { dateTime: '2026-11-05T11:00:00', timeZone: 'UTC' };

const rule = (pattern: object, range: object = { type: 'noEnd' }) => ({
  subject: 'x',
  start: time,
  end: later,
  recurrence: { pattern, range },
});

/** Bodies of an event that are refused whole, whatever is valid in them. */
const wrongEvents: readonly unknown[] = [
  'no JSON {',
  '"text"',
  '[]',
  '7',
  { subject: 5, start: time, end: later },
  { subject: 'x', start: later, end: time },
  { subject: 'x', start: time, end: later, isAllDay: true },
  { subject: 'x', start: time, end: later, attendees: [{}] },
  { subject: 'x', start: time, end: later, attendees: { length: 1 } },
  { subject: 'x', start: time, end: later, categories: 'Red' },
  { subject: 'x', start: time, end: later, body: 'text' },
  { subject: 'x', start: time, end: later, location: 'Room' },
  { subject: 'x', start: time, end: later, transactionId: {} },
  {
    subject: 'x',
    start: time,
    end: later,
    singleValueExtendedProperties: [{ id: 'String gate', value: 'a' }],
  },
  rule({ type: 'weekly', interval: 1 }),
  rule({ type: 'weekly', interval: 0, daysOfWeek: ['monday'] }),
  rule({ type: 'weekly', interval: 1, daysOfWeek: ['someday'] }),
  rule({ type: 'daily', interval: 1 }, { type: 'numbered' }),
  rule({ type: 'daily', interval: 1 }, { type: 'endDate', endDate: '2026-99-99' }),
  rule({ type: 'absoluteMonthly', interval: 1 }),
  rule({ type: 'relativeYearly', interval: 1, daysOfWeek: ['monday'] }),
  rule({ type: 'hourly', interval: 1 }),
];

interface WrongRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** A request that has to be refused. `id` is an event of the person who asks, if there is one. */
export function someGarbage(chance: Chance, id: string | null): WrongRequest {
  const wrong = () => {
    const value = chance.pick(hostile);
    return { [chance.pick(eventFields)]: value };
  };
  const event = id === null ? null : `/me/events/${id}`;
  const onEvent: (() => WrongRequest)[] = [
    () => ({ method: 'PATCH', path: `${event}`, body: wrong() }),
    () => ({ method: 'POST', path: `${event}/accept`, body: { comment: chance.pick<unknown>([5, [], {}]) } }),
    () => ({
      method: 'POST',
      path: `${event}/decline`,
      body: { sendResponse: 'yes', [`x${chance.below(9)}`]: 1 },
    }),
    () => ({ method: 'POST', path: `${event}/cancel`, body: { Comment: 7 } }),
    () => ({ method: 'POST', path: `${event}/accept`, body: { comment: 'no', sendResponse: false } }),
    () => ({ method: 'GET', path: `${event}/instances` }),
  ];
  const anywhere: (() => WrongRequest)[] = [
    () => ({ method: 'POST', path: '/me/events', body: { start: time, end: later, ...wrong() } }),
    () => ({ method: 'POST', path: '/me/events', body: chance.pick(wrongEvents) }),
    () => ({
      method: 'GET',
      path: `/me/events/${chance.pick(['x', 'AAMkAA', `AAkA${'A'.repeat(9000)}`, '%00', '__proto__'])}`,
    }),
    () => ({ method: 'GET', path: `/me/calendarView?startDateTime=${chance.pick(['', 'x', '2026-11-05'])}` }),
    () => ({ method: 'GET', path: '/me/calendarView/delta?$deltatoken=abc' }),
    () => ({ method: 'GET', path: `/me/events?$top=${chance.pick(['0', '-1', 'x', '1e9'])}` }),
    () => ({ method: 'GET', path: `/me/events?$filter=${chance.pick(['(((', 'a eq', "body eq 'x'"])}` }),
    () => ({ method: 'GET', path: '/users/ben@nowhere.example/events' }),
    () => ({ method: 'GET', path: '/users/gil@acme.example/events' }),
    () => ({
      method: 'POST',
      path: '/me/calendar/getSchedule',
      body: chance.pick<unknown>([{}, [], { schedules: [5] }]),
    }),
    () => ({
      method: 'POST',
      path: '/subscriptions',
      body: chance.pick<unknown>([{}, [], { changeType: 'moved', resource: '/me/events' }]),
    }),
    () => ({ method: 'DELETE', path: '/subscriptions/none' }),
    () => ({ method: chance.pick(['PUT', 'DELETE']), path: '/me/events' }),
  ];
  const make = chance.oneOf(event === null ? anywhere : [...anywhere, ...onEvent]) ?? anywhere[0];
  if (make === undefined) throw new Error('there is garbage in the list');
  return make();
}
