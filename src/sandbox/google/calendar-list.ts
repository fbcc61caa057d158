import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { tokenOwner, visibleCalendars } from './calendar-access.ts';
import { notFound } from './errors.ts';
import { withEtag } from './etags.ts';
import { readChoice } from './query-values.ts';

const roles = ['freeBusyReader', 'reader', 'writerWithoutPrivateAccess', 'writer', 'owner'] as const;

/** `calendar.calendarList.list`: the own calendar and those of people who made the user a delegate. */
export function listCalendars(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const user = tokenOwner(parts, request);
  if (user === null) return notFound();
  const least = readChoice(request.query, 'minAccessRole', roles);
  if (!least.ok) return least.answer;
  const rank = least.value === null ? 0 : roles.indexOf(least.value);
  const items = visibleCalendars(parts, user)
    .map((person) => writeEntry(person, user))
    .filter(({ accessRole }) => roles.indexOf(accessRole) >= rank);
  const etag = `"list-${items.length}"`;
  const nextSyncToken = Buffer.from(`calendars of ${user.address}`, 'utf8').toString('base64url');
  return withEtag(request, etag, { kind: 'calendar#calendarList', etag, nextSyncToken, items });
}

/** `calendar.calendarList.get` */
export function getListEntry(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  return withCalendar(parts, request, writeEntry);
}

/** `calendar.calendars.get` */
export function getCalendar(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  return withCalendar(parts, request, (person) => ({
    kind: 'calendar#calendar',
    ...common(person),
    conferenceProperties: { allowedConferenceSolutionTypes: ['hangoutsMeet'] },
  }));
}

function withCalendar(
  parts: SandboxParts,
  request: ApiRequest,
  write: (person: SandboxPerson, user: SandboxPerson) => { readonly etag: string },
): ApiAnswer {
  const user = tokenOwner(parts, request);
  const id = request.params.calendarId ?? '';
  const person = id === 'primary' ? user : parts.people.find(id);
  if (user === null || person === null || !visibleCalendars(parts, user).includes(person)) return notFound();
  const resource = write(person, user);
  return withEtag(request, resource.etag, resource);
}

function writeEntry(person: SandboxPerson, user: SandboxPerson) {
  const own = person.address === user.address;
  return {
    kind: 'calendar#calendarListEntry',
    ...common(person),
    accessRole: own ? ('owner' as const) : ('writer' as const),
    ...(own && { primary: true }),
    selected: true,
    defaultReminders: [{ method: 'popup', minutes: 10 }],
  };
}

function common(person: SandboxPerson) {
  const etag = `"${Buffer.from(person.userId, 'utf8').toString('base64url')}"`;
  return { etag, id: person.address, summary: person.address, timeZone: person.zone };
}
