import type { OfferRecord, Offers } from '../app/ports/store/offers.ts';
import { keyOfUid, toJson } from './columns.ts';
import type { Scope } from './scope.ts';

export function offersIn(scope: Scope): Offers {
  const { trx } = scope;
  return {
    claim: (offer) => claimOffer(scope, offer),
    handOn: (id, from, to) => handOnOffer(scope, id, from, to),
    find: async (id) =>
      (await trx.selectFrom('offers').select(columns).where('id', '=', id).executeTakeFirst()) ?? null,
    giveUp: async (effectId) => {
      await trx.deleteFrom('offers').where('effectId', '=', effectId).execute();
    },
  };
}

/** Who comes second waits until the first one's transaction ends; if that gave up, it tries again. */
async function claimOffer({ trx }: Scope, offer: OfferRecord): Promise<OfferRecord> {
  const uidKey = keyOfUid(offer.uid);
  const row = { ...offer, uidKey, draft: toJson(offer.draft), otherTimes: toJson(offer.otherTimes) };
  for (;;) {
    const added = await trx
      .insertInto('offers')
      .values(row)
      .onConflict((conflict) => conflict.columns(['organizationId', 'uidKey', 'occurrence']).doNothing())
      .returning(columns)
      .executeTakeFirst();
    if (added !== undefined) return added;
    const standing = await trx
      .selectFrom('offers')
      .select(columns)
      .where('uidKey', '=', uidKey)
      .where('occurrence', '=', offer.occurrence)
      .executeTakeFirst();
    if (standing !== undefined) return standing;
  }
}

/** Of two who want it at once, the second one's update waits and then finds another answer in the row. */
async function handOnOffer({ trx }: Scope, id: string, from: string, to: OfferRecord): Promise<OfferRecord> {
  const { effectId, caseId, mailboxId, createdMs } = to;
  await trx
    .updateTable('offers')
    .set({
      effectId,
      caseId,
      mailboxId,
      createdMs,
      draft: toJson(to.draft),
      otherTimes: toJson(to.otherTimes),
    })
    .where('id', '=', id)
    .where('effectId', '=', from)
    .execute();
  return await trx.selectFrom('offers').select(columns).where('id', '=', id).executeTakeFirstOrThrow();
}

export const columns = [
  'id',
  'uid',
  'occurrence',
  'effectId',
  'caseId',
  'mailboxId',
  'draft',
  'otherTimes',
  'createdMs',
] as const;
