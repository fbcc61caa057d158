import { type JudgeContext, type Judgement, judge } from '../core/gate/judge.ts';
import type { Role } from '../core/gate/verdict.ts';
import type { Meeting } from '../core/meeting/meeting.ts';
import { peopleOf, readerOf } from '../core/meeting/people.ts';
import type { Policy } from '../core/meeting/policy.ts';
import type { ProtectedPerson } from '../core/time/check-time.ts';
import { focusEventsOf } from '../core/time/focus-events.ts';

/** What `triage` and `audit` are asked with. */
export interface JudgeOptions {
  /** The policy as it holds for one person; null for somebody without an address. */
  readonly policyOf: (email: string | null) => Policy;
  readonly me: string | null;
  readonly role: Role | null;
  /** Epoch milliseconds; null takes the moment at which each invite was written. */
  readonly nowMs: number | null;
  /** IANA zone that outweighs policy and calendar; null takes theirs. */
  readonly zone: string | null;
}

/** A meeting with its judgement. */
export interface JudgedMeeting {
  readonly meeting: Meeting;
  readonly judgement: Judgement;
}

/**
 * Judges meetings of one file or calendar.
 *
 * @param surroundings what the whole file says, where `meetings` is only a part of it
 * @param calendar the reader's whole calendar, where it is known: its focus entries are protected
 */
export function judgeAll(
  meetings: readonly Meeting[],
  options: JudgeOptions,
  surroundings: JudgeContext['surroundings'] = surroundingsOf(meetings),
  calendar: readonly Meeting[] = [],
): JudgedMeeting[] {
  const focusEvents = focusEventsOf(calendar, options.policyOf(options.me));
  return meetings.map((meeting) => ({
    meeting,
    judgement: judge(meeting, { ...contextOf(meeting, options, surroundings), focusEvents }),
  }));
}

function surroundingsOf(meetings: readonly Meeting[]): JudgeContext['surroundings'] {
  return { namesAttendees: meetings.some((meeting) => meeting.attendees.length > 0) };
}

function contextOf(
  meeting: Meeting,
  options: JudgeOptions,
  surroundings: JudgeContext['surroundings'],
): JudgeContext {
  const reader = readerOf(meeting, options.me);
  const own = options.policyOf(reader.email);
  return {
    policy: { ...own, zone: options.zone ?? own.zone ?? meeting.calendarZone },
    me: options.me,
    role: options.role,
    nowMs: options.nowMs ?? meeting.createdMs,
    surroundings,
    others: othersOf(meeting, reader.email, own, options.policyOf),
  };
}

/** Colleagues whose zone the policy names; the time of everybody else is not known and nothing is assumed. */
function othersOf(
  meeting: Meeting,
  me: string | null,
  own: Policy,
  policyOf: JudgeOptions['policyOf'],
): ProtectedPerson[] {
  const known = peopleOf(meeting).flatMap(({ email }) =>
    email === null || email === me || !Object.hasOwn(own.zones, email) ? [] : [email],
  );
  // A hostile or careless invite names somebody twice; their burden still counts once.
  return [...new Set(known)].map((email) => ({ person: email, policy: policyOf(email), focusEvents: [] }));
}
