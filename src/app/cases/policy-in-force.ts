import { type Enforcement, type Policy, protectionRules } from '../../core/meeting/policy.ts';
import { isKnownZone } from '../../core/meeting/wall-time.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { Fallback, Organization } from '../ports/store/organizations.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

type Whose = Pick<MailboxRecord, 'address' | 'hours' | 'provider'>;

/** A decline there moves the entry to Deleted Items, and nobody documents that an undo brings it back. */
const undoIsUncertain: ReadonlySet<MailboxRecord['provider']> = new Set(['microsoft']);

/**
 * The policy of a mailbox's owner as it is written, completed by their calendar: its zone where the policy names none,
 * its working hours where those of the policy are the ones that ship with the product. Nothing tells hours that
 * somebody wrote down from the same hours left as they are, so these count as not stated. On Outlook what nobody chose
 * by name is not declined at once (`graceWhereUnstated`).
 */
export async function policyInForce(
  _tx: StoreTransaction,
  { policies, clock }: Pick<GateDeps, 'policies' | 'clock'>,
  { address, hours, provider }: Whose,
  { policyText }: Pick<Organization, 'policyText'>,
): Promise<Policy> {
  const nowMs = clock.nowMs();
  const written = await policies.policyOf(policyText, address, nowMs);
  const policy = undoIsUncertain.has(provider) ? graceWhereUnstated(written) : written;
  const zone = policy.zone ?? (hours?.zone && isKnownZone(hours.zone) ? hours.zone : null);
  const known = hours?.workingHours ?? null;
  if (known === null || known.length === 0) return { ...policy, zone };
  const shipped = (await policies.policyOf(null, address, nowMs)).workingHours;
  const stated = JSON.stringify(policy.workingHours) !== JSON.stringify(shipped);
  return { ...policy, zone, workingHours: stated ? policy.workingHours : known };
}

/**
 * Where an undo is not certain, a rule declines at once only if somebody wrote so by its name. What comes from
 * `default` or from the policy that ships is answered tentatively first.
 */
function graceWhereUnstated(policy: Policy): Policy {
  const named = new Set(policy.enforcedByName);
  return withEnforcement(policy, (enforcement, rule) =>
    enforcement === 'enforce' && !named.has(rule) ? 'grace' : enforcement,
  );
}

/** What keeps a policy from being enforced as it is written. */
interface Restraints {
  readonly mailbox: Pick<MailboxRecord, 'state'>;
  readonly organization: Pick<Organization, 'answersStoppedMs'>;
  /** Those that hold. */
  readonly fallbacks: readonly Pick<Fallback, 'rule'>[];
}

/**
 * The policy as it is enforced now. A mailbox that is observed or being left only observes; under the brake every rule
 * prompts at most, and so does a rule that fell back.
 */
export function enforcedPolicy(policy: Policy, { mailbox, organization, fallbacks }: Restraints): Policy {
  if (mailbox.state !== 'active') return observed(policy);
  if (organization.answersStoppedMs !== null) return withEnforcement(policy, softened);
  const held = Object.fromEntries(fallbacks.map(({ rule }) => [rule, softened(enforcementOf(policy, rule))]));
  return { ...policy, enforcement: { ...policy.enforcement, ...held } };
}

/** Whether a rule may answer by the policy as it is now; it may be another one than when it was decided. */
export function answersBy(policy: Pick<Policy, 'enforcement' | 'paused'>, rule: string | null): boolean {
  const enforcement = enforcementOf(policy, rule ?? 'default');
  return !policy.paused && (enforcement === 'grace' || enforcement === 'enforce');
}

/** Everything is judged, and nothing is done. */
export function observed(policy: Policy): Policy {
  return { ...policy, enforcement: { default: 'observe' } };
}

/** For single occurrences of a series: they are answered or left alone, nobody is asked about each of them. */
export function withoutPrompts(policy: Policy): Policy {
  return withEnforcement(policy, (enforcement) => (enforcement === 'warn' ? 'observe' : enforcement));
}

function softened(enforcement: Enforcement): Enforcement {
  return enforcement === 'observe' ? 'observe' : 'warn';
}

/** `go-async` stands for the rules of need that are not named, `default` for all that are not. */
function enforcementOf({ enforcement }: Pick<Policy, 'enforcement'>, rule: string): Enforcement {
  const isProtection = protectionRules.some((name) => name === rule);
  return enforcement[rule] ?? (isProtection ? undefined : enforcement['go-async']) ?? enforcement.default;
}

function withEnforcement(
  policy: Policy,
  change: (enforcement: Enforcement, rule: string) => Enforcement,
): Policy {
  const { default: standard, ...named } = policy.enforcement;
  const changed = Object.entries(named).map(([rule, enforcement]) => [rule, change(enforcement, rule)]);
  return { ...policy, enforcement: { ...Object.fromEntries(changed), default: change(standard, 'default') } };
}
