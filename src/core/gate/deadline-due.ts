import type { Policy } from '../meeting/policy.ts';
import type { Alternative } from '../offer/alternative.ts';
import { answerDue } from '../offer/response-window.ts';
import type { DeadlineName } from './case-events.ts';

/**
 * So long before it starts a tentative answer becomes a decline at the latest: two hours are enough for the organizer
 * to go on without somebody, or to move the meeting.
 */
const graceLeadMs = 2 * 3_600_000;

interface DeadlineContext {
  readonly nowMs: number;
  /** The owner's: deadlines are counted in their working days. */
  readonly policy: Pick<Policy, 'zone' | 'workingHours' | 'publicHolidays' | 'responseWindows'>;
  /** What was offered; null counts as a question. */
  readonly alternative: Pick<Alternative, 'window'> | null;
  /** Start of the meeting, of a series its next occurrence; null where unknown. */
  readonly startMs: number | null;
}

/**
 * When a deadline is due, epoch milliseconds; never in the past.
 *
 * - `question`: the window for questions. `offer`, `thread`: the window of what was offered.
 * - `grace`: the window for questions, but `graceLeadMs` before the start; where the start is near, half of what is left.
 * - `escalation`: one working day more.
 *
 * The first three are over when the meeting starts; a thread has no meeting any more.
 */
export function deadlineDue(deadline: DeadlineName, context: DeadlineContext): number {
  const { nowMs, policy, alternative, startMs } = context;
  const { question } = policy.responseWindows;
  const offered = alternative ? policy.responseWindows[alternative.window] : question;
  switch (deadline) {
    case 'question':
      return before(startMs, nowMs, answerDue(nowMs, question, policy));
    case 'offer':
      return before(startMs, nowMs, answerDue(nowMs, offered, policy));
    case 'grace':
      return before(lastCallMs(startMs, nowMs), nowMs, answerDue(nowMs, question, policy));
    case 'thread':
      return answerDue(nowMs, offered, policy);
    case 'escalation':
      return answerDue(nowMs, { workingDays: 1 }, policy);
  }
}

function before(limitMs: number | null, nowMs: number, dueMs: number): number {
  return limitMs === null ? dueMs : Math.max(nowMs, Math.min(limitMs, dueMs));
}

function lastCallMs(startMs: number | null, nowMs: number): number | null {
  if (startMs === null) return null;
  return Math.max(startMs - graceLeadMs, Math.floor((nowMs + startMs) / 2));
}
