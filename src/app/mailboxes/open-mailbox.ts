import type { GateDeps } from '../gate-deps.ts';
import type { CalendarProvider, Grant, Mailbox } from '../ports/provider.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { Store } from '../ports/store/store.ts';

/** What opening takes. */
type OpenDeps = Pick<GateDeps, 'store' | 'providers' | 'log'>;
/** What is opened; the rest of a record does not matter for it. */
export type OpenedRecord = Pick<MailboxRecord, 'id' | 'provider' | 'address' | 'otherAddresses' | 'grant'>;

interface Opened {
  readonly provider: CalendarProvider;
  readonly addresses: string;
  /** The grant that it now works with: the one that it was opened with, or what the provider replaced it by. */
  readonly grant: () => Grant;
  readonly mailbox: Mailbox;
}

/** An opened mailbox holds its access token, and every job opens one: without this each would sign in again. */
const openedOf = new WeakMap<Store, Map<string, Opened>>();
const mostOpened = 5_000;

/**
 * Opens a mailbox at its provider; asks the network for nothing. Its pace is kept by the provider, one for each mailbox
 * however often it is opened, and its access token is kept here as long as the grant stays the same.
 *
 * A refresh token that the provider replaces is stored, in a transaction of its own, before it is used.
 *
 * @returns null where that provider is not configured
 * @throws where a company's grant is used without the credentials for one
 */
export function openMailbox(deps: OpenDeps, organizationId: string, record: OpenedRecord): Mailbox | null {
  const provider = deps.providers[record.provider];
  if (provider === null) return null;
  const { grant, address, otherAddresses } = record;
  const addresses = JSON.stringify([address, ...otherAddresses]);
  const opened = openedOf.get(deps.store) ?? new Map<string, Opened>();
  openedOf.set(deps.store, opened);
  const known = opened.get(record.id);
  if (known?.provider === provider && known.addresses === addresses && isSameGrant(known.grant(), grant))
    return known.mailbox;
  let held = grant;
  const keep = async (renewed: Grant): Promise<void> => {
    await keepGrant(deps, organizationId, record.id, held, renewed);
    held = renewed;
  };
  const mailbox = provider.openMailbox({ grant, address, otherAddresses }, { onGrantRenewed: keep });
  if (opened.size >= mostOpened) opened.clear();
  opened.set(record.id, { provider, addresses, grant: () => held, mailbox });
  return mailbox;
}

/**
 * Stores a renewed grant, but only over the one that it replaces: where the person has connected again since, or the
 * mailbox was left, what stands there stays.
 */
async function keepGrant(
  { store, log }: OpenDeps,
  organizationId: string,
  mailboxId: string,
  held: Grant,
  renewed: Grant,
): Promise<void> {
  const isKept = await store.inOrganization(organizationId, async ({ mailboxes }) => {
    const now = await mailboxes.find(mailboxId);
    if (now === null || !isSameGrant(now.grant, held)) return false;
    await mailboxes.change(mailboxId, { grant: renewed });
    return true;
  });
  log.info('grant-renewed', { mailboxId, isKept });
}

/** Whether two grants are the same right; a renewed refresh token makes another one of it. */
function isSameGrant(a: Grant, b: Grant): boolean {
  if (a.kind === 'company' || b.kind === 'company') return a.kind === b.kind;
  return a.refreshToken === b.refreshToken;
}
