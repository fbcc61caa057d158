import { isDeepStrictEqual } from 'node:util';
import type { SandboxClock } from '../clock.ts';
import type { Table } from '../state/tables.ts';
import type { CopyChange } from './calendar-engine.ts';
import type { Changes } from './changes.ts';
import type { EventCopy, EventException } from './event-copy.ts';

/** All copies, found by whose they are. Mailboxes are lower-case addresses. */
export interface Copies {
  readonly get: (key: string) => EventCopy | null;
  /** @throws Error for a key that nothing has */
  readonly need: (key: string) => EventCopy;
  readonly find: (mailbox: string, providerId: string) => EventCopy | null;
  readonly findByUid: (mailbox: string, uid: string) => EventCopy | null;
  readonly ofMailbox: (mailbox: string) => readonly EventCopy[];
  readonly ofUid: (uid: string) => readonly EventCopy[];
  /**
   * Keeps the next state of a copy under a new version and as one change of its mailbox. A state that says the same
   * as the present one is no change: nothing is written. Versions and times of `next` are set here.
   */
  readonly write: (next: EventCopy) => EventCopy;
}

/** @param table keeps the copies over a restart */
export function createCopies(table: Table<EventCopy>, changes: Changes, clock: SandboxClock): Copies {
  const byMailbox = new Map<string, Set<string>>();
  const byUid = new Map<string, Set<string>>();
  const byProviderId = new Map<string, string>();
  const byOwnUid = new Map<string, string>();

  function index(copy: EventCopy): void {
    addTo(byMailbox, copy.mailbox, copy.key);
    addTo(byUid, copy.uid, copy.key);
    byProviderId.set(`${copy.mailbox} ${copy.providerId}`, copy.key);
    byOwnUid.set(`${copy.mailbox} ${copy.uid}`, copy.key);
  }
  const get = (key: string | undefined): EventCopy | null =>
    key === undefined ? null : (table.get(key) ?? null);
  const all = (keys: Iterable<string> | undefined): EventCopy[] =>
    [...(keys ?? [])].map((key) => table.get(key)).filter((copy) => copy !== undefined);

  for (const copy of table.values()) index(copy);

  return {
    get,
    need: (key) => {
      const copy = get(key);
      if (!copy) throw new Error(`no event copy ${key}; take its key from create, find or copies`);
      return copy;
    },
    find: (mailbox, providerId) => get(byProviderId.get(`${mailbox.toLowerCase()} ${providerId}`)),
    findByUid: (mailbox, uid) => get(byOwnUid.get(`${mailbox.toLowerCase()} ${uid}`)),
    ofMailbox: (mailbox) =>
      all(byMailbox.get(mailbox.toLowerCase())).sort((a, b) => (a.key < b.key ? -1 : 1)),
    ofUid: (uid) => all(byUid.get(uid)),
    write: (next) => {
      const before = get(next.key);
      if (before && saysTheSame(before, next)) return before;
      const copy = stamped(before, next, clock.nowMs());
      table.put(copy.key, copy);
      if (!before) index(copy);
      changes.append(changeOf(before, copy));
      return copy;
    },
  };
}

function addTo(index: Map<string, Set<string>>, name: string, key: string): void {
  const keys = index.get(name);
  if (keys) keys.add(key);
  else index.set(name, new Set([key]));
}

/** Everything of the copy but its exceptions. */
function wholeOf({ exceptions, version, updatedMs, whole, ...content }: EventCopy): unknown {
  return content;
}

function contentOf(exception: EventException | undefined): unknown {
  return exception && { fields: exception.fields, own: exception.own, gone: exception.gone };
}

function changedOccurrences(before: EventCopy, next: EventCopy): string[] {
  if (before.exceptions === next.exceptions) return [];
  const keys = new Set([...Object.keys(before.exceptions), ...Object.keys(next.exceptions)]);
  return [...keys].filter(
    (key) => !isDeepStrictEqual(contentOf(before.exceptions[key]), contentOf(next.exceptions[key])),
  );
}

function saysTheSame(before: EventCopy, next: EventCopy): boolean {
  return isDeepStrictEqual(wholeOf(before), wholeOf(next)) && changedOccurrences(before, next).length === 0;
}

/** Exceptions show the fields of their series as well, so a change of the series is one of theirs. */
function stamped(before: EventCopy | null, next: EventCopy, nowMs: number): EventCopy {
  const version = (before?.version ?? 0) + 1;
  const updatedMs = before !== null && isReminderOnly(before, next) ? before.updatedMs : nowMs;
  const keepsWhole = before !== null && isDeepStrictEqual(wholeOf(before), wholeOf(next));
  const changed = new Set(before ? changedOccurrences(before, next) : []);
  const exceptions = Object.entries(next.exceptions).map(([key, exception]) => {
    const known = before?.exceptions[key];
    const kept = keepsWhole && known && !changed.has(key) ? known : { ...exception, version, updatedMs };
    return [key, kept] as const;
  });
  const whole = keepsWhole ? (before.whole ?? before) : { version, updatedMs };
  return {
    ...next,
    exceptions: Object.fromEntries(exceptions),
    version,
    updatedMs,
    whole: { version: whole.version, updatedMs: whole.updatedMs },
  };
}

/** A reminder makes a new version, but leaves the time of the last update (google.md 5.2). */
function isReminderOnly(before: EventCopy, next: EventCopy): boolean {
  return isDeepStrictEqual(withoutReminders(before), withoutReminders(next));
}

function withoutReminders(copy: EventCopy): unknown {
  const { reminderMinutes, ...own } = copy.own;
  const exceptions = Object.entries(copy.exceptions).map(([key, exception]) => {
    const { reminderMinutes: _minutes, ...ownHere } = exception.own;
    return [key, exception.fields, ownHere, exception.gone];
  });
  return [wholeOf({ ...copy, own: { ...own, reminderMinutes: null } }), exceptions];
}

function changeOf(before: EventCopy | null, copy: EventCopy): Omit<CopyChange, 'number'> {
  const { mailbox, key, hidden } = copy;
  const occurrences =
    before && isDeepStrictEqual(wholeOf(before), wholeOf(copy)) ? changedOccurrences(before, copy) : [];
  const [first, ...others] = occurrences;
  const originalStart = first !== undefined && others.length === 0 ? first : null;
  return { mailbox, key, hidden, originalStart, kind: kindOf(before, copy) };
}

function kindOf(before: EventCopy | null, copy: EventCopy): CopyChange['kind'] {
  if (copy.folder === 'calendar') return before?.folder === 'calendar' ? 'updated' : 'created';
  return before && before.folder === copy.folder ? 'updated' : 'deleted';
}
