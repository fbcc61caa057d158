import type { GateDeps } from '../gate-deps.ts';
import type { ProblemCode } from '../ports/problem.ts';
import type { CalendarProvider, Grant, SignedIn } from '../ports/provider.ts';
import type { Mailboxes, MailboxRecord } from '../ports/store/mailboxes.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { needsSomebody } from './mailbox-refusal.ts';
import { notificationAddress } from './notification-address.ts';
import { openMailbox } from './open-mailbox.ts';
import { readHours } from './read-hours.ts';

const dayMs = 86_400_000;
/** Enough to catch a slip of the hand; whether the mailbox exists only its provider knows. */
const addressForm = /^[^\s@]+@[^\s@]+$/;

/** Whose calendar, and by which right. */
export type Connection = {
  readonly provider: CalendarProvider['name'];
  /** Further addresses of the same person; unstated ones stay as they are. */
  readonly otherAddresses?: readonly string[];
} & (
  | { readonly signedIn: SignedIn }
  /** A mailbox of a company that consented for all of its mailboxes. */
  | { readonly address: string }
);

export type ConnectResult =
  | {
      readonly ok: true;
      readonly mailboxId: string;
      readonly address: string;
      readonly state: 'observing' | 'active';
      readonly observingUntilMs: number | null;
      /** False where it was connected before and has a new grant now. */
      readonly isNew: boolean;
      /** Scopes that the person did not grant; what needs them will be refused. */
      readonly missingScopes: readonly string[];
      /** Why the calendar did not tell its zone and working hours; null where it did. */
      readonly hoursProblem: ProblemCode | null;
      /** False where notifications cannot reach us, so that the mailbox is looked at from time to time. */
      readonly isNotified: boolean;
    }
  | { readonly ok: false; readonly address: string; readonly code: ConnectRefusal };

type ConnectRefusal = keyof typeof connectRefusals;

/** Why a mailbox is not connected, with what to do. */
export const connectRefusals = {
  'provider-not-configured': 'There are no credentials of this provider; state them in the settings.',
  'not-an-address': 'This is not an e-mail address; write one such as ann@acme.example.',
  'other-provider':
    'This address is connected at the other provider; disconnect it there before you connect it here.',
  'being-left': 'This mailbox is being disconnected; connect it again when that has ended.',
} as const;

/**
 * Connects a mailbox. A new one is observed for as many days as the organization says; one that is connected already
 * gets the new grant and loses its problem, and its observation goes on as it was.
 *
 * Refusals of the provider are no obstacle: they are told, and what only a person can lift stands in the mailbox.
 *
 * @param actor who connects it: an address, or `operator`
 * @throws where a company's grant is used without the credentials for one
 */
export async function connectMailbox(
  deps: GateDeps,
  organizationId: string,
  connection: Connection,
  actor = 'operator',
): Promise<ConnectResult> {
  const { provider } = connection;
  const address = ('signedIn' in connection ? connection.signedIn.address : connection.address)
    .trim()
    .toLowerCase();
  const refused = (code: ConnectRefusal): ConnectResult => ({ ok: false, address, code });
  if (!addressForm.test(address)) return refused('not-an-address');
  const grant: Grant = 'signedIn' in connection ? connection.signedIn.grant : { kind: 'company' };
  const otherAddresses = connection.otherAddresses?.map((other) => other.trim().toLowerCase());
  const account = { id: deps.chance.uuid(), provider, address, otherAddresses: otherAddresses ?? [], grant };
  // Before anything is written: it throws where the installation cannot use such a grant.
  if (openMailbox(deps, organizationId, account) === null) return refused('provider-not-configured');

  const saved = await deps.store.inOrganization(organizationId, async (tx) => {
    const known = await tx.mailboxes.findByAddress(address);
    if (known !== null && known.provider !== provider) return 'other-provider';
    if (known?.state === 'leaving') return 'being-left';
    const record =
      known === null
        ? await addMailbox(tx, account, deps.clock.nowMs())
        : await renewGrant(tx, known, grant, otherAddresses ?? known.otherAddresses);
    await tx.erasing.welcome([address, ...account.otherAddresses]);
    await tx.jobs.send({ kind: 'subscribe', organizationId, mailboxId: record.id });
    await tx.jobs.send({ kind: 'pull', organizationId, mailboxId: record.id });
    await tx.audit.append({
      ...{ atMs: deps.clock.nowMs(), actor, action: 'mailbox.connected', subject: address },
      data: { mailboxId: record.id, provider, isNew: known === null },
    });
    return { record, isNew: known === null };
  });
  if (typeof saved === 'string') return refused(saved);

  const { record, isNew } = saved;
  const isNotified = notificationAddress(deps, provider) !== null;
  const hoursProblem = await firstLook(deps, organizationId, record);
  deps.log.info('mailbox-connected', { mailboxId: record.id, provider, isNew, isNotified, hoursProblem });
  return {
    ok: true,
    mailboxId: record.id,
    address,
    state: record.state === 'observing' ? 'observing' : 'active',
    observingUntilMs: record.observingUntilMs,
    isNew,
    missingScopes: 'signedIn' in connection ? connection.signedIn.missingScopes : [],
    hoursProblem,
    isNotified,
  };
}

/** Connects mailboxes by the company's grant, one after the other; each has its own result, in the order given. */
export async function connectCompanyMailboxes(
  deps: GateDeps,
  organizationId: string,
  provider: CalendarProvider['name'],
  addresses: readonly string[],
): Promise<readonly ConnectResult[]> {
  const results: ConnectResult[] = [];
  for (const address of addresses)
    results.push(await connectMailbox(deps, organizationId, { provider, address }));
  return results;
}

async function addMailbox(
  { organizations, mailboxes }: StoreTransaction,
  account: Pick<MailboxRecord, 'id' | 'provider' | 'address' | 'otherAddresses' | 'grant'>,
  nowMs: number,
): Promise<MailboxRecord> {
  const { observeDays } = await organizations.read();
  const record: MailboxRecord = {
    ...account,
    state: observeDays > 0 ? 'observing' : 'active',
    observingUntilMs: observeDays > 0 ? nowMs + observeDays * dayMs : null,
    connectedMs: nowMs,
    cursor: null,
    window: null,
    pulledMs: null,
    hours: null,
    problem: null,
    forecast: null,
  };
  await mailboxes.add(record);
  return record;
}

async function renewGrant(
  { mailboxes }: StoreTransaction,
  { grantKind, wokenMs: _, ...known }: NonNullable<Awaited<ReturnType<Mailboxes['findByAddress']>>>,
  grant: Grant,
  otherAddresses: readonly string[],
): Promise<MailboxRecord> {
  const change = { grant, otherAddresses, problem: null };
  await mailboxes.change(known.id, change);
  // A place in the list of changes names the way to the mailbox, which is another one for a person than for a company.
  if (grantKind !== grant.kind) await mailboxes.forgetCursor(known.id);
  return { ...known, ...change };
}

/** The first request with a grant: it tells the hours, or why the mailbox will not work. */
async function firstLook(
  deps: GateDeps,
  organizationId: string,
  record: MailboxRecord,
): Promise<ProblemCode | null> {
  const mailbox = openMailbox(deps, organizationId, record);
  const refused = mailbox === null ? null : await readHours(deps, organizationId, record, mailbox);
  if (refused === null) return null;
  if (needsSomebody(refused.code)) {
    const problem = { code: refused.code, sinceMs: deps.clock.nowMs() };
    await deps.store.inOrganization(organizationId, ({ mailboxes }) =>
      mailboxes.change(record.id, { problem }),
    );
  }
  return refused.code;
}
