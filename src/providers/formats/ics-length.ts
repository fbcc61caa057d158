import ICAL from 'ical.js';
import { type Length, lengthBetween, type WrittenTime } from './written-time.ts';

/** How long something lasts, and what was wrong with how the file says it. */
export interface ReadLength {
  readonly length: Length;
  readonly problem: string | null;
}

const dayMs = 86_400_000;
/** A century; durations beyond it are typing errors or bait. */
const longestMs = 36_525 * dayMs;

/**
 * The length of an event (RFC 5545 section 3.6.1): DTEND, else DURATION, else a day for a DATE and nothing for a time.
 * What is negative or absurd counts as no length, with a problem to tell.
 */
export function readLength(start: WrittenTime, end: WrittenTime | null, duration: string | null): ReadLength {
  const none: Length = { wallMs: start.zone.kind === 'date' ? dayMs : 0, exactMs: 0 };
  if (end !== null) {
    const length = lengthBetween(start, end);
    return isSensible(length)
      ? { length, problem: null }
      : { length: none, problem: 'DTEND lies before DTSTART or a century after it' };
  }
  if (duration === null) return { length: none, problem: null };
  const length = readDuration(duration);
  if (length === null || !isSensible(length))
    return { length: none, problem: 'DURATION is negative or cannot be read' };
  return { length, problem: null };
}

function isSensible({ wallMs, exactMs }: Length): boolean {
  return wallMs + exactMs >= 0 && wallMs + exactMs <= longestMs;
}

function readDuration(text: string): Length | null {
  if (text.length > 50) return null;
  try {
    const { weeks, days, hours, minutes, seconds, isNegative } = ICAL.Duration.fromString(
      text.trim().toUpperCase(),
    );
    const sign = isNegative ? -1 : 1;
    const length = {
      wallMs: sign * (weeks * 7 + days) * dayMs,
      exactMs: sign * (hours * 3600 + minutes * 60 + seconds) * 1000,
    };
    return Number.isFinite(length.wallMs + length.exactMs) ? length : null;
  } catch {
    return null;
  }
}
