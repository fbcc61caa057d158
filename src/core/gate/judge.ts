import type { EventTime, Occurrence } from '../meeting/event-time.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { readerOf } from '../meeting/people.ts';
import type { Policy } from '../meeting/policy.ts';
import { instantToLocal, isKnownZone } from '../meeting/wall-time.ts';
import { judgeNeed } from '../need/judge-need.ts';
import type { NeedJudgement, Reason } from '../need/need.ts';
import { zoneSpreadHours } from '../need/zone-spread.ts';
import { type Alternative, alternativeFor } from '../offer/alternative.ts';
import { proposeChanges } from '../offer/changes.ts';
import { proposeFairerTime } from '../offer/fairer-time.ts';
import { proposeOtherTimes } from '../offer/other-times.ts';
import { readSignals } from '../signals/read-signals.ts';
import type { Purpose, Signals } from '../signals/signal.ts';
import { checkTime, type ProtectedPerson, type TimeCheck } from '../time/check-time.ts';
import { findExemption } from '../time/exemption.ts';
import { findCollisions } from '../time/find-collisions.ts';
import type { FocusEvent } from '../time/protection.ts';
import { withUnfairShares } from '../time/unfair-shares.ts';
import type { Act } from './act.ts';
import { decide } from './decide.ts';
import { offersFormat } from './offers-format.ts';
import { hasDeclined, isDecided, isReaderKnown, ownAnswerOf } from './own-answer.ts';
import { type Surroundings, skipReason } from './skip.ts';
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
  /** Focus time in the reader's own calendar; empty where only invites are known. */
  readonly focusEvents?: readonly FocusEvent[];
  /** Other people whose time the policy protects; the reader comes first by itself. */
  readonly others: readonly ProtectedPerson[];
  /** What each person carried for this series so far, point-minutes by address; absent: what its own past says. */
  readonly carried?: ReadonlyMap<string, number>;
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
  /** True where it is over, or has begun, and nothing of it is ahead. */
  readonly past: boolean;
}

/** A series is judged by its next occurrences, at most this many: half a year of a weekly meeting. */
const mostJudged = 26;

/** Judges one meeting: signals, need, time, verdict, act. Deterministic; no clock, no I/O. */
export function judge(meeting: Meeting, context: JudgeContext): Judgement {
  const { policy, me, nowMs } = context;
  const reader = readerOf(meeting, me);
  const role = context.role ?? (reader.organizes ? 'organizer' : 'invitee');
  const reading = readSignals(meeting, context);
  const { occurrences, past, allDeclined } = judgedOccurrences(meeting, reader.email, nowMs, policy.zone);
  const need = judgeNeed({
    signals: reading.signals,
    probability: reading.probability,
    language: reading.language,
    touchesPeople: reading.touchesPeople,
    zoneSpreadHours: zoneSpreadHours(meeting, policy),
  });
  const owner: ProtectedPerson = {
    person: reader.email ?? 'me',
    policy,
    focusEvents: context.focusEvents ?? [],
  };
  const unmarked = [owner, ...context.others];
  const everyone = withUnfairShares(unmarked, {
    meeting,
    // What is over is judged as it was, before anybody carried it.
    nowMs: past ? null : nowMs,
    carried: past ? null : (context.carried ?? null),
  });
  const protectedCount = role === 'organizer' ? everyone.length : 1;
  const people = everyone.slice(0, protectedCount);
  const found = findCollisions(occurrences, people);
  const {
    exemption,
    reason: exemptReason,
    remaining,
  } = findExemption(meeting, policy, reading, found.collisions);
  const time: TimeCheck = {
    ...checkTime(found, exemption === 'exempt' ? found.collisions : remaining),
    exemption,
  };
  const purpose = reading.signals.purpose.value;
  const ownerDecided = allDeclined || isDecided(ownAnswerOf(meeting, me));
  // Calendars mark organizers as accepted by themselves: that is no answer of a person.
  const isOpen = !past && (reader.organizes || !ownerDecided);
  const fairer =
    isOpen && isMovable(need, time, reading.signals) ? proposeFairerTime(occurrences, everyone, nowMs) : null;
  const proposed = [
    ...proposeChanges(meeting, need.need, purpose, time, policy.limits),
    ...(fairer === null ? [] : [fairer]),
  ];
  const skipped = skipReason(meeting, me, context.surroundings);
  const alternative = alternativeFor(purpose);
  // The same decision that the case machine takes once both questions are answered; no case is opened for it here.
  const { verdict, act } = decide({
    role: reader.organizes ? 'organizer' : role,
    readerKnown: isReaderKnown(meeting, me),
    policy,
    skipped: skipped?.rule ?? null,
    ownerDecided,
    past,
    need,
    time,
    hasChanges: proposed.length > 0,
    movesByGate: 0,
  });
  const carriesFormat = offersFormat(verdict, need, policy);
  const movable = verdict === 'move' || (verdict === 'decline' && !carriesFormat);
  const changes = movable
    ? // Off-hours lie outside working hours, which other times avoid for everybody; a mark would only cost time.
      [...proposed, proposeOtherTimes(occurrences, unmarked.slice(0, protectedCount), policy.zone, nowMs)]
    : proposed;
  return {
    verdict,
    act,
    role,
    need,
    time,
    signals: reading.signals,
    alternative: carriesFormat ? alternative : null,
    changes: verdict === 'skip' ? [] : changes,
    reasons: [
      ...(skipped ? [skipped] : []),
      ...(exemptReason ? [exemptReason] : []),
      ...(verdict === 'decline' || verdict === 'move'
        ? [...time.reasons, ...need.reasons]
        : [...need.reasons, ...time.reasons]),
      ...limitReasons(verdict, changes, fairer),
    ],
    past,
  };
}

