import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { tokenOwner } from './calendar-access.ts';
import { notFound } from './errors.ts';
import { withEtag } from './etags.ts';

/** `calendar.settings.list`. Working hours are not among them (google.md 5.11). */
export function listSettings(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const user = tokenOwner(parts, request);
  if (user === null) return notFound();
  const items = [...settingsOf(user)].map(writeSetting);
  const etag = `"settings-${items.length}"`;
  const nextSyncToken = Buffer.from(`settings of ${user.address}`, 'utf8').toString('base64url');
  return withEtag(request, etag, { kind: 'calendar#settings', etag, nextSyncToken, items });
}

/** `calendar.settings.get` */
export function getSetting(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const user = tokenOwner(parts, request);
  const id = request.params.setting ?? '';
  const value = user === null ? undefined : settingsOf(user).get(id);
  if (value === undefined) return notFound();
  const setting = writeSetting([id, value]);
  return withEtag(request, setting.etag, setting);
}

/** All values are texts. */
function settingsOf(user: SandboxPerson): ReadonlyMap<string, string> {
  const [firstWorkday = 1] = user.workingHours.weekdays.toSorted((a, b) => a - b);
  return new Map([
    ['autoAddHangouts', 'false'],
    ['dateFieldOrder', 'DMY'],
    ['defaultEventLength', '60'],
    ['format24HourTime', 'true'],
    ['hideInvitations', String(user.hidesInvitations)],
    ['hideWeekends', 'false'],
    ['locale', 'en'],
    ['remindOnRespondedEventsOnly', 'false'],
    ['showDeclinedEvents', 'true'],
    ['timezone', user.zone],
    ['useKeyboardShortcuts', 'true'],
    // "0" is Sunday, "1" Monday, "6" Saturday.
    ['weekStart', firstWorkday === 7 ? '0' : '1'],
  ]);
}

function writeSetting([id, value]: readonly [string, string]) {
  const etag = `"${Buffer.from(`${id}=${value}`, 'utf8').toString('base64url')}"`;
  return { kind: 'calendar#setting', etag, id, value };
}
