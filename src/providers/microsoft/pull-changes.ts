import type { CalendarChange, CalendarEntry, PulledChanges } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import { type ChangeCursor, readCursor, writeCursor } from './change-cursor.ts';
import { eventEntry } from './entry.ts';
import { changesPerPage } from './limits.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { refused } from './problems.ts';
import { dayMs, readEntry, readSeriesEntry, windowQuery } from './read-entry.ts';
import { readPages } from './read-pages.ts';
import { type Reported, sortReports } from './reported-changes.ts';
import type { OutlookEvent } from './schema.ts';

/**
 * Changes of the calendar's view of a window. A declined entry leaves that view, so it comes as `removed`.
 * A window that has left that of the cursor begins a new round, because Graph freezes it in the cursor.
 */
export async function pullChanges(
  mailbox: MailboxContext,
  cursor: string | null,
  window: Window,
): Promise<Outcome<PulledChanges>> {
  const known = cursor === null ? null : readCursor(cursor);
  if (cursor !== null && known === null) return refused('cursor-expired', 'not a cursor');
  const previous = known !== null && contains(known.window, window) ? known : null;
  const pages = await readPages(mailbox, {
    method: 'GET',
    ...(previous === null
      ? { path: 'calendarView/delta', query: windowQuery(widened(window)) }
      : { path: previous.link }),
    prefer: `odata.maxpagesize=${changesPerPage}`,
  });
  if (!pages.ok) return pages;
  const { items, deltaPath, pages: count } = pages.value;
  if (deltaPath === null) return refused('unreadable-answer', 'no deltaLink');
  const reported = sortReports(items, previous?.series ?? new Map());
  const changes = await readReported(mailbox, reported, window, previous === null);
  if (!changes.ok) return changes;
  const next: ChangeCursor = {
    link: deltaPath,
    window: previous?.window ?? window,
    series: reported.occurrences,
  };
  return {
    ok: true,
    value: { changes: changes.value, cursor: writeCursor(next), full: previous === null, pages: count },
  };
}

/**
 * Entries of what was reported. A series is read whole, once. A refusal ends the pull, so that nothing is lost with
 * the cursor; an answer that cannot be read costs only its entry.
 */
async function readReported(
  mailbox: MailboxContext,
  { singles, series, named, removed, unreadable }: Reported,
  window: Window,
  full: boolean,
): Promise<Outcome<readonly CalendarChange[]>> {
  const readings = [
    ...[...singles].map(async ([id, event]) => [{ id, outcome: await readSingle(mailbox, event, window) }]),
    ...[...series].map((id) => readSeriesOrParts(mailbox, id, named.get(id) ?? new Set(), window)),
  ];
  const changes: CalendarChange[] = [...unreadable.map((id) => unreadableChange(id))];
  for (const id of removed) changes.push({ kind: 'removed', id });
  for (const { id, outcome } of (await Promise.all(readings)).flat()) {
    if (!outcome.ok && outcome.problem.code !== 'unreadable-answer') return outcome;
    if (!outcome.ok) changes.push(unreadableChange(id));
    else if (outcome.value === null || hasLeft(outcome.value)) changes.push({ kind: 'removed', id });
    else if (!full || touches(outcome.value, window)) changes.push({ kind: 'entry', entry: outcome.value });
  }
  return { ok: true, value: changes };
}

interface Reading {
  readonly id: string;
  readonly outcome: Outcome<CalendarEntry | null>;
}

/** Who was invited to single occurrences has these and no series: each is an entry of its own. */
async function readSeriesOrParts(
  mailbox: MailboxContext,
  seriesId: string,
  parts: ReadonlySet<string>,
  window: Window,
): Promise<readonly Reading[]> {
  const outcome = await readSeriesEntry(mailbox, seriesId, window);
  const whole = { id: seriesId, outcome };
  if (!outcome.ok || outcome.value !== null) return [whole];
  const alone = [...parts].map(async (id) => ({ id, outcome: await readEntry(mailbox, id, window) }));
  return [whole, ...(await Promise.all(alone))];
}

/**
 * The list of changes takes no `$expand`, so it never tells the gate's key. Only an own entry with an id of creation
 * in our form can carry one; those are read again.
 */
function readSingle(
  mailbox: MailboxContext,
  event: OutlookEvent,
  window: Window,
): Promise<Outcome<CalendarEntry | null>> {
  const perhapsOurs = event.isOrganizer && guid.test(event.transactionId ?? '');
  return perhapsOurs && event.id !== null
    ? readEntry(mailbox, event.id, window)
    : Promise.resolve({ ok: true, value: eventEntry(event, mailbox.ownAddresses, window) });
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A series that was declined as a whole can still be read, in Deleted Items. */
function hasLeft({ meeting, owner }: CalendarEntry): boolean {
  return (
    meeting.recurrence !== null &&
    owner.answer === 'declined' &&
    meeting.occurrences.every(({ counts }) => !counts)
  );
}

/** Whether an entry of the widened window belongs to the one that was asked for. */
function touches(
  { meeting: { start, end, recurrence, occurrences } }: CalendarEntry,
  window: Window,
): boolean {
  if (recurrence !== null) return occurrences.length > 0;
  if (start.kind !== 'instant' || end.kind !== 'instant') return true;
  return start.ms < window.toMs && Math.max(end.ms, start.ms + 1) > window.fromMs;
}

function unreadableChange(id: string | null): CalendarChange {
  const problem = {
    place: 'calendarView/delta',
    what: 'an event that is not in the form that Graph documents',
    remedy: 'open it in Outlook; it is looked at again when it changes',
  };
  return { kind: 'unreadable', id, problem };
}

function widened({ fromMs, toMs }: Window): Window {
  return { fromMs: fromMs - dayMs, toMs: toMs + dayMs };
}

function contains(outer: Window, inner: Window): boolean {
  return outer.fromMs <= inner.fromMs && inner.toMs <= outer.toMs;
}
