import type { Policy } from '../../core/meeting/policy.ts';
import { focusEventsOf } from '../../core/time/focus-events.ts';
import type { FocusEvent } from '../../core/time/protection.ts';
import type { GateDeps } from '../gate-deps.ts';
import { goalTime } from '../mailboxes/goal-holds.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { MeetingRecord } from '../ports/store/meetings.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { enforcedPolicy, policyInForce } from './policy-in-force.ts';
import { instantOf } from './subject.ts';

export type JudgingDeps = Pick<GateDeps, 'store' | 'providers' | 'policies' | 'clock' | 'chance' | 'log'>;

/** What all entries that are judged in one transaction share. */
export interface Judging {
  readonly mailbox: MailboxRecord;
  readonly nowMs: number;
  /** As it is written, and as it is enforced now. */
  readonly policy: Policy;
  readonly enforced: Policy;
  /** Lower-case addresses of the owner. */
  readonly own: ReadonlySet<string>;
  readonly focusEvents: readonly FocusEvent[];
  /** False where a declined entry leaves the calendar. */
  readonly declineKeepsEntry: boolean;
  /** Earlier meetings with an address, each asked for once. */
  readonly countWith: (address: string) => Promise<number>;
}

/** Reads what the judging of these entries takes. */
export async function beginJudging(
  tx: StoreTransaction,
  deps: JudgingDeps,
  mailbox: MailboxRecord,
  taken: readonly MeetingRecord[],
): Promise<Judging> {
  const nowMs = deps.clock.nowMs();
  const organization = await tx.organizations.read();
  const policy = await policyInForce(tx, deps, mailbox, organization);
  const fallbacks = await tx.fallbacks.open();
  const counts = new Map<string, Promise<number>>();
  return {
    mailbox,
    nowMs,
    policy,
    enforced: enforcedPolicy(policy, { mailbox, organization, fallbacks }),
    own: new Set([mailbox.address, ...mailbox.otherAddresses]),
    focusEvents: [
      ...(await readFocusEvents(tx, mailbox.id, policy, taken, nowMs)),
      ...(await defendedGoal(tx, mailbox.id, policy)),
    ],
    declineKeepsEntry: deps.providers[mailbox.provider]?.capabilities.declineKeepsEntry ?? true,
    countWith: (address) => {
      const known = counts.get(address) ?? tx.meetings.countWith(mailbox.id, address, nowMs);
      counts.set(address, known);
      return known;
    },
  };
}

/** Hours that are booked for a hard weekly goal; a soft one defends nothing, and nothing is read for it. */
async function defendedGoal(
  { holds }: StoreTransaction,
  mailboxId: string,
  { focus }: Policy,
): Promise<readonly FocusEvent[]> {
  return focus.weeklyGoal?.firmness === 'hard' ? goalTime(await holds.ofMailbox(mailboxId)) : [];
}

/** Focus time in the calendar while these entries happen; the gate's own holds say nothing that the policy does not. */
async function readFocusEvents(
  tx: StoreTransaction,
  mailboxId: string,
  policy: Policy,
  taken: readonly MeetingRecord[],
  nowMs: number,
): Promise<readonly FocusEvent[]> {
  if (!policy.focus.calendarEvents && policy.focus.categories.length === 0) return [];
  let [fromMs, toMs] = [Number.POSITIVE_INFINITY, nowMs];
  for (const { start, end } of taken.flatMap(({ entry }) => entry.meeting.occurrences)) {
    const [startMs, endMs] = [instantOf(start, policy.zone), instantOf(end, policy.zone)];
    if (startMs === null || endMs === null || endMs <= nowMs) continue;
    fromMs = Math.min(fromMs, startMs);
    toMs = Math.max(toMs, endMs);
  }
  if (fromMs >= toMs) return [];
  const there = await tx.meetings.inWindow(mailboxId, { fromMs, toMs });
  const others = there.filter(({ entry }) => entry.gateKey === null);
  return focusEventsOf(
    others.map(({ entry }) => entry.meeting),
    policy,
  );
}
