import { sql } from 'kysely';
import type { Effects, WokenEffect } from '../app/ports/store/effects.ts';
import { toJson } from './columns.ts';
import type { Scope } from './scope.ts';

export function effectsIn(scope: Scope): Effects {
  const { trx } = scope;
  const all = () => trx.selectFrom('effects').select(columns);
  const open = () => all().where('endedMs', 'is', null);
  return {
    add: async ({ params, ...effect }) => {
      await trx
        .insertInto('effects')
        .values({ ...effect, params: toJson(params), state: 'pending', attempts: 0 })
        .execute();
    },
    find: async (id) => (await all().where('id', '=', id).executeTakeFirst()) ?? null,
    openOf: ({ id, caseId }) =>
      open()
        .where((row) => (caseId === null ? row('id', '=', id) : row('caseId', '=', caseId)))
        .orderBy('seq')
        .execute(),
    claim: (id, claim) => claimEffect(scope, id, claim),
    release: async (id) => {
      await trx
        .updateTable('effects')
        .set({ state: 'pending', actingUntilMs: null })
        .where('id', '=', id)
        .where('state', '=', 'acting')
        .execute();
    },
    postpone: async (id, waitUntilMs) => {
      await trx
        .updateTable('effects')
        .set({ waitUntilMs })
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .execute();
    },
    end: async (id, { state, outcome, nowMs }) => {
      await trx
        .updateTable('effects')
        .set({ state, outcome: toJson(outcome), endedMs: nowMs, actingUntilMs: null })
        .where('id', '=', id)
        .where('endedMs', 'is', null)
        .execute();
    },
    wake: (beforeMs, nowMs, most) => wakeEffects(scope, beforeMs, nowMs, most),
    clear: async (endedBeforeMs, most) => {
      const cleared = await trx
        .deleteFrom('effects')
        .where('id', 'in', (query) =>
          query
            .selectFrom('effects')
            .select('id')
            .where('caseId', 'is', null)
            .where('endedMs', '<', endedBeforeMs)
            .limit(most),
        )
        .executeTakeFirst();
      return Number(cleared.numDeletedRows);
    },
    forgotten: (beforeMs, most) =>
      open().where('createdMs', '<', beforeMs).orderBy('createdMs').orderBy('seq').limit(most).execute(),
    troubled: (most) =>
      all()
        .where('state', 'in', ['refused', 'in-doubt'])
        .orderBy('endedMs', 'desc')
        .orderBy('seq', 'desc')
        .limit(most)
        .execute(),
  };
}

/** One statement: the row is locked, looked at, and taken. Whoever comes second waits, and finds it taken. */
async function claimEffect(
  { trx }: Scope,
  id: string,
  { nowMs, untilMs, prepared }: Parameters<Effects['claim']>[1],
): ReturnType<Effects['claim']> {
  const claimed = await trx
    .with('seen', (query) =>
      query
        .selectFrom('effects')
        .select(['id as seenId', 'state as before'])
        .where('id', '=', id)
        .where((row) =>
          row.or([
            row('state', '=', 'pending'),
            row.and([row('state', '=', 'acting'), row('actingUntilMs', '<=', nowMs)]),
          ]),
        )
        .forUpdate(),
    )
    .updateTable('effects')
    .from('seen')
    .set({
      state: 'acting',
      actingUntilMs: untilMs,
      attempts: sql`attempts + 1`,
      prepared: sql`coalesce(prepared, ${toJson(prepared)}::json)`,
    })
    .whereRef('id', '=', 'seenId')
    .returning([...columns, 'seen.before'])
    .executeTakeFirst();
  if (claimed === undefined) return null;
  const { before, ...effect } = claimed;
  return { effect, before: before === 'acting' ? 'acting' : 'pending' };
}

/**
 * Two sweeps at once share the rows between them. Chosen in a part of its own: as a subquery of the update it could be
 * run several times, each time with other rows, because those of the first are locked then.
 */
async function wakeEffects(
  { trx }: Scope,
  beforeMs: number,
  nowMs: number,
  most: number,
): Promise<readonly WokenEffect[]> {
  const woken = await trx
    .with('forgotten', (query) =>
      query
        .selectFrom('effects')
        .select('id as forgottenId')
        .where('endedMs', 'is', null)
        .where('createdMs', '<', beforeMs)
        .where(sql<boolean>`(wait_until_ms is null or wait_until_ms <= ${nowMs}::bigint)`)
        .where(sql<boolean>`(woken_ms is null or woken_ms < wait_until_ms
          or ${nowMs}::bigint - woken_ms >= woken_ms - greatest(created_ms, wait_until_ms))`)
        .orderBy('createdMs')
        .orderBy('seq')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('effects')
    .from('forgotten')
    .set({ wokenMs: nowMs })
    .whereRef('id', '=', 'forgottenId')
    .returning(['id', 'caseId', 'mailboxId', 'seq'])
    .execute();
  return woken.toSorted((a, b) => a.seq - b.seq);
}

export const columns = [
  'id',
  'mailboxId',
  'caseId',
  'seq',
  'kind',
  'params',
  'state',
  'attempts',
  'prepared',
  'actingUntilMs',
  'outcome',
  'createdMs',
  'endedMs',
] as const;
