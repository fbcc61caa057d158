import { z } from 'zod';
import { rotateSecrets } from '../../../store/rotate-secrets.ts';
import { done, operation } from '../operation.ts';

/** A mailbox whose grant stays as it is, because it cannot be decrypted. */
interface UnreadableGrant {
  readonly address: string;
  readonly provider: 'google' | 'microsoft';
  readonly why: 'key-missing' | 'damaged';
  readonly keyId: string | null;
}

/** Writes everything anew that stands under an older key, so that the older ones are needed no more. */
export const rotateKeys = operation({
  input: z.strictObject({}),
  run: async ({ database, keyring, store, deps }) => {
    const { resealed, unreadable } = await rotateSecrets(database, keyring);
    const rotated = { atMs: deps.clock.nowMs(), actor: 'operator', action: 'keys.rotated', subject: null };
    for (const { id } of await store.directory.organizations())
      await store.inOrganization(id, ({ audit }) =>
        audit.append({ ...rotated, data: { rewritten: resealed, unreadable: unreadable.length } }),
      );
    const grants: UnreadableGrant[] = [];
    for (const { of, organizationId, mailboxId, why, keyId } of unreadable) {
      if (of !== 'grant') continue;
      const all = await store.inOrganization(organizationId, ({ mailboxes }) => mailboxes.summaries());
      const mailbox = all.find(({ id }) => id === mailboxId);
      if (mailbox) grants.push({ address: mailbox.address, provider: mailbox.provider, why, keyId });
    }
    const subscriptions = unreadable.filter(({ of }) => of === 'subscription').length;
    return done({ rewritten: resealed, current: keyring.current, grants, subscriptions });
  },
});
