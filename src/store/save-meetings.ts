import { sql, type Transaction } from 'kysely';
import type { CalendarEntry } from '../app/ports/calendar.ts';
import type { EventTime } from '../core/meeting/event-time.ts';
import { digestOf, inPortions, keyOfUid } from './columns.ts';
import type { Tables } from './tables.ts';

/**
 * Writes entries as they are now and marks them to be judged; those that read exactly as before are left. The version
 * alone does not tell: that of a series stays when one of its occurrences changes.
 */
export async function saveMeetings(
  trx: Transaction<Tables>,
  mailboxId: string,
  entries: readonly CalendarEntry[],
  seenMs: number,
): Promise<void> {
  // The last reading of an entry counts; a statement may write a row only once.
  const newest = new Map(entries.map((entry) => [entry.meeting.id, entry]));
  for (const portion of inPortions([...newest.values()])) {
    const written = await trx
      .insertInto('meetings')
      .values(portion.map((entry) => rowOf(mailboxId, entry, seenMs)))
      .onConflict((conflict) =>
        conflict
          .columns(['organizationId', 'mailboxId', 'entryId'])
          .doUpdateSet((row) => ({
            uid: row.ref('excluded.uid'),
            uidKey: row.ref('excluded.uidKey'),
            entry: row.ref('excluded.entry'),
            digest: row.ref('excluded.digest'),
            seenMs: row.ref('excluded.seenMs'),
            removedMs: null,
            unjudgedMs: sql<number>`coalesce(meetings.unjudged_ms, excluded.seen_ms)`,
            judgeProblem: null,
            startMs: row.ref('excluded.startMs'),
            endMs: row.ref('excluded.endMs'),
          }))
          .where((row) =>
            row.or([
              row('meetings.digest', '<>', row.ref('excluded.digest')),
              row('meetings.removedMs', 'is not', null),
            ]),
          ),
      )
      // PostgreSQL's mark of a row that was there before.
      .returning(['entryId', sql<boolean>`xmax <> 0`.as('wasThere')])
      .execute();
    const wasThere = new Map(written.map((row) => [row.entryId, row.wasThere]));
    const known = [...wasThere].flatMap(([entryId, was]) => (was ? entryId : []));
    await forgetPeople(trx, mailboxId, known);
    const changed = portion.filter(({ meeting }) => wasThere.has(meeting.id));
    await savePeople(trx, mailboxId, changed);
  }
}

/** Writes an entry as it reads now in the place of what is there; whether it waits to be judged stays. */
export async function replaceMeeting(
  trx: Transaction<Tables>,
  mailboxId: string,
  entry: CalendarEntry,
): Promise<void> {
  const { entry: text, digest } = rowOf(mailboxId, entry, 0);
  const { id } = entry.meeting;
  await trx
    .updateTable('meetings')
    .set({ entry: text, digest })
    .where('mailboxId', '=', mailboxId)
    .where('entryId', '=', id)
    .execute();
  await forgetPeople(trx, mailboxId, [id]);
  await savePeople(trx, mailboxId, [entry]);
}

function rowOf(mailboxId: string, entry: CalendarEntry, seenMs: number) {
  const { meeting } = entry;
  const text = JSON.stringify(entry);
  return {
    mailboxId,
    entryId: meeting.id,
    uid: meeting.uid,
    uidKey: keyOfUid(meeting.uid),
    entry: text,
    digest: digestOf(text),
    seenMs,
    removedMs: null,
    unjudgedMs: seenMs,
    judgeProblem: null,
    ...extentOf(entry),
  };
}

/** From the first start to the last end; both null where no time of it can be placed. */
function extentOf({ meeting }: CalendarEntry): {
  readonly startMs: number | null;
  readonly endMs: number | null;
} {
  let startMs: number | null = null;
  let endMs: number | null = null;
  for (const { start, end } of [meeting, ...meeting.occurrences]) {
    const from = placeOf(start, -easternmostMs);
    const to = placeOf(end, westernmostMs) ?? from;
    if (from !== null && (startMs === null || from < startMs)) startMs = from;
    if (to !== null && (endMs === null || to > endMs)) endMs = to;
  }
  return { startMs, endMs };
}

/** Clocks are ahead of UTC by at most 14 hours (Kiritimati), and behind by at most 12. */
const easternmostMs = 14 * 3_600_000;
const westernmostMs = 12 * 3_600_000;

/** A day or a wall-clock time has no instant without a zone: it is taken as wide as any zone makes it. */
function placeOf(time: EventTime, widenMs: number): number | null {
  if (time.kind === 'instant') return Number.isSafeInteger(time.ms) ? time.ms : null;
  if (time.kind === 'unknown') return null;
  const ms = Date.parse(time.kind === 'date' ? time.date : `${time.local}Z`);
  return Number.isNaN(ms) ? null : ms + widenMs;
}

async function forgetPeople(
  trx: Transaction<Tables>,
  mailboxId: string,
  entryIds: readonly string[],
): Promise<void> {
  if (entryIds.length === 0) return;
  await trx
    .deleteFrom('meetingPeople')
    .where('mailboxId', '=', mailboxId)
    .where('entryId', '=', sql<string>`any(${[...entryIds]}::text[])`)
    .execute();
}

async function savePeople(
  trx: Transaction<Tables>,
  mailboxId: string,
  entries: readonly CalendarEntry[],
): Promise<void> {
  const people = entries.flatMap((entry) => peopleOf(entry).map((person) => ({ mailboxId, ...person })));
  // Two addresses can become one where a character cannot be stored.
  for (const portion of inPortions(people))
    await trx
      .insertInto('meetingPeople')
      .values(portion)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Longest address that mail can have (RFC 5321 section 4.5.3.1.3, erratum 1690); anything longer is none. */
const longestAddress = 254;

function peopleOf(entry: CalendarEntry) {
  const { startMs } = extentOf(entry);
  if (startMs === null) return [];
  const { attendees, organizer } = entry.meeting;
  const addresses = new Set([organizer, ...attendees].map((person) => person?.email ?? ''));
  return [...addresses]
    .filter((address) => address !== '' && address.length <= longestAddress)
    .map((address) => ({ entryId: entry.meeting.id, address, startMs }));
}
