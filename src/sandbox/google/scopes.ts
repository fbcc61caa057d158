const base = 'https://www.googleapis.com/auth/';

const full = ['calendar', 'calendar.app.created', 'calendar.events', 'calendar.events.owned'];

/** Scopes that open each group of methods: lists of the API description, `contracts/google/calendar.v3.json`. */
export const calendarScopes = {
  writeEvents: named(full),
  readEvents: named([
    ...full,
    'calendar.events.freebusy',
    'calendar.events.owned.readonly',
    'calendar.events.public.readonly',
    'calendar.events.readonly',
    'calendar.readonly',
  ]),
  stopChannel: named([
    ...full,
    'calendar.acls',
    'calendar.acls.readonly',
    'calendar.calendarlist',
    'calendar.calendarlist.readonly',
    'calendar.events.freebusy',
    'calendar.events.owned.readonly',
    'calendar.events.public.readonly',
    'calendar.events.readonly',
    'calendar.readonly',
    'calendar.settings.readonly',
  ]),
  freeBusy: named(['calendar', 'calendar.events.freebusy', 'calendar.freebusy', 'calendar.readonly']),
  settings: named(['calendar', 'calendar.readonly', 'calendar.settings.readonly']),
  listCalendars: named([
    'calendar',
    'calendar.calendarlist',
    'calendar.calendarlist.readonly',
    'calendar.readonly',
  ]),
  getListEntry: named([
    'calendar',
    'calendar.app.created',
    'calendar.calendarlist',
    'calendar.calendarlist.readonly',
    'calendar.readonly',
  ]),
  getCalendar: named([
    'calendar',
    'calendar.app.created',
    'calendar.calendars',
    'calendar.calendars.readonly',
    'calendar.readonly',
  ]),
} as const;

const everyCalendar = new Set(
  named(['calendar', 'calendar.readonly', 'calendar.events', 'calendar.events.readonly']),
);
const ownCalendars = new Set(named(['calendar.events.owned', 'calendar.events.owned.readonly']));

/**
 * How far a token reaches into a calendar's events. `none`: only calendars that the application made, or public
 * ones, and the sandbox has neither.
 *
 * @param owned the calendar belongs to the token's user
 */
export function eventReach(scopes: readonly string[], owned: boolean): 'details' | 'busy-only' | 'none' {
  if (scopes.some((scope) => everyCalendar.has(scope))) return 'details';
  if (owned && scopes.some((scope) => ownCalendars.has(scope))) return 'details';
  return scopes.includes(`${base}calendar.events.freebusy`) ? 'busy-only' : 'none';
}

function named(names: readonly string[]): readonly string[] {
  return names.map((name) => base + name);
}