interface JudgedOccurrences {
  readonly occurrences: readonly Occurrence[];
  readonly past: boolean;
  /** True where the reader declined every one that is ahead. */
  readonly allDeclined: boolean;
}

/**
 * The next occurrences from the moment of judgement, without those that the reader declined one by one.
 * Where all are over, those there were, and it is past; so is what began before and has none ahead. Where a bound cut
 * the list before that moment, nobody knows what is ahead.
 */
function judgedOccurrences(
  meeting: Meeting,
  reader: string | null,
  nowMs: number | null,
  zone: string | null,
): JudgedOccurrences {
  const counted = meeting.occurrences.filter((occurrence) => occurrence.counts);
  const ahead = nowMs === null ? counted : counted.filter(({ start }) => !hasBegun(start, nowMs, zone));
  if (ahead.length > 0) {
    const open = ahead.filter((occurrence) => !hasDeclined(occurrence, reader));
    return { occurrences: open.slice(0, mostJudged), past: false, allDeclined: open.length === 0 };
  }
  if (meeting.occurrencesTruncated || nowMs === null)
    return { occurrences: [], past: false, allDeclined: false };
  const past = counted.length > 0 || hasBegun(meeting.start, nowMs, zone);
  return { occurrences: counted.slice(0, mostJudged), past, allDeclined: false };
}

/** A floating time without a known zone has begun once it has in the last zone of the world (UTC-12). */
function hasBegun(start: EventTime, nowMs: number, zone: string | null): boolean {
  if (start.kind === 'instant') return start.ms < nowMs;
  if (start.kind !== 'floating') return false;
  const now = instantToLocal(nowMs, zone !== null && isKnownZone(zone) ? zone : 'Etc/GMT+12');
  const clock = [Math.floor(now.minuteOfDay / 60), now.minuteOfDay % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return start.local.slice(0, 16) < `${now.date}T${clock.join(':')}`;
}

/** Whether a better hour may be proposed: it has to be live at a known and free time, and is no emergency. */
function isMovable({ need }: NeedJudgement, { ok, exemption }: TimeCheck, signals: Signals): boolean {
  const isEmergency = signals.urgency.value === 'emergency' || signals.purpose.value === 'incident';
  return need === 'live' && ok === true && exemption !== 'exempt' && !isEmergency;
}

function limitReasons(verdict: Verdict, changes: readonly string[], fairer: string | null): Reason[] {
  if (verdict !== 'meet-differently') return [];
  return changes.map((because) => ({
    rule: 'meet-differently',
    says: 'limit',
    because,
    source: because === fairer ? 'policy: timeZone, workingHours' : 'policy: limits',
  }));
}
