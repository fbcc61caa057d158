import type { Act } from '../../core/gate/act.ts';
import { restoredCase } from '../../core/gate/case-run.ts';
import type { Occurrence } from '../../core/meeting/event-time.ts';
import type { Meeting } from '../../core/meeting/meeting.ts';
import { occurrenceKey } from '../../core/meeting/occurrence-key.ts';
import { findCollisions } from '../../core/time/find-collisions.ts';
import type { CalendarEntry } from '../ports/calendar.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { AnswerRecord } from '../ports/store/effects.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { closeCase } from './close-case.ts';
import { judgeSubject } from './judge-subject.ts';
import type { Judging, JudgingDeps } from './judging.ts';
import type { Subject } from './look.ts';
import { isExplained, ownAnswerNow } from './own-answer.ts';
import { withoutPrompts } from './policy-in-force.ts';
import { instantOf, occurrenceMeeting, occurrenceOf, viewOf } from './subject.ts';

/** How far ahead single occurrences are answered: late enough that plans are made, early enough to make others. */
export const occurrencesAheadMs = 8 * 7 * 86_400_000;
/** At most so many next occurrences are looked at: eight weeks of a meeting on each working day. */
const mostAhead = 40;

/** A series, with what is known of it. */
interface SeriesSubject {
  readonly entry: CalendarEntry;
  /** As if the gate had answered none of it. */
  readonly meeting: Meeting;
  /** The newest case of each of its occurrences. */
  readonly cases: readonly CaseRecord[];
  /** The newest case of the whole; null where it is no meeting to judge. */
  readonly whole: CaseRecord | null;
  readonly seenMs: number;
  readonly standing: readonly AnswerRecord[];
}

/**
 * The occurrences of a series that collide while others do not: each that would be answered has a case of its own. None
 * is opened where the series itself is answered, by the gate or by its owner, became a thread, or collides always. Those that lie
 * further ahead than `occurrencesAheadMs` come when `lookAheadInSeries` hands the series in again.
 */
export async function judgeOccurrences(
  tx: StoreTransaction,
  deps: JudgingDeps,
  judging: Judging,
  series: SeriesSubject,
): Promise<void> {
  const { entry, meeting, cases } = series;
  const known = new Map(cases.map((record) => [record.occurrence, record]));
  const toOpen = mayOpen(series) ? collidingAhead(judging, meeting) : [];
  const open = cases.filter(({ closed }) => !closed);
  const keys = new Set([
    ...open.map(({ occurrence }) => occurrence),
    ...toOpen.map(({ originalStart }) => occurrenceKey(originalStart)),
  ]);
  for (const key of keys) {
    const existing = known.get(key) ?? null;
    const occurrence = occurrenceOf({ ...entry, meeting }, key);
    if (existing && !existing.closed) {
      const fate = fateOf(judging, series, existing, occurrence);
      if (fate === 'gone') await closeCase(tx, deps, judging, existing);
      if (fate !== 'there') continue;
    }
    if (occurrence === null) continue;
    await judgeSubject(tx, deps, judging, subjectOfOccurrence(judging, series, existing, key, occurrence));
  }
}

function subjectOfOccurrence(
  { enforced }: Judging,
  { entry, meeting, seenMs, standing }: SeriesSubject,
  existing: CaseRecord | null,
  key: string,
  occurrence: Occurrence,
): Subject {
  return {
    entry,
    occurrence: key,
    meeting: occurrenceMeeting(meeting, occurrence),
    existing,
    seenMs,
    standing,
    enforced: withoutPrompts(enforced),
    opensFor: isAnswer,
  };
}

function isAnswer(act: Act): boolean {
  return act === 'tentative' || act === 'decline';
}

function mayOpen({ entry, whole, standing }: SeriesSubject): boolean {
  if (entry.owner.role !== 'attendee' || whole === null || whole.closed) return false;
  if (whole.state.startsWith('thread')) return false;
  const { answered, overridden, time } = restoredCase(whole.snapshot).context;
  if (answered !== null || overridden || time?.ok === false) return false;
  return isExplained(ownAnswerNow(entry, ''), standing, '');
}

/** The next occurrences that a rule which answers keeps free, each at its own time. */
function collidingAhead(judging: Judging, meeting: Meeting): readonly Occurrence[] {
  const { policy, nowMs, mailbox, focusEvents } = judging;
  const ahead = meeting.occurrences
    .filter(({ counts, start }) => {
      const startMs = instantOf(start, policy.zone);
      return counts && startMs !== null && startMs >= nowMs && startMs < nowMs + occurrencesAheadMs;
    })
    .slice(0, mostAhead);
  const { collisions } = findCollisions(ahead, [{ person: mailbox.address, policy, focusEvents }]);
  const answering = collisions.filter(
    ({ enforcement }) => enforcement === 'grace' || enforcement === 'enforce',
  );
  const touched = new Set(answering.map(({ collision }) => collision.occurrence));
  return ahead.filter((_, index) => touched.has(index));
}

/**
 * What became of an occurrence that has an open case. `aside`: it is out of sight, or left the calendar because the
 * gate declined it there; in both cases nothing new is known of it.
 */
function fateOf(
  { nowMs, mailbox }: Judging,
  { entry, standing }: SeriesSubject,
  existing: CaseRecord,
  occurrence: Occurrence | null,
): 'there' | 'gone' | 'aside' {
  const view = viewOf(entry, existing.occurrence);
  if (view?.cancelled) return 'gone';
  const declinedAway = view !== null && view.id === null && view.answer === 'declined';
  if (declinedAway && isExplained('declined', standing, existing.occurrence)) return 'aside';
  if (occurrence !== null) return 'there';
  const { startMs } = existing;
  const inSight = startMs !== null && startMs >= nowMs && startMs < (mailbox.window?.toMs ?? nowMs);
  return view === null && inSight && !entry.meeting.occurrencesTruncated ? 'gone' : 'aside';
}
