import type { GateDeps } from '../gate-deps.ts';
import { leaveMailbox } from '../mailboxes/leave-mailbox.ts';
import type { PolicyDesk, PolicyTextProblem } from '../ports/policy-desk.ts';
import type { EntryPlace } from '../ports/store/erasing.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { forgetInAudit } from './forget-in-audit.ts';
import { forgetInEarlierPolicies } from './forget-in-earlier-policies.ts';
import { forgetInPolicy } from './forget-in-policy.ts';
import { markOfName } from './name-marks.ts';
import { isWrittenLikeName } from './name-rules.ts';
import { erasedAddress, type NamedPerson, namesBeside, personRemover } from './person-remover.ts';
import { rewriteOthers } from './rewrite-others.ts';

export type EraseDeps = GateDeps & {
  readonly policyDesk: PolicyDesk;
  /** Lower-case addresses of those whose acts have to stay theirs, from the settings. */
  readonly administrators: readonly string[];
  readonly auditors: readonly string[];
};

export type ErasedPerson =
  | {
      readonly kind: 'erased';
      /** Stands for the person from now on. */
      readonly number: number;
      readonly mailboxes: number;
      /** Rows that were theirs and are removed. */
      readonly removed: number;
      /** Rows of others that named them, and entries of the audit log that did. */
      readonly rewritten: number;
      readonly forgotten: number;
    }
  /** Nobody takes their own acts out of the audit log; nor does anybody else while the settings name them. */
  | { readonly kind: 'oneself' | 'has-role' }
  /** The gate looks after a mailbox of theirs: it has to be left first. */
  | { readonly kind: 'still-connected'; readonly addresses: readonly string[] }
  /** It was asked for now or before, and is under way. */
  | { readonly kind: 'being-left'; readonly mailboxIds: readonly string[] }
  /** The policy cannot be written without them. */
  | { readonly kind: 'policy-refused'; readonly problems: readonly PolicyTextProblem[] };

/**
 * Erases a person: what is theirs is removed, and what others have of them no longer names them, here and in later
 * readings of the calendars of others. Runs in many short transactions; one that was cut off is called again with the
 * same address and goes on, because their own mailboxes, from which other addresses and names are known, go last.
 *
 * @param address any address of theirs
 * @param how with `leave` a mailbox that is connected is left first, which takes time: call it again later
 * @param actor who wants it: an address, or `operator`
 */
export async function erasePerson(
  deps: EraseDeps,
  organizationId: string,
  address: string,
  { leave, actor }: { readonly leave: boolean; readonly actor: string },
): Promise<ErasedPerson> {
  const inside = <T>(work: (tx: StoreTransaction) => Promise<T>) =>
    deps.store.inOrganization(organizationId, work);
  const { mailboxes, addresses } = await inside((tx) => knownOf(tx, address));
  const bar = barOf(deps, addresses, actor);
  if (bar !== null) return { kind: bar };
  const present = mailboxes.filter(({ state }) => state !== 'left');
  const connected = present.filter(({ state }) => state !== 'leaving');
  if (connected.length > 0 && !leave)
    return { kind: 'still-connected', addresses: connected.map((mailbox) => mailbox.address) };
  for (const { id } of connected)
    await leaveMailbox(deps, organizationId, id, { withdrawAnswers: false, actor });
  if (present.length > 0) return { kind: 'being-left', mailboxIds: present.map(({ id }) => id) };

  const names = await namesOf(inside, addresses);
  const begun = await inside((tx) => begin(tx, deps, { addresses, names }));
  if (begun.kind !== 'begun') return begun;
  const person: NamedPerson = { addresses, names, number: begun.number };

  const own = mailboxes.map(({ id }) => id);
  const earlier = await forgetInEarlierPolicies(inside, deps.policyDesk, person);
  const rewritten = earlier + (await rewriteOthers(inside, own, person));
  let removed = 0;
  for (const id of own) removed += await inside((tx) => tx.erasing.removeMailbox(id));
  const forgotten = await forgetInAudit(inside, person);
  const figures = { mailboxes: own.length, removed, rewritten, forgotten };
  await inside((tx) =>
    tx.audit.append({
      ...{ atMs: deps.clock.nowMs(), actor, action: 'person.erased' },
      ...{ subject: erasedAddress(person.number), data: figures },
    }),
  );
  deps.log.info('person-erased', { organizationId, number: person.number, ...figures });
  return { kind: 'erased', number: person.number, ...figures };
}

