import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Exchange } from './exchange.ts';
import { googleAgreement } from './google-description.ts';
import { graphAgreement } from './graph-description.ts';
import { readGraphSchema } from './graph-schema.ts';

const contracts = path.resolve('../shared/contracts');
const present = existsSync(contracts);
const described = present ? describe : describe.skip;

const exchange = (change: Partial<Exchange>): Exchange => ({
  method: 'GET',
  path: '/',
  query: '',
  requestBody: undefined,
  status: 200,
  responseBody: undefined,
  ...change,
});

described('the check against the descriptions of Google (../shared/contracts)', () => {
  const check = googleAgreement(
    present
      ? ['calendar.v3', 'docs.v1', 'drive.v3', 'gmail.v1'].map((name) =>
          JSON.parse(readFileSync(path.join(contracts, 'google', `${name}.json`), 'utf8')),
        )
      : [],
  );
  const patch = {
    method: 'PATCH',
    path: '/calendar/v3/calendars/primary/events/abc123',
    query: 'sendUpdates=all',
    requestBody: {
      attendeesOmitted: true,
      attendees: [{ email: 'a@x.example', responseStatus: 'declined' }],
    },
    responseBody: { id: 'abc123', start: { dateTime: '2026-11-25T10:00:00Z' } },
  };

  it('takes a request and an answer that are as described', () => {
    expect(check(exchange(patch))).toEqual({ method: 'calendar.events.patch', problems: [] });
  });

  it.each([
    ['an unknown parameter', { query: 'sendUpdate=all' }, 'query has sendUpdate'],
    ['a value outside an enumeration', { query: 'sendUpdates=some' }, 'query sendUpdates=some'],
    ['an unknown field', { requestBody: { attendee: [] } }, 'must NOT have additional properties'],
    ['a field of another type', { requestBody: { attendees: 'all' } }, 'request/attendees must be array'],
    [
      'a field of another type deep in an answer',
      { responseBody: { start: { dateTime: 5 } } },
      'must be string',
    ],
    ['a time without an offset', { responseBody: { created: '2026-11-25T10:00:00' } }, 'must match format'],
    ['an error of another shape', { status: 403, responseBody: { message: 'no' } }, 'response 403'],
  ])('finds %s', (_, change, words) => {
    const { problems } = check(exchange({ ...patch, ...change }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  it('knows each API by its path, and none where there is none', () => {
    const method = (found: Partial<Exchange>) => check(exchange(found)).method;
    expect(method({ method: 'POST', path: '/v1/documents/x1:batchUpdate', requestBody: {} })).toBe(
      'docs.documents.batchUpdate',
    );
    expect(method({ path: '/drive/v3/files', responseBody: {} })).toBe('drive.files.list');
    expect(method({ method: 'POST', path: '/gmail/v1/users/me/messages/send' })).toBe(
      'gmail.users.messages.send',
    );
    expect(method({ path: '/calendar/v4/x' })).toBeNull();
  });
});

described('the check against the schema of Microsoft Graph (../shared/contracts)', () => {
  const check = graphAgreement(
    readGraphSchema(
      present
        ? readFileSync(path.join(contracts, 'microsoft', 'graph-v1.0-calendar-subset.csdl.xml'), 'utf8')
        : '',
    ),
  );
  const decline = {
    method: 'POST',
    path: '/v1.0/me/events/AAMk%3D/decline',
    requestBody: { comment: 'No.', sendResponse: true },
    status: 202,
  };
  const get = { path: '/v1.0/users/u1/events/AAMk', responseBody: { id: 'AAMk', isOrganizer: false } };

  it('takes a request and an answer that are as described', () => {
    expect(check(exchange(decline))).toEqual({ method: 'POST decline', problems: [] });
    expect(check(exchange(get))).toEqual({ method: 'GET graph.event', problems: [] });
  });

  it.each([
    [
      'an unknown parameter of an action',
      { ...decline, requestBody: { coment: 'No.' } },
      'decline does not know',
    ],
    ['a parameter of another type', { ...decline, requestBody: { sendResponse: 'yes' } }, 'no Edm.Boolean'],
    [
      'an action that is asked for by GET',
      { ...decline, method: 'GET', requestBody: undefined },
      'is a action',
    ],
    ['an unknown property', { ...get, responseBody: { organiser: {} } }, 'organiser is not in graph.event'],
    [
      'a value outside an enumeration',
      { ...get, responseBody: { showAs: 'bsy' } },
      'no graph.freeBusyStatus',
    ],
    ['an unknown property to select', { ...get, query: '$select=id,subjekt' }, 'subjekt'],
    [
      'a deep property of another type',
      { ...get, responseBody: { attendees: [{ status: { time: 'today' } }] } },
      'attendees[0].status.time',
    ],
    ['a page without its values', { path: '/v1.0/me/events', responseBody: [] }, 'response'],
    ['an error of another shape', { ...get, status: 404, responseBody: { code: 'x' } }, 'response 404'],
  ])('finds %s', (_, found, words) => {
    const { problems } = check(exchange(found));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  it('follows paths through people, calendars and functions', () => {
    const method = (found: string, type = 'GET') => check(exchange({ path: found, method: type })).method;
    expect(method('/v1.0/me/calendarView/delta')).toBe('GET delta');
    expect(method('/v1.0/me/calendar/getSchedule', 'POST')).toBe('POST getSchedule');
    expect(method('/v1.0/users/u1/events/e1/instances')).toBe('GET Collection(graph.event)');
    expect(method('/v1.0/subscriptions/s1')).toBe('GET graph.subscription');
    expect(method('/v1.0/me/calender')).toBeNull();
  });
});
