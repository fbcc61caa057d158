import type { ApiAnswer } from '../api/api-route.ts';
import type { Refusal } from './errors.ts';
import { notFound } from './event-ids.ts';
import { calendarIds } from './events-read.ts';
import { type MailboxCall, type MailboxMethod, scopes } from './mailbox-call.ts';

/** Methods about the calendars of a mailbox: the primary one, and one more that stays empty. */
export const calendarMethods: readonly MailboxMethod[] = [
  {
    id: 'user-list-calendars',
    method: 'GET',
    tail: '/calendars',
    scopes: scopes.basic,
    handle: listCalendars,
  },
  { id: 'calendar-get', method: 'GET', tail: '/calendar', scopes: scopes.basic, handle: getPrimary },
  {
    id: 'calendar-get',
    method: 'GET',
    tail: '/calendars/:calendar',
    scopes: scopes.basic,
    handle: getCalendar,
  },
];

function listCalendars(call: MailboxCall): ApiAnswer {
  return {
    status: 200,
    json: { '@odata.context': context(call, 'calendars'), value: calendars(call) },
  };
}

function getPrimary(call: MailboxCall): ApiAnswer {
  const [primary] = calendars(call);
  return { status: 200, json: { '@odata.context': context(call, 'calendar/$entity'), ...primary } };
}

function getCalendar(call: MailboxCall): ApiAnswer | Refusal {
  const found = calendars(call).find(({ id }) => id === call.request.params.calendar);
  if (found === undefined) return notFound();
  return {
    status: 200,
    json: { '@odata.context': context(call, 'calendars/$entity'), ...found },
  };
}

function context({ request, person }: MailboxCall, path: string): string {
  return `${request.origin}/v1.0/$metadata#users('${person.userId}')/${path}`;
}

function calendars({ person }: MailboxCall) {
  const ids = calendarIds(person.userId);
  return [calendar(ids.primary, 'Calendar', true), calendar(ids.other, 'Birthdays', false)].map((entry) => ({
    ...entry,
    owner: { name: person.name, address: person.address },
  }));
}

function calendar(id: string, name: string, isPrimary: boolean) {
  return {
    id,
    name,
    color: 'auto',
    hexColor: '',
    isDefaultCalendar: isPrimary,
    changeKey: Buffer.from(id).toString('base64').slice(0, 24),
    canShare: isPrimary,
    canViewPrivateItems: true,
    canEdit: isPrimary,
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    isTallyingResponses: isPrimary,
    isRemovable: false,
  };
}
