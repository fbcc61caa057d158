import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { openCalendar } from './calendar-access.ts';
import { getCalendar, getListEntry, listCalendars } from './calendar-list.ts';
import { startGoogleChannels } from './channel-store.ts';
import { stopChannel, watchEvents } from './channels.ts';
import { notFound } from './errors.ts';
import { findEvent } from './event-ids.ts';
import { readView, showEvent } from './event-view.ts';
import { insertEvent } from './events-insert.ts';
import { listInstances } from './events-instances.ts';
import { listEvents } from './events-list.ts';
import { deleteEvent, patchEvent, updateEvent } from './events-write.ts';
import { queryFreeBusy } from './free-busy.ts';
import { calendarScopes } from './scopes.ts';
import { getSetting, listSettings } from './settings.ts';

interface CalendarOptions {
  /** Lists come in short and empty pages: only `nextPageToken` tells whether there is more. */
  readonly shortPages?: boolean;
}

type Handler = (parts: SandboxParts, request: ApiRequest) => ApiAnswer;

type Row = readonly [
  id: string,
  method: ApiRoute['method'],
  path: string,
  scopes: keyof typeof calendarScopes,
  handler: Handler,
];

/**
 * Google Calendar API v3, as far as the gate uses it: methods of the API description of revision 20260708.
 * Also begins to send push notifications, so it is called once for each set of parts.
 */
export function googleCalendarRoutes(
  parts: SandboxParts,
  { shortPages = false }: CalendarOptions = {},
): readonly ApiRoute[] {
  startGoogleChannels(parts);
  const list: Handler = (_, request) => listEvents(parts, request, shortPages);
  const rows: readonly Row[] = [
    ['events.list', 'GET', '/calendars/:calendarId/events', 'readEvents', list],
    ['events.insert', 'POST', '/calendars/:calendarId/events', 'writeEvents', insertEvent],
    ['events.watch', 'POST', '/calendars/:calendarId/events/watch', 'readEvents', watchEvents],
    ['events.get', 'GET', '/calendars/:calendarId/events/:eventId', 'readEvents', getEvent],
    ['events.patch', 'PATCH', '/calendars/:calendarId/events/:eventId', 'writeEvents', patchEvent],
    ['events.update', 'PUT', '/calendars/:calendarId/events/:eventId', 'writeEvents', updateEvent],
    ['events.delete', 'DELETE', '/calendars/:calendarId/events/:eventId', 'writeEvents', deleteEvent],
    [
      'events.instances',
      'GET',
      '/calendars/:calendarId/events/:eventId/instances',
      'readEvents',
      listInstances,
    ],
    ['channels.stop', 'POST', '/channels/stop', 'stopChannel', stopChannel],
    ['freebusy.query', 'POST', '/freeBusy', 'freeBusy', queryFreeBusy],
    ['settings.list', 'GET', '/users/me/settings', 'settings', listSettings],
    ['settings.get', 'GET', '/users/me/settings/:setting', 'settings', getSetting],
    ['calendarList.list', 'GET', '/users/me/calendarList', 'listCalendars', listCalendars],
    ['calendarList.get', 'GET', '/users/me/calendarList/:calendarId', 'getListEntry', getListEntry],
    ['calendars.get', 'GET', '/calendars/:calendarId', 'getCalendar', getCalendar],
  ];
  return rows.map(([id, method, path, scopes, handler]) => ({
    id: `calendar.${id}`,
    method,
    path: `/calendar/v3${path}`,
    scopes: calendarScopes[scopes],
    handle: (request) => handler(parts, request),
  }));
}

/** `calendar.events.get`: also deleted events, with status cancelled. */
function getEvent(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const calendar = openCalendar(parts, request);
  if (!calendar.ok) return calendar.answer;
  const view = readView(parts, calendar.value, request.query);
  if (!view.ok) return view.answer;
  const named = findEvent(parts, calendar.value.mailbox, request.params.eventId ?? '');
  return named === null ? notFound() : showEvent(request, named, view.value);
}
