import { burdenBetween, burdenTimeline } from '../fairness/burden.ts';
import type { FairnessPerson } from '../fairness/fairness-person.ts';
import { carriedAt, halfLifeDays, type LedgerEntry } from '../fairness/ledger.ts';
import type { Window } from '../meeting/event-time.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { meetingWindow } from './off-hours.ts';

/** What is ten half-lives old weighs less than a thousandth; looking further back would only cost time. */
const memoryMs = 10 * halfLifeDays * 86_400_000;

/**
 * What each person carried in the past occurrences of a meeting, as of `nowMs` (epoch milliseconds), in point-minutes
 * halved by the ledger's half-life. An occurrence that somebody declined, or whose time is unknown, adds nothing.
 *
 * @returns by name; empty where nothing is past
 */
export function carriedBefore(
  meeting: Pick<Meeting, 'occurrences'>,
  people: readonly FairnessPerson[],
  nowMs: number,
): ReadonlyMap<string, number> {
  const past = meeting.occurrences.flatMap((occurrence) => {
    const window = occurrence.counts ? meetingWindow(occurrence) : null;
    return window !== null && window.fromMs < nowMs && window.fromMs >= nowMs - memoryMs
      ? [{ window, declinedBy: occurrence.declinedBy ?? [] }]
      : [];
  });
  if (past.length === 0) return new Map();
  const all = spanOf(past.map(({ window }) => window));
  const entries = people.flatMap((person): LedgerEntry[] => {
    const timeline = burdenTimeline(person, all);
    return past
      .filter(({ declinedBy }) => !declinedBy.includes(person.name))
      .map(({ window: { fromMs, toMs } }) => ({
        person: person.name,
        series: null,
        atMs: fromMs,
        pointMinutes: burdenBetween(timeline, fromMs, toMs) ?? 0,
      }));
  });
  return carriedAt(entries, nowMs);
}

function spanOf(windows: readonly Window[]): Window {
  return windows.reduce((all, { fromMs, toMs }) => ({
    fromMs: Math.min(all.fromMs, fromMs),
    toMs: Math.max(all.toMs, toMs),
  }));
}
