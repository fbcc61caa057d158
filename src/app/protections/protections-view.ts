import {
  type Enforcement,
  type Policy,
  type ProtectionRule,
  protectionRules,
} from '../../core/meeting/policy.ts';
import { policyInForce } from '../cases/policy-in-force.ts';
import type { LevelAbove, PersonSettings } from '../ports/policy-desk.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { type ProtectedWeek, protectedWeeks } from './protected-weeks.ts';
import type { ProtectionsDeps } from './protections-deps.ts';

/** Who said where somebody is, or when they work. */
type SaidBy = 'person' | 'policy' | 'calendar' | 'nobody';

/** What somebody stated about their time, and what holds for them in the end. */
export interface ProtectionsView {
  readonly stated: PersonSettings;
  /** What the levels above state and the person cannot take away: the organization, then their teams. */
  readonly above: readonly LevelAbove[];
  /** How hard each protection acts without what the person stated. */
  readonly enforcementAbove: Readonly<Record<ProtectionRule, Enforcement>>;
  readonly inForce: Pick<
    Policy,
    | 'zone'
    | 'workingHours'
    | 'noMeetingDays'
    | 'focus'
    | 'holds'
    | 'budget'
    | 'enforcement'
    | 'paused'
    | 'takesOffHours'
  >;
  readonly zoneBy: SaidBy;
  readonly hoursBy: SaidBy;
  readonly weeks: readonly ProtectedWeek[];
  /** Since when all answers of the organization are stopped, epoch milliseconds; null where they are not. */
  readonly answersStoppedMs: number | null;
  /** Whether a calendar is connected: without one nothing is protected yet. */
  readonly hasCalendar: boolean;
  /** IANA names that may be stated. */
  readonly zones: readonly string[];
}

/** The protections of one person. Only for themselves: the caller passes the viewer's own address. */
export function protectionsView(
  deps: ProtectionsDeps,
  organizationId: string,
  address: string,
): Promise<ProtectionsView> {
  return deps.store.inOrganization(organizationId, async (tx) => {
    const { policyText, answersStoppedMs } = await tx.organizations.read();
    const found = await tx.mailboxes.findByAddress(address);
    const mailbox = found === null ? null : await tx.mailboxes.find(found.id);
    const { written, inForce } = await policiesOf(tx, deps, { address, policyText, mailbox });
    const stated = deps.desk.person(policyText, address);
    const without = stated.enforcement === null ? written : await withoutOwn(deps, policyText, address);
    const holds = mailbox === null ? [] : await tx.holds.ofMailbox(mailbox.id);
    return {
      stated,
      above: deps.desk.above(policyText, address),
      enforcementAbove: enforcementOf(without),
      inForce: { ...inForce, enforcement: { ...inForce.enforcement, ...enforcementOf(inForce) } },
      zoneBy: saidBy(stated.timeZone !== null, written.zone !== null, inForce.zone !== null),
      hoursBy: saidBy(
        stated.workingHours !== null,
        await statesHours(deps, written, address),
        (mailbox?.hours?.workingHours ?? []).length > 0,
      ),
      weeks: protectedWeeks(inForce, deps.clock.nowMs(), holds),
      answersStoppedMs,
      hasCalendar: mailbox !== null,
      zones: Intl.supportedValuesOf('timeZone'),
    };
  });
}

interface Whose {
  readonly address: string;
  readonly policyText: string | null;
  readonly mailbox: MailboxRecord | null;
}

/** The policy as it is written for somebody, and completed by their calendar. */
async function policiesOf(
  tx: StoreTransaction,
  deps: ProtectionsDeps,
  { address, policyText, mailbox }: Whose,
): Promise<{ readonly written: Policy; readonly inForce: Policy }> {
  const written = await deps.policies.policyOf(policyText, address, deps.clock.nowMs());
  const inForce = mailbox === null ? written : await policyInForce(tx, deps, mailbox, { policyText });
  return { written, inForce };
}

/** As `policyInForce` sees it: the hours that ship with the product count as not stated. */
async function statesHours(
  { policies, clock }: ProtectionsDeps,
  { workingHours }: Policy,
  address: string,
): Promise<boolean> {
  const shipped = await policies.policyOf(null, address, clock.nowMs());
  return JSON.stringify(workingHours) !== JSON.stringify(shipped.workingHours);
}

/** How hard the rules would act for somebody who stated nothing about that. */
async function withoutOwn(
  { desk, policies, clock }: ProtectionsDeps,
  policyText: string | null,
  address: string,
): Promise<Policy> {
  const changed = desk.changePerson(policyText, address, { enforcement: null });
  return await policies.policyOf(changed.ok ? changed.text : policyText, address, clock.nowMs());
}

function enforcementOf({ enforcement }: Policy): Record<ProtectionRule, Enforcement> {
  const pairs = protectionRules.map((rule) => [rule, enforcement[rule] ?? enforcement.default] as const);
  return Object.fromEntries(pairs) as Record<ProtectionRule, Enforcement>;
}

function saidBy(byPerson: boolean, byPolicy: boolean, isKnown: boolean): SaidBy {
  if (byPerson) return 'person';
  if (byPolicy) return 'policy';
  return isKnown ? 'calendar' : 'nobody';
}
