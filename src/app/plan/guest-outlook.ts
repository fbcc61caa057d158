import type { JudgeContext } from '../../core/gate/judge.ts';
import { judge } from '../../core/gate/judge.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import type { Policy, ProtectionRule } from '../../core/meeting/policy.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import type { PlanPerson } from './plan-people.ts';
import { plannedMeeting } from './planned-meeting.ts';
import type { Plan } from './read-plan.ts';

/** What would happen in a guest's calendar. */
export interface GuestOutlook {
  readonly address: string;
  readonly known: PlanPerson['known'];
  /**
   * `declined`, `tentative`: their gate answers so by itself; `some`: it answers single dates of the series; `none`: it
   * answers nothing, they do; `unknown`: no gate of ours looks after their calendar.
   */
  readonly reply: 'declined' | 'tentative' | 'some' | 'none' | 'unknown';
  /** Protected times that are touched, each rule once. */
  readonly protections: readonly ProtectionRule[];
  /** Dates that touch protected time, of those that were looked at. */
  readonly collided: number;
  readonly judged: number;
  /** Whether something else is in their calendar at the first date; null: nobody knows, which is not free. */
  readonly busy: boolean | null;
}

/** Judges the invite as the guest's own gate would once it arrives: with their policy, on their clock, by its words. */
export async function outlookOf(
  tx: StoreTransaction,
  plan: Plan,
  planner: string,
  person: PlanPerson,
  nowMs: number,
): Promise<GuestOutlook> {
  const { address, known, policy, enforced, focusEvents, mailboxId } = person;
  const busy = isBusy(person, { fromMs: plan.startMs, toMs: plan.endMs });
  if (policy === null)
    return { address, known, reply: 'unknown', protections: [], collided: 0, judged: 0, busy };
  const context: JudgeContext = {
    policy: enforced ?? policy,
    me: address,
    role: 'invitee',
    nowMs,
    surroundings: { namesAttendees: true },
    focusEvents,
    others: [],
    ...(mailboxId === null
      ? {}
      : { earlierMeetings: await tx.meetings.countWith(mailboxId, planner, nowMs) }),
  };
  const { act, time } = judge(plannedMeeting(plan, planner, address, nowMs), context);
  const { collided, judged } = time;
  const rules = [...new Set(time.protections.map(({ rule }) => rule))];
  const answersSome = time.ok !== false && rules.some((rule) => answers(enforced, rule));
  const reply =
    act === 'decline' ? 'declined' : act === 'tentative' ? 'tentative' : answersSome ? 'some' : 'none';
  return {
    ...{ address, known, protections: time.exemption === 'exempt' ? [] : rules, collided, judged, busy },
    reply: enforced === null ? 'unknown' : reply,
  };
}

function answers(policy: Policy | null, rule: ProtectionRule): boolean {
  if (policy === null || policy.paused) return false;
  const enforcement = policy.enforcement[rule] ?? policy.enforcement.default;
  return enforcement === 'grace' || enforcement === 'enforce';
}

function isBusy({ availability }: PlanPerson, { fromMs, toMs }: Window): boolean | null {
  if (availability === null) return null;
  if (availability.busy.some((each) => each.fromMs < toMs && fromMs < each.toMs)) return true;
  return availability.known.some((each) => each.fromMs <= fromMs && toMs <= each.toMs) ? false : null;
}
