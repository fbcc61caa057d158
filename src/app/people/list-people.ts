import type { GateDeps } from '../gate-deps.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';

/** Somebody whose mailbox the gate looks after, or looked after. */
export type KnownPerson = Pick<MailboxRecord, 'address' | 'state'>;

/** Everybody with a mailbox, by address; where one was left and connected again, as it is now. */
export async function listPeople(
  { store }: Pick<GateDeps, 'store'>,
  organizationId: string,
): Promise<readonly KnownPerson[]> {
  const [present, left] = await store.inOrganization(organizationId, async (tx) => [
    await tx.mailboxes.summaries(),
    await tx.erasing.leftAddresses(),
  ]);
  const byAddress = new Map<string, KnownPerson>(
    left.map((address) => [address, { address, state: 'left' }]),
  );
  for (const { address, state } of present) byAddress.set(address, { address, state });
  return [...byAddress.values()].toSorted((one, other) => (one.address < other.address ? -1 : 1));
}
