import { initialTransition, transition } from 'xstate';
import type { Occurrence } from '../meeting/event-time.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { peopleOf, readerOf } from '../meeting/people.ts';
import type { Policy } from '../meeting/policy.ts';
import { judgeNeed } from '../need/judge-need.ts';
import type { NeedJudgement, Reason } from '../need/need.ts';
import { zoneSpreadHours } from '../need/zone-spread.ts';
import { type Alternative, alternativeFor } from '../offer/alternative.ts';
import { proposeChanges } from '../offer/changes.ts';
import { readSignals } from '../signals/read-signals.ts';
import type { Purpose, Signals } from '../signals/signal.ts';
import { outsidersOf } from '../signals/wording/structure.ts';
import { checkTime, type ProtectedPerson, type TimeCheck } from '../time/check-time.ts';
import { findExemption } from '../time/exemption.ts';
import type { Act } from './act.ts';
import { caseMachine } from './case-machine.ts';
import { skipReason, type Surroundings } from './skip.ts';
import type { Role, Verdict } from './verdict.ts';

/** Everything a judgement depends on besides the meeting. Time is an input: `nowMs` is epoch milliseconds. */
export interface JudgeContext {
  readonly policy: Policy;
  readonly me: string | null;
  /** On whose side the gate stands; null: the organizer's where the reader organizes, else an invitee's. */
  readonly role: Role | null;
  /** The moment of judgement; null where nobody knows, and then nothing counts as past. */
  readonly nowMs: number | null;
  readonly surroundings: Surroundings;
  /** Other people whose time the policy protects; the reader comes first by itself. */
  readonly others: readonly ProtectedPerson[];
  readonly statedPurpose?: Purpose;
  readonly earlierMeetings?: number;
}

/** What the gate thinks of one meeting, and why. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly act: Act;
  readonly role: Role;
  readonly need: NeedJudgement;
  readonly time: TimeCheck;
  readonly signals: Signals;
  /** The better way; null where the meeting is right as it is. */
  readonly alternative: Alternative | null;
  readonly changes: readonly string[];
  readonly reasons: readonly Reason[];
}

/** A series is judged by its next occurrences, at most this many: half a year of a weekly meeting. */
const mostJudged = 26;
const offering: ReadonlySet<Verdict> = new Set(['go-async', 'decline']);

/** Judges one meeting: signals, need, time, verdict, act. Deterministic; no clock, no I/O. */
export function judge(meeting: Meeting, context: JudgeContext): Judgement {
  const { policy, me, nowMs } = context;
  const reader = readerOf(meeting, me);
  const role = context.role ?? (reader.organizes ? 'organizer' : 'invitee');
  const reading = readSignals(meeting, context);
  const { occurrences, past } = judgedOccurrences(meeting, nowMs);
  const need = judgeNeed({
    signals: reading.signals,
    probability: reading.probability,
    language: reading.language,
    people: meeting.attendeesOmitted ? null : peopleOf(meeting).length,
    outsiders: outsidersOf(meeting, policy.ownDomains, me).length,
    zoneSpreadHours: zoneSpreadHours(meeting, policy),
  });
  const { exemption, reason: exemptReason } = findExemption(meeting, policy, reading);
  const owner: ProtectedPerson = { person: reader.email ?? 'me', policy, focusEvents: [] };
  const time = checkTime(occurrences, role === 'organizer' ? [owner, ...context.others] : [owner], exemption);
  const purpose = reading.signals.purpose.value;
  const changes = proposeChanges(meeting, need.need, purpose, time, policy.limits);
  const skipped = skipReason(meeting, me, context.surroundings);
  const alternative = alternativeFor(purpose);
  const { verdict, act } = runCase({
    input: {
      role: reader.organizes ? 'organizer' : role,
      policy,
      skipped: skipped?.rule ?? null,
      ownerDecided: ownerDecided(meeting, me),
      past,
    },
    need,
    time,
    alternative,
    hasChanges: changes.length > 0,
  });
  return {
    verdict,
    act,
    role,
    need,
    time,
    signals: reading.signals,
    alternative: need.need === 'async' && offering.has(verdict) ? alternative : null,
    changes: verdict === 'skip' ? [] : changes,
    reasons: [
      ...(skipped ? [skipped] : []),
      ...(exemptReason && time.collided > 0 ? [exemptReason] : []),
      ...(verdict === 'decline' || verdict === 'move' ? [...time.reasons, ...need.reasons] : [...need.reasons, ...time.reasons]),
      ...limitReasons(verdict, changes),
    ],
  };
}

/** Two events, and the case is decided; the machine alone knows what follows from what. */
function runCase({
  input,
  need,
  time,
  alternative,
  hasChanges,
}: {
  input: Parameters<typeof initialTransition<typeof caseMachine>>[1];
  need: NeedJudgement;
  time: TimeCheck;
  alternative: Alternative;
  hasChanges: boolean;
}): { verdict: Verdict; act: Act } {
  const [start] = initialTransition(caseMachine, input);
  const [afterNeed] = transition(caseMachine, start, { type: 'NEED_JUDGED', judgement: need, alternative, hasChanges });
  const [decided] = transition(caseMachine, afterNeed, { type: 'TIME_CHECKED', check: time });
  return { verdict: decided.context.verdict ?? 'skip', act: decided.context.act };
}

/** The next occurrences from the moment of judgement; where all are over, those there were, and it is past. */
function judgedOccurrences(meeting: Meeting, nowMs: number | null): { occurrences: readonly Occurrence[]; past: boolean } {
  const counted = meeting.occurrences.filter((occurrence) => occurrence.counts);
  const ahead = nowMs === null ? counted : counted.filter(({ start }) => start.kind !== 'instant' || start.ms >= nowMs);
  const past = ahead.length === 0 && counted.length > 0;
  return { occurrences: (past ? counted : ahead).slice(0, mostJudged), past };
}

/** An answer that a person gave is never overridden; one that is still open may be given. */
function ownerDecided(meeting: Meeting, me: string | null): boolean {
  const answer = readerOf(meeting, me).attendee?.answer;
  return answer === 'accepted' || answer === 'tentative' || answer === 'declined' || answer === 'delegated';
}

function limitReasons(verdict: Verdict, changes: readonly string[]): Reason[] {
  if (verdict !== 'meet-differently') return [];
  return changes.map((because) => ({ rule: 'meet-differently', says: 'limit', because, source: 'policy: limits' }));
}
