import { fullHour } from '../../wording/spoken-time.ts';
import { dayText, timeText, type WhenFrame } from '../when.ts';

/**
 * When something in writing is due, in the reader's zone and writing: `Friday 27 November, 17:00`. Counted from when it
 * began, it falls on any minute; the full hour is told, except in the hour itself, where that is over. Epoch
 * milliseconds.
 */
export function deadlineText(dueMs: number, frame: WhenFrame): string {
  const hourMs = fullHour(dueMs, frame.zone);
  const isThisHour = hourMs <= frame.nowMs && frame.nowMs < dueMs;
  const toldMs = isThisHour ? dueMs : hourMs;
  return `${dayText(toldMs, frame)}, ${timeText(toldMs, frame)}`;
}
