import { type SqlBool, sql } from 'kysely';
import type { CasePages, CaseRecord, ShelfPlace, ShelvedCase } from '../app/ports/store/cases.ts';
import { columns as answerColumns } from './answers.ts';
import { caseColumns } from './case-columns.ts';
import { keyOfUid } from './columns.ts';
import { columns as effectColumns } from './effects.ts';
import { columns as offerColumns } from './offers.ts';
import type { Scope } from './scope.ts';

/** In the words of the index, and not as parameters: those tell the database nothing when it makes a plan to keep. */
const isWaiting = sql<SqlBool>`not closed and state in ('waiting.asked', 'waiting.offered', 'waiting.onGrace',
  'thread.open', 'thread.overdue', 'thread.escalated')`;
const isTroubled = sql<SqlBool>`state in ('refused', 'in-doubt')`;

export function casePagesIn(scope: Scope): CasePages {
  const { trx } = scope;
  return {
    onShelf: (mailboxId, shelf, { after, most }) => {
      if (shelf === 'needs-you') return needingOwner(scope, mailboxId, after, most);
      return shelf === 'answered'
        ? answered(scope, mailboxId, after, most)
        : newest(scope, mailboxId, after, most);
    },
    countNeedingOwner: async (mailboxId, most) => {
      const found = await idsNeedingOwner(scope, mailboxId).limit(most).execute();
      return found.length;
    },
    belongingsOf: async (caseIds) => {
      const ids = sql<string>`any(${[...caseIds]}::text[])`;
      return {
        answers: await trx
          .selectFrom('answers')
          .select(answerColumns)
          .where('caseId', '=', ids)
          .orderBy('givenMs', 'desc')
          .orderBy('id', 'desc')
          .execute(),
        deadlines: await trx
          .selectFrom('deadlines')
          .select(['id', 'caseId', 'name', 'revision', 'dueMs'])
          .where('caseId', '=', ids)
          .orderBy('dueMs')
          .execute(),
        troubled: await trx
          .selectFrom('effects')
          .select(effectColumns)
          .where('caseId', '=', ids)
          .where(isTroubled)
          .orderBy('seq')
          .execute(),
        threads: await trx
          .selectFrom('threads')
          .select(['caseId', 'decidedMs'])
          .where('caseId', '=', ids)
          .execute(),
      };
    },
    entriesOf: (mailboxId, entryIds) =>
      trx
        .selectFrom('meetings')
        .select(['mailboxId', 'entryId', 'uid', 'entry', 'seenMs', 'removedMs'])
        .where('mailboxId', '=', mailboxId)
        .where('entryId', '=', sql<string>`any(${[...entryIds]}::text[])`)
        .execute(),
    effectsOf: (caseId) =>
      trx.selectFrom('effects').select(effectColumns).where('caseId', '=', caseId).orderBy('seq').execute(),
    offerOf: async (caseId) =>
      (await trx.selectFrom('offers').select(offerColumns).where('caseId', '=', caseId).executeTakeFirst()) ??
      null,
    ofMeeting: (mailboxId, uid, most) =>
      trx
        .selectFrom('cases')
        .select(caseColumns)
        .where('mailboxId', '=', mailboxId)
        .where('uidKey', '=', keyOfUid(uid))
        .orderBy('startMs')
        .orderBy('seq')
        .limit(most)
        .execute(),
    noteOf: async (caseId) => {
      const found = await trx.selectFrom('cases').select('note').where('id', '=', caseId).executeTakeFirst();
      return found?.note ?? null;
    },
    setNote: async (caseId, note) => {
      await trx.updateTable('cases').set({ note }).where('id', '=', caseId).execute();
    },
  };
}

/**
 * Open cases that wait for somebody who has not decided about the meeting, and open ones with trouble. A mail in doubt is of no interest any more once its owner has
 * decided about the meeting; an answer that could not be taken back is.
 */
