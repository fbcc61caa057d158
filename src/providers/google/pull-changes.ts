import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { PulledChanges } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import { readChanges } from './changes.ts';
import type { GoogleMailbox } from './client.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { mostPages, primary, rfc3339 } from './event-requests.ts';
import { refusal } from './problems.ts';
import { eventPage } from './schema.ts';

/**
 * Parameters of every list of changes. A token holds only for the very same ones, so changing them makes every stored
 * cursor useless. Series stay series: a changed one without an end would otherwise fill page after page. Invitations
 * that the owner's settings hide count. Birthdays, bookings read from mail and working locations take nobody's time.
 */
const listParams: calendar_v3.Params$Resource$Events$List = {
  calendarId: primary,
  singleEvents: false,
  showHiddenInvitations: true,
  eventTypes: ['default', 'focusTime', 'outOfOffice'],
};

/**
 * Changes of the primary calendar. The first reading is bounded by the window, what follows is not: an entry that
 * changed and lies outside the window now is reported as removed, as a full reading would show it.
 * Each full reading costs one request per series more, because only Google knows where a moved occurrence went.
 */
export async function pullChanges(
  mailbox: GoogleMailbox,
  words: string | null,
  window: Window,
): Promise<Outcome<PulledChanges>> {
  const cursor = words === null ? null : readCursor(mailbox.address, words);
  if (words !== null && cursor === null) return refusal('cursor-expired', 'not a cursor of this mailbox');
  const known = cursor !== null && isInside(window, cursor.window) ? cursor : null;
  const listed = await listChanges(mailbox, known, window);
  if (!listed.ok) {
    // 410 is documented with three reasons; on a list every one of them means that the token is gone. Without a token
    // it means nothing, and to read in full again at once would go round in circles.
    const code = known === null ? 'unavailable' : 'cursor-expired';
    return listed.problem.status === 410 ? { ok: false, problem: { ...listed.problem, code } } : listed;
  }
  const { items, zone, token, pages } = listed.value;
  const context = { ownAddresses: mailbox.ownAddresses, calendarZone: zone, window };
  const read = await readChanges(mailbox, items, context, known === null);
  if (!read.ok) return read;
  return {
    ok: true,
    value: {
      changes: read.value.changes,
      cursor: writeCursor(mailbox.address, { token, window: known?.window ?? window }),
      full: known === null,
      pages: pages + read.value.pages,
    },
  };
}

function isInside(inner: Window, outer: Window): boolean {
  return inner.fromMs >= outer.fromMs && inner.toMs <= outer.toMs;
}

interface ListedChanges {
  readonly items: readonly unknown[];
  readonly zone: string | null;
  readonly token: string;
  readonly pages: number;
}

/** All pages: only the absence of a next page ends the list, and only the last one has the token. */
async function listChanges(
  mailbox: GoogleMailbox,
  cursor: Cursor | null,
  window: Window,
): Promise<Outcome<ListedChanges>> {
  const from = cursor
    ? { syncToken: cursor.token }
    : { timeMin: rfc3339(window.fromMs), timeMax: rfc3339(window.toMs) };
  const items: unknown[] = [];
  let pageToken: string | null = null;
  for (let pages = 1; pages <= mostPages; pages += 1) {
    const params: calendar_v3.Params$Resource$Events$List = {
      ...listParams,
      ...from,
      ...(pageToken === null ? {} : { pageToken }),
    };
    const page = await mailbox.request(eventPage, true, (options) =>
      mailbox.calendar.events.list(params, options),
    );
    if (!page.ok) return page;
    items.push(...page.value.items);
    const { nextPageToken, nextSyncToken, timeZone } = page.value;
    if (nextPageToken === null) {
      if (nextSyncToken === null) return refusal('unreadable-answer', 'no sync token');
      return { ok: true, value: { items, zone: timeZone, token: nextSyncToken, pages } };
    }
    if (nextPageToken === pageToken) return refusal('unreadable-answer', 'page repeats');
    pageToken = nextPageToken;
  }
  return refusal('unreadable-answer', 'too many pages');
}
