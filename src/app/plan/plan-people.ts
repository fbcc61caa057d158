import type { Availability } from '../../core/fairness/attendance.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import { isKnownZone } from '../../core/meeting/wall-time.ts';
import { focusEventsOf } from '../../core/time/focus-events.ts';
import type { FocusEvent } from '../../core/time/protection.ts';
import { enforcedPolicy, policyInForce } from '../cases/policy-in-force.ts';
import type { GateDeps } from '../gate-deps.ts';
import { isOwnAddress } from '../offers/audience.ts';
import type { MailboxSummary } from '../ports/store/mailboxes.ts';
import type { Fallback, Organization } from '../ports/store/organizations.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { busyWindows } from './busy-windows.ts';

export type PlanDeps = Pick<GateDeps, 'store' | 'policies' | 'clock'>;

/** What is known of somebody who would be in the meeting. */
export interface PlanPerson {
  /** Lower case. */
  readonly address: string;
  /** `gate`: their calendar is connected; `colleague`: only the policy speaks of them; `outside`: nothing does. */
  readonly known: 'gate' | 'colleague' | 'outside';
  /** Null for people outside of the organization. */
  readonly policy: Policy | null;
  /** As it is enforced in their mailbox now; null where there is none. */
  readonly enforced: Policy | null;
  /** IANA name; null where nobody knows it. */
  readonly zone: string | null;
  readonly focusEvents: readonly FocusEvent[];
  /** Null: nobody read this calendar, which never means free. */
  readonly availability: Availability | null;
  readonly mailboxId: string | null;
}

/** What is read once for everybody. */
export interface PlanScene {
  readonly organization: Organization;
  readonly fallbacks: readonly Fallback[];
  /** The planner's own policy. */
  readonly own: Policy;
  /** The window in which calendars are looked at. */
  readonly window: Window;
}

export async function readScene(
  tx: StoreTransaction,
  deps: PlanDeps,
  planner: string,
  window: Window,
): Promise<PlanScene> {
  const organization = await tx.organizations.read();
  const mailbox = await connected(tx, planner);
  const own = mailbox
    ? await policyInForce(tx, deps, mailbox, organization)
    : await deps.policies.policyOf(organization.policyText, planner, deps.clock.nowMs());
  return { organization, fallbacks: await tx.fallbacks.open(), own, window };
}

/** Somebody's policy, clock and taken time; titles and people of their meetings stay where they are. */
export async function readPerson(
  tx: StoreTransaction,
  deps: PlanDeps,
  { organization, fallbacks, own, window }: PlanScene,
  address: string,
): Promise<PlanPerson> {
  const mailbox = await connected(tx, address);
  if (mailbox === null) {
    const isOwn = isOwnAddress(address, own);
    const policy = isOwn
      ? await deps.policies.policyOf(organization.policyText, address, deps.clock.nowMs())
      : null;
    const zone = policy?.zone ?? (Object.hasOwn(own.zones, address) ? (own.zones[address] ?? null) : null);
    const known = isOwn ? 'colleague' : 'outside';
    return {
      ...{ address, known, policy, enforced: null, zone: knownZone(zone), focusEvents: [] },
      ...{ availability: null, mailboxId: null },
    };
  }
  const policy = await policyInForce(tx, deps, mailbox, organization);
  const records = await tx.meetings.inWindow(mailbox.id, window);
  const others = records.filter(({ entry }) => entry.gateKey === null).map(({ entry }) => entry.meeting);
  return {
    address,
    known: 'gate',
    policy,
    enforced: enforcedPolicy(policy, { mailbox, organization, fallbacks }),
    zone: knownZone(policy.zone),
    focusEvents: focusEventsOf(others, policy),
    availability:
      mailbox.window === null || mailbox.pulledMs === null
        ? null
        : { known: [mailbox.window], busy: busyWindows(records, policy.zone) },
    mailboxId: mailbox.id,
  };
}

/** The mailbox that the gate looks after; null where nobody connected one, or it is being left. */
async function connected(tx: StoreTransaction, address: string): Promise<MailboxSummary | null> {
  const mailbox = await tx.mailboxes.findByAddress(address);
  return mailbox?.state === 'active' || mailbox?.state === 'observing' ? mailbox : null;
}

function knownZone(zone: string | null): string | null {
  return zone !== null && isKnownZone(zone) ? zone : null;
}
