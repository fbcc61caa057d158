import { sql } from 'kysely';
import type { Erasing } from '../app/ports/store/erasing.ts';
import { erasedPeopleIn } from './erased-people.ts';
import { removeMailbox } from './remove-mailbox.ts';
import { rewritePortion } from './rewrite-portion.ts';
import { replaceMeeting } from './save-meetings.ts';
import type { Scope } from './scope.ts';

/** Removes jobs that name one of the ids, in this transaction. */
export type ForgetJobs = (ids: readonly string[]) => Promise<void>;

export function erasingIn(scope: Scope, forgetJobs: ForgetJobs): Erasing {
  const { trx } = scope;
  return {
    ...erasedPeopleIn(scope),
    mailboxesOf: async (address) => {
      const all = await trx
        .selectFrom('mailboxes')
        .select(['id', 'address', 'otherAddresses', 'state'])
        .orderBy('id')
        .execute();
      return all.filter((row) => row.address === address || row.otherAddresses.includes(address));
    },
    leftAddresses: async () => {
      const rows = await trx.selectFrom('mailboxes').select('address').where('state', '=', 'left').execute();
      return [...new Set(rows.map(({ address }) => address))];
    },
    mailboxIds: async () =>
      (await trx.selectFrom('mailboxes').select('id').orderBy('id').execute()).map(({ id }) => id),
    entriesNaming: (addresses, after, most) =>
      trx
        .selectFrom('meetings')
        .select(['mailboxId', 'entryId', 'entry'])
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('meetingPeople')
              .whereRef('meetingPeople.mailboxId', '=', 'meetings.mailboxId')
              .whereRef('meetingPeople.entryId', '=', 'meetings.entryId')
              .where('meetingPeople.address', '=', sql<string>`any(${[...addresses]}::text[])`),
          ),
        )
        .$if(after !== null, (query) =>
          query.where(
            sql<boolean>`(mailbox_id, entry_id) > (${after?.mailboxId ?? ''}, ${after?.entryId ?? ''})`,
          ),
        )
        .orderBy('mailboxId')
        .orderBy('entryId')
        .limit(most)
        .execute(),
    signedInNames: async (addresses) => {
      const rows = await trx
        .selectFrom('sessions')
        .select('name')
        .distinct()
        .where('address', '=', sql<string>`any(${[...addresses]}::text[])`)
        .execute();
      return rows.flatMap(({ name }) => name ?? []);
    },
    entriesOf: async (mailboxId, after, most) => {
      await trx.selectFrom('mailboxes').select('id').where('id', '=', mailboxId).forUpdate().execute();
      const rows = await trx
        .selectFrom('meetings')
        .select('entry')
        .where('mailboxId', '=', mailboxId)
        .where('entryId', '>', after)
        .orderBy('entryId')
        .limit(most)
        .execute();
      return rows.map(({ entry }) => entry);
    },
    replaceEntry: (mailboxId, entry) => replaceMeeting(trx, mailboxId, entry),
    rewrite: (part, after, most, rewrite) => rewritePortion(trx, { part, after, most }, rewrite),
    removeMailbox: (mailboxId) => removeMailbox(trx, mailboxId, forgetJobs),
  };
}