/** Why nobody erases somebody, whatever is done before; see `ErasedPerson`. */
export type EraseBar = Extract<ErasedPerson, { readonly kind: 'oneself' | 'has-role' }>['kind'];

/** What `erasePerson` would say of somebody who cannot be erased, before anybody tries; null where they can. */
export async function eraseBar(
  deps: Pick<EraseDeps, 'store' | 'administrators' | 'auditors'>,
  organizationId: string,
  address: string,
  actor: string,
): Promise<EraseBar | null> {
  const { addresses } = await deps.store.inOrganization(organizationId, (tx) => knownOf(tx, address));
  return barOf(deps, addresses, actor);
}

function barOf(
  { administrators, auditors }: Pick<EraseDeps, 'administrators' | 'auditors'>,
  addresses: readonly string[],
  actor: string,
): EraseBar | null {
  if (addresses.includes(actor)) return 'oneself';
  return [...administrators, ...auditors].some((named) => addresses.includes(named)) ? 'has-role' : null;
}

/** The mailboxes of an address, and all addresses of whoever has them. */
async function knownOf({ erasing }: Pick<StoreTransaction, 'erasing'>, address: string) {
  const given = address.trim().toLowerCase();
  const mailboxes = await erasing.mailboxesOf(given);
  const others = mailboxes.flatMap((mailbox) => [mailbox.address, ...mailbox.otherAddresses]);
  return { mailboxes, addresses: [...new Set([given, ...others])] };
}

type Inside = <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>;

const mostAtOnce = 200;

type NamingEntry = Awaited<ReturnType<StoreTransaction['erasing']['entriesNaming']>>[number];

/** Names beside their addresses in all calendars, and the ones that they signed in with. */
async function namesOf(inside: Inside, addresses: readonly string[]): Promise<readonly string[]> {
  const names = new Set(await inside((tx) => tx.erasing.signedInNames(addresses)));
  const own = new Set(addresses);
  let after: EntryPlace | null = null;
  for (;;) {
    const from: EntryPlace | null = after;
    const rows: readonly NamingEntry[] = await inside((tx) =>
      tx.erasing.entriesNaming(addresses, from, mostAtOnce),
    );
    for (const { entry } of rows) for (const name of namesBeside(entry, own)) names.add(name);
    after = rows.at(-1) ?? null;
    if (rows.length < mostAtOnce) return [...names];
  }
}

/** Before anything is rewritten: what is stored from now on does not name them any more, and they are signed out. */
async function begin(
  tx: StoreTransaction,
  { policyDesk }: EraseDeps,
  { addresses, names }: Omit<NamedPerson, 'number'>,
): Promise<
  { readonly kind: 'begun'; readonly number: number } | Extract<ErasedPerson, { kind: 'policy-refused' }>
> {
  const { policyText } = await tx.organizations.lock();
  const marks = [...addresses, ...names.filter(isWrittenLikeName).map(markOfName)];
  const number = await tx.erasing.remember(marks);
  const rewrite = personRemover({ addresses, names, number });
  const changed = forgetInPolicy(policyDesk, policyText, addresses, rewrite);
  if (!changed.ok) {
    await tx.erasing.welcome(marks);
    return { kind: 'policy-refused', problems: changed.problems };
  }
  if (changed.text !== policyText) await tx.organizations.change({ policyText: changed.text });
  for (const each of addresses) {
    await tx.sessions.removeOf(each);
    await tx.identities.remove(each);
  }
  return { kind: 'begun', number };
}
