import { createHash } from 'node:crypto';
import type { Window } from '../../core/meeting/event-time.ts';

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** The last full calendar month is inside it: a month's load, and who met whom before. */
const weeksBack = 4;
/** Occurrences are answered eight weeks ahead at most; half a year keeps an invite in sight long before that. */
const weeksAhead = 26;

/**
 * The window of a mailbox that is kept up to date. Both calendars read everything anew when their window moves, so it
 * moves once a week, and for each mailbox at another moment of the week: otherwise all would be read on one night.
 *
 * @returns bounds that stand for a week; at least 4 weeks before and 26 weeks after `nowMs`, at most one week more
 *   before, and exactly 26 weeks after the end of its week
 */
export function pullWindow(mailboxId: string, nowMs: number): Window {
  const offsetMs = createHash('sha256').update(mailboxId).digest().readUInt32BE(0) % weekMs;
  const anchorMs = Math.floor((nowMs - offsetMs) / weekMs) * weekMs + offsetMs;
  return { fromMs: anchorMs - weeksBack * weekMs, toMs: anchorMs + (weeksAhead + 1) * weekMs };
}
