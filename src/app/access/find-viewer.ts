import { policyInForce } from '../cases/policy-in-force.ts';
import type { MailboxSummary } from '../ports/store/mailboxes.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import type { AccessDeps } from './access-deps.ts';
import type { Viewer } from './viewer.ts';

/** Somebody who may come in, and the IANA zone that their times are shown in; null where nobody knows it. */
export interface FoundViewer {
  readonly viewer: Viewer;
  readonly zone: string | null;
}

/**
 * Who an address is here: the owner of a connected mailbox (by any of its addresses, and then under its first one), an
 * administrator, an auditor, or the lead of a team. It is asked at every request, so what is taken away is gone at once.
 *
 * @param email lower case
 * @returns null for anybody else
 */
export async function findViewer(
  tx: StoreTransaction,
  deps: AccessDeps,
  email: string,
  name: string | null,
): Promise<FoundViewer | null> {
  const mailbox = await mailboxOf(tx, email);
  const { policyText } = await tx.organizations.read();
  const own = new Set([email, ...(mailbox === null ? [] : [mailbox.address, ...mailbox.otherAddresses])]);
  const named = (addresses: readonly string[]) => addresses.some((address) => own.has(address));
  const ledTeams = teamsIn(deps, policyText)
    .filter(({ leads }) => named(leads))
    .map((team) => team.name);
  const isAdministrator = named(deps.administrators);
  const isAuditor = named(deps.auditors);
  const isKnown = mailbox !== null || named(deps.company);
  if (!isKnown && !isAdministrator && !isAuditor && ledTeams.length === 0) return null;
  const viewer: Viewer = {
    address: mailbox?.address ?? email,
    name,
    roles: [
      'person',
      ...(ledTeams.length > 0 ? (['lead'] as const) : []),
      ...(isAdministrator ? (['administrator'] as const) : []),
      ...(isAuditor ? (['auditor'] as const) : []),
    ],
    ledTeams,
  };
  return { viewer, zone: await zoneOf(tx, deps, viewer.address, mailbox, policyText) };
}

async function mailboxOf(tx: StoreTransaction, email: string): Promise<MailboxSummary | null> {
  const found = await tx.mailboxes.findByAddress(email);
  if (found !== null) return found;
  const all = await tx.mailboxes.summaries();
  return all.find(({ otherAddresses }) => otherAddresses.includes(email)) ?? null;
}

/** A policy that cannot be read must not keep out those who can mend it: then nobody leads a team. */
function teamsIn({ desk }: AccessDeps, policyText: string | null): ReturnType<AccessDeps['desk']['teams']> {
  try {
    return desk.teams(policyText);
  } catch {
    return [];
  }
}

async function zoneOf(
  tx: StoreTransaction,
  deps: AccessDeps,
  address: string,
  mailbox: MailboxSummary | null,
  policyText: string | null,
): Promise<string | null> {
  try {
    if (mailbox !== null) return (await policyInForce(tx, deps, mailbox, { policyText })).zone;
    return (await deps.policies.policyOf(policyText, address, deps.clock.nowMs())).zone;
  } catch {
    // As above: times are then shown in UTC.
    return null;
  }
}