function idsNeedingOwner({ trx }: Scope, mailboxId: string) {
  return trx
    .selectFrom('cases')
    .select('id')
    .where('mailboxId', '=', mailboxId)
    .where(isWaiting)
    .where('overridden', '=', false)
    .union((query) =>
      query
        .selectFrom('effects')
        .innerJoin('cases as troubled', 'troubled.id', 'effects.caseId')
        .select('troubled.id')
        .where('effects.mailboxId', '=', mailboxId)
        .where(sql<SqlBool>`effects.state in ('refused', 'in-doubt')`)
        .where((row) =>
          row.or([row('effects.state', '=', 'in-doubt'), row('effects.kind', '<>', 'tellOwner')]),
        )
        .where((row) =>
          row.or([row('troubled.overridden', '=', false), row('effects.kind', '=', 'withdrawAnswer')]),
        )
        .where('troubled.closed', '=', false),
    );
}

async function needingOwner(
  scope: Scope,
  mailboxId: string,
  after: ShelfPlace | null,
  most: number,
): Promise<readonly ShelvedCase[]> {
  let query = scope.trx
    .selectFrom('cases')
    .select([...caseColumns, 'seq', 'startMs as shelfMs'])
    .where('id', 'in', idsNeedingOwner(scope, mailboxId))
    .orderBy('startMs', (order) => order.asc().nullsLast())
    .orderBy('seq')
    .limit(most);
  if (after?.ms === null) query = query.where('startMs', 'is', null).where('seq', '>', after.seq);
  else if (after) {
    const { ms, seq } = after;
    query = query.where((row) =>
      row.or([
        row('startMs', '>', ms),
        row('startMs', 'is', null),
        row.and([row('startMs', '=', ms), row('seq', '>', seq)]),
      ]),
    );
  }
  return (await query.execute()).map(shelved);
}

/**
 * Of a case that was answered twice (tentatively, then declined) the later answer counts. It is asked for row by row: as
 * a join the database, which has no statistics where it is embedded, compares every answer with every other.
 */
async function answered(
  { trx }: Scope,
  mailboxId: string,
  after: ShelfPlace | null,
  most: number,
): Promise<readonly ShelvedCase[]> {
  let query = trx
    .selectFrom('answers as given')
    .innerJoin('cases', 'cases.id', 'given.caseId')
    .select(caseColumns.map((column) => `cases.${column}` as const))
    .select(['cases.seq', 'given.givenMs as shelfMs'])
    .where('given.mailboxId', '=', mailboxId)
    .where(sql<SqlBool>`given.withdrawn_ms is null and given.confirmed`)
    .where('cases.overridden', '=', false)
    .where('given.id', '=', (query) =>
      query
        .selectFrom('answers as newest')
        .select('newest.id')
        .whereRef('newest.caseId', '=', 'given.caseId')
        .where(sql<SqlBool>`newest.withdrawn_ms is null and newest.confirmed`)
        .orderBy('newest.givenMs', 'desc')
        .orderBy('newest.id', 'desc')
        .limit(1),
    )
    .orderBy('given.givenMs', 'desc')
    .orderBy('cases.seq', 'desc')
    .limit(most);
  if (after !== null && after.ms !== null) {
    const { ms, seq } = after;
    query = query
      .where('given.givenMs', '<=', ms)
      .where((row) => row.or([row('given.givenMs', '<', ms), row('cases.seq', '<', seq)]));
  }
  return (await query.execute()).map(shelved);
}

async function newest(
  { trx }: Scope,
  mailboxId: string,
  after: ShelfPlace | null,
  most: number,
): Promise<readonly ShelvedCase[]> {
  let query = trx
    .selectFrom('cases')
    .select([...caseColumns, 'seq', 'openedMs as shelfMs'])
    .where('mailboxId', '=', mailboxId)
    .orderBy('openedMs', 'desc')
    .orderBy('seq', 'desc')
    .limit(most);
  if (after !== null && after.ms !== null) {
    const { ms, seq } = after;
    query = query
      .where('openedMs', '<=', ms)
      .where((row) => row.or([row('openedMs', '<', ms), row('seq', '<', seq)]));
  }
  return (await query.execute()).map(shelved);
}

function shelved({
  seq,
  shelfMs,
  ...record
}: CaseRecord & { readonly seq: number; readonly shelfMs: number | null }): ShelvedCase {
  return { record, place: { ms: shelfMs, seq } };
}
