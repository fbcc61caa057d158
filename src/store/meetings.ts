import { sql } from 'kysely';
import type { Meetings } from '../app/ports/store/meetings.ts';
import { keyOfUid } from './columns.ts';
import { saveMeetings } from './save-meetings.ts';
import type { Scope } from './scope.ts';

export function meetingsIn({ trx }: Scope): Meetings {
  const ofMailbox = (mailboxId: string) =>
    trx.selectFrom('meetings').select(columns).where('mailboxId', '=', mailboxId);
  const update = (mailboxId: string) => trx.updateTable('meetings').where('mailboxId', '=', mailboxId);
  const remove = (mailboxId: string, nowMs: number) =>
    update(mailboxId)
      .set({ removedMs: nowMs, unjudgedMs: sql<number>`coalesce(unjudged_ms, ${nowMs})`, judgeProblem: null })
      .where('removedMs', 'is', null);
  return {
    save: (mailboxId, entries, seenMs) => saveMeetings(trx, mailboxId, entries, seenMs),
    markRemoved: async (mailboxId, entryIds, nowMs) => {
      await remove(mailboxId, nowMs).where('entryId', '=', anyOf(entryIds)).execute();
    },
    markOthersRemoved: async (mailboxId, entryIds, nowMs) => {
      await remove(mailboxId, nowMs).where('entryId', '<>', allOf(entryIds)).execute();
    },
    find: async (mailboxId, entryId) =>
      (await ofMailbox(mailboxId).where('entryId', '=', entryId).executeTakeFirst()) ?? null,
    findByUid: async (mailboxId, uid) =>
      (await ofMailbox(mailboxId)
        .where('uidKey', '=', keyOfUid(uid))
        .orderBy('removedMs', (order) => order.desc().nullsFirst())
        .orderBy('seenMs', 'desc')
        .limit(1)
        .executeTakeFirst()) ?? null,
    takeUnjudged: (mailboxId, most) =>
      ofMailbox(mailboxId)
        .where('unjudgedMs', 'is not', null)
        .orderBy('unjudgedMs')
        .orderBy('entryId')
        .limit(most)
        .forUpdate()
        .skipLocked()
        .execute(),
    markJudged: async (mailboxId, entryIds, problem) => {
      await update(mailboxId)
        .set({ unjudgedMs: null, judgeProblem: problem })
        .where('entryId', '=', anyOf(entryIds))
        .execute();
    },
    markUnjudged: async (mailboxId, entryIds) => {
      await update(mailboxId)
        .set({ unjudgedMs: sql<number>`coalesce(unjudged_ms, seen_ms)` })
        .where('entryId', '=', anyOf(entryIds))
        .execute();
    },
    mailboxesUnjudged: async () => {
      const found = await trx
        .selectFrom('meetings')
        .select('mailboxId')
        .distinct()
        .where('unjudgedMs', 'is not', null)
        .orderBy('mailboxId')
        .execute();
      return found.map(({ mailboxId }) => mailboxId);
    },
    inWindow: (mailboxId, window) =>
      ofMailbox(mailboxId)
        .where('removedMs', 'is', null)
        .where('startMs', '<', window.toMs)
        .where('endMs', '>', window.fromMs)
        .orderBy('startMs')
        .orderBy('entryId')
        .execute(),
    clear: (beforeMs, most) => clearMeetings(trx, beforeMs, most),
    countWith: async (mailboxId, address, beforeMs) => {
      const { count } = await trx
        .selectFrom('meetingPeople')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('mailboxId', '=', mailboxId)
        .where('address', '=', address)
        .where('startMs', '<', beforeMs)
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}

const columns = ['mailboxId', 'entryId', 'uid', 'entry', 'seenMs', 'removedMs'] as const;

/** One parameter for any number of ids. */
const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::text[])`;
const allOf = (ids: readonly string[]) => sql<string>`all(${[...ids]}::text[])`;

/** With the people in them. */
async function clearMeetings(trx: Scope['trx'], beforeMs: number, most: number): Promise<number> {
  const cleared = await trx
    .with('old', (query) =>
      query
        .deleteFrom('meetings')
        .using((from) =>
          from
            .selectFrom('meetings')
            .select(['mailboxId as box', 'entryId as entry'])
            .where((row) => row.or([row('endMs', '<', beforeMs), row('removedMs', '<', beforeMs)]))
            .where('unjudgedMs', 'is', null)
            .limit(most)
            .as('found'),
        )
        .whereRef('meetings.mailboxId', '=', 'found.box')
        .whereRef('meetings.entryId', '=', 'found.entry')
        .returning(['meetings.mailboxId', 'meetings.entryId']),
    )
    .with('people', (query) =>
      query
        .deleteFrom('meetingPeople')
        .using('old')
        .whereRef('meetingPeople.mailboxId', '=', 'old.mailboxId')
        .whereRef('meetingPeople.entryId', '=', 'old.entryId'),
    )
    .selectFrom('old')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return cleared.count;
}
