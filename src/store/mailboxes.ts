import { type Selectable, sql } from 'kysely';
import type { Grant } from '../app/ports/provider.ts';
import type { Mailboxes, MailboxRecord } from '../app/ports/store/mailboxes.ts';
import { toJson } from './columns.ts';
import type { Scope } from './scope.ts';
import { grantPlace } from './sealed-values.ts';
import { type Keyring, open, SecretUnreadable, seal } from './secrets.ts';
import type { Tables } from './tables.ts';

export function mailboxesIn(scope: Scope): Mailboxes {
  const { trx } = scope;
  const present = () => trx.selectFrom('mailboxes').select(columns).where('state', '<>', 'left');
  return {
    add: async ({ grant, ...mailbox }) => {
      await trx
        .insertInto('mailboxes')
        .values({
          ...mailbox,
          sealedGrant: sealGrant(scope, mailbox.id, grant),
          otherAddresses: toJson(mailbox.otherAddresses),
          window: toJson(mailbox.window),
          hours: toJson(mailbox.hours),
          problem: toJson(mailbox.problem),
          forecast: toJson(mailbox.forecast),
        })
        .execute();
    },
    find: async (id) => {
      const found = await trx.selectFrom('mailboxes').select(columns).where('id', '=', id).executeTakeFirst();
      return found === undefined ? null : recordOf(scope, found);
    },
    findByAddress: async (address) => {
      const found = await present().where('address', '=', address).executeTakeFirst();
      if (found === undefined) return null;
      const { sealedGrant, ...row } = found;
      return { ...row, grantKind: grantKindOf(scope, row.id, sealedGrant) };
    },
    all: async () => (await present().orderBy('address').execute()).map((row) => recordOf(scope, row)),
    summaries: async () =>
      (await present().orderBy('address').execute()).map(({ sealedGrant: _, ...row }) => row),
    markWoken: async (ids, nowMs) => {
      await trx
        .updateTable('mailboxes')
        .set({ wokenMs: nowMs })
        .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
        .execute();
    },
    savePart: async (id, { reading, from, isFirst }) => {
      const locked = await trx
        .updateTable('mailboxes')
        .set({ saving: reading })
        .where('id', '=', id)
        .where('cursor', 'is not distinct from', from)
        .$if(!isFirst, (update) => update.where('saving', '=', reading))
        .returning('id')
        .execute();
      return locked.length > 0;
    },
    forecastOf: async (rule) => {
      const { known, sum } = await trx
        .selectFrom('mailboxes')
        .select(({ fn }) => [
          fn.count<number>('forecast').as('known'),
          sql<number | null>`sum((forecast ->> ${rule})::float8)`.as('sum'),
        ])
        .where('state', '<>', 'left')
        .executeTakeFirstOrThrow();
      return known === 0 ? null : (sum ?? 0);
    },
    change: (id, change) => changeMailbox(scope, id, change),
    moveCursor: async (id, from, to) => {
      const moved = await trx
        .updateTable('mailboxes')
        .set({ cursor: to.cursor, window: toJson(to.window), pulledMs: to.pulledMs, saving: null })
        .where('id', '=', id)
        .where('cursor', 'is not distinct from', from)
        .$if(typeof to.reading === 'string', (update) => update.where('saving', '=', to.reading ?? null))
        .returning('id')
        .execute();
      return moved.length > 0;
    },
    forgetCursor: async (id) => {
      await trx.updateTable('mailboxes').set({ cursor: null, window: null }).where('id', '=', id).execute();
    },
  };
}

async function changeMailbox(
  scope: Scope,
  id: string,
  { grant, otherAddresses, hours, problem, forecast, ...plain }: Parameters<Mailboxes['change']>[1],
): Promise<void> {
  const change = {
    ...plain,
    ...(grant !== undefined && { sealedGrant: sealGrant(scope, id, grant) }),
    ...(otherAddresses !== undefined && { otherAddresses: toJson(otherAddresses) }),
    ...(hours !== undefined && { hours: toJson(hours) }),
    ...(problem !== undefined && { problem: toJson(problem) }),
    ...(forecast !== undefined && { forecast: toJson(forecast) }),
  };
  if (Object.keys(change).length === 0) return;
  await scope.trx.updateTable('mailboxes').set(change).where('id', '=', id).execute();
}

const columns = [
  'id',
  'provider',
  'address',
  'otherAddresses',
  'sealedGrant',
  'state',
  'observingUntilMs',
  'connectedMs',
  'cursor',
  'window',
  'pulledMs',
  'hours',
  'problem',
  'forecast',
  'wokenMs',
] as const;

function recordOf(
  scope: Scope,
  { sealedGrant, wokenMs: _, ...row }: Pick<Selectable<Tables['mailboxes']>, (typeof columns)[number]>,
): MailboxRecord {
  return { ...row, grant: openGrant(scope, row.id, sealedGrant) };
}

function sealGrant(scope: Scope, id: string, grant: Grant): string {
  return seal(JSON.stringify(grant), grantPlace(scope.organizationId, id), scope.keyring);
}

/** Null where it cannot be decrypted. */
function grantKindOf(scope: Scope, id: string, sealed: string): Grant['kind'] | null {
  try {
    return openGrant(scope, id, sealed).kind;
  } catch (error) {
    if (error instanceof SecretUnreadable) return null;
    throw error;
  }
}

/**
 * Grants that this process has opened, by whose they are and what they were opened from: every transaction about a
 * mailbox reads it, and decrypting costs as much as the query.
 */
const openedOf = new WeakMap<Keyring, Map<string, Grant>>();
const mostOpened = 5_000;

function openGrant(scope: Scope, id: string, sealed: string): Grant {
  const opened = openedOf.get(scope.keyring) ?? new Map<string, Grant>();
  openedOf.set(scope.keyring, opened);
  const key = JSON.stringify([scope.organizationId, id, sealed]);
  const known = opened.get(key);
  if (known !== undefined) return known;
  const grant: Grant = JSON.parse(open(sealed, grantPlace(scope.organizationId, id), scope.keyring));
  if (opened.size >= mostOpened) opened.clear();
  opened.set(key, grant);
  return grant;
}
