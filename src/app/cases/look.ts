import type { Act } from '../../core/gate/act.ts';
import type { CaseEvent, CaseFacts } from '../../core/gate/case-events.ts';
import { decide } from '../../core/gate/decide.ts';
import { type Judgement, judge } from '../../core/gate/judge.ts';
import type { Meeting } from '../../core/meeting/meeting.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import { alternativeFor } from '../../core/offer/alternative.ts';
import type { Purpose } from '../../core/signals/signal.ts';
import type { CalendarEntry } from '../ports/calendar.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { AnswerRecord } from '../ports/store/effects.ts';
import type { Judging } from './judging.ts';
import { endOfSeries } from './series-end.ts';
import { instantOf, isSeries } from './subject.ts';

/** A meeting, a series or one of its occurrences, and what the gate had to do with it so far. */
export interface Subject {
  readonly entry: CalendarEntry;
  /** Key of one occurrence; empty for the whole. */
  readonly occurrence: string;
  /** What is to be judged, as if the gate had not answered. */
  readonly meeting: Meeting;
  readonly existing: CaseRecord | null;
  /** When the calendar was read; epoch milliseconds. */
  readonly seenMs: number;
  /** Answers of the gate to this meeting that stand. */
  readonly standing: readonly AnswerRecord[];
  /** The policy as it is enforced on this subject. */
  readonly enforced: Policy;
  /** What its organizer says that it is for; absent where nobody was asked. */
  readonly purpose?: Purpose;
  /** Whether what would be done is worth a case of its own. */
  readonly opensFor: (wouldAct: Act) => boolean;
}

/** One look at a meeting: what the gate thinks of it, and what the machine has to know beside that. */
interface Look {
  readonly judgement: Judgement;
  readonly facts: CaseFacts;
}

export async function lookAt(
  judging: Judging,
  { entry, meeting, enforced, purpose }: Subject,
): Promise<Look> {
  const { mailbox, nowMs, policy, focusEvents } = judging;
  const role = entry.owner.role === 'organizer' ? 'organizer' : 'invitee';
  const other = otherPerson(entry, judging.own);
  const judgement = judge(meeting, {
    policy,
    me: mailbox.address,
    role,
    nowMs,
    surroundings: { namesAttendees: true },
    focusEvents,
    others: [],
    ...(purpose === undefined ? {} : { statedPurpose: purpose }),
    ...(other === null ? {} : { earlierMeetings: await judging.countWith(other) }),
  });
  const skipped = judgement.reasons.find(({ says }) => says === 'skip')?.rule ?? null;
  const facts: CaseFacts = {
    role,
    // Who was invited through a group is on no guest list: the calendar takes no answer from them.
    readerKnown: entry.owner.role !== 'unlisted',
    policy: policyFacts(enforced),
    skipped: entry.owner.role === 'alone' ? 'own-hold' : skipped,
    past: judgement.past,
  };
  return { judgement, facts };
}

/** Both questions with their answers, as the machine takes them. */
export function questionsOf({ judgement }: Look): readonly CaseEvent[] {
  const { need, time, signals, changes } = judgement;
  const alternative = alternativeFor(signals.purpose.value);
  return [
    { type: 'NEED_JUDGED', judgement: need, alternative, hasChanges: changes.length > 0 },
    { type: 'TIME_CHECKED', check: time },
  ];
}

/** What would be done without observing, brake and fallback. */
export function wouldActOf(
  { policy }: Pick<Judging, 'policy'>,
  { judgement, facts }: Look,
  known: { readonly ownerDecided: boolean; readonly movesByGate: number },
): Act {
  const { need, time, changes } = judgement;
  return decide({ ...facts, ...known, policy, need, time, hasChanges: changes.length > 0 }).act;
}

/**
 * Start and end as a row keeps them: of a series the start of what comes next, and the end of its last occurrence where
 * it is known that none follows.
 */
export function timesOf(
  { policy: { zone }, nowMs, mailbox }: Pick<Judging, 'policy' | 'nowMs' | 'mailbox'>,
  { entry, occurrence, meeting }: Pick<Subject, 'entry' | 'occurrence' | 'meeting'>,
): Pick<CaseRecord, 'startMs' | 'endMs'> {
  const startsAt = ({ start }: Pick<Meeting, 'start'>): number | null => instantOf(start, zone);
  if (!isSeries(entry) || occurrence !== '')
    return { startMs: startsAt(meeting), endMs: instantOf(meeting.end, zone) };
  const next = meeting.occurrences.find((one) => one.counts && (startsAt(one) ?? nowMs) >= nowMs);
  const endMs = endOfSeries(meeting, zone, mailbox.window);
  return { startMs: next ? startsAt(next) : startsAt(meeting), endMs };
}

/** Only what decides is kept with a case. */
function policyFacts({ enforcement, answerConfidence, paused }: CaseFacts['policy']): CaseFacts['policy'] {
  return { enforcement, answerConfidence, paused };
}

/** With whom the owner has to do here: the organizer, or the only guest of an own meeting. */
function otherPerson({ meeting, owner }: CalendarEntry, own: ReadonlySet<string>): string | null {
  if (owner.role !== 'organizer') return meeting.organizer?.email ?? null;
  const guests = meeting.attendees.filter(
    ({ email, kind, self }) => kind === 'individual' && !self && !(email !== null && own.has(email)),
  );
  return guests.length === 1 ? (guests[0]?.email ?? null) : null;
}
