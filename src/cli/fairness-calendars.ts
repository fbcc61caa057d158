import type { Availability } from '../core/fairness/attendance.ts';
import type { EventTime, Occurrence, Window } from '../core/meeting/event-time.ts';
import { gapsOf, unionOf } from '../core/meeting/intervals.ts';
import type { Meeting } from '../core/meeting/meeting.ts';
import { readerOf } from '../core/meeting/people.ts';
import type { ReadProblem } from '../core/meeting/reading.ts';
import { wallTimeToInstant } from '../core/meeting/wall-time.ts';
import type { CliDeps } from './cli-deps.ts';
import { namedInputs, readAll } from './read-inputs.ts';

/** What the calendar files of one person say. */
export interface PersonalCalendar {
  readonly availability: Availability;
  /** For focus time, which a policy may protect. */
  readonly meetings: readonly Meeting[];
  readonly refused: readonly ReadProblem[];
  readonly notes: readonly ReadProblem[];
}

const dayMs = 86_400_000;
/** Occurrences are found by their start, and an absence that reaches into the search may have begun weeks before. */
const beforeMs = 35 * dayMs;
/** Clocks run from 12 hours behind UTC to 14 hours ahead of it. */
const widestOffsetMs = 14 * 3_600_000;

/**
 * Reads the calendar files of one person: busy are entries that block time, count, and were not declined. All-day
 * and floating entries stand on the person's own clock.
 * Where a part cannot be read or placed, the time it may take is unknown, never free.
 *
 * @param window the search with its buffers
 * @param zone IANA name of the person's zone; null where unknown
 */
export async function readPersonalCalendar(
  deps: CliDeps,
  name: string,
  paths: readonly string[],
  window: Window,
  zone: string | null,
): Promise<PersonalCalendar> {
  const reading = { fromMs: window.fromMs - beforeMs, toMs: window.toMs + dayMs };
  const items = await readAll(namedInputs(deps, paths, reading));
  const meetings = items.flatMap((item) => (item.kind === 'meeting' ? [item.meeting] : []));
  const refused = items.flatMap((item) => (item.kind === 'refused' ? [item.problem] : []));
  const notes = items.flatMap((item) => (item.kind === 'note' ? [item.problem] : []));
  const placed = meetings
    .filter((meeting) => takesTime(meeting, name))
    .map((meeting) => placeMeeting(meeting, name, zone));
  const isWhole = refused.length === 0 && placed.every(({ isPlaced }) => isPlaced);
  const lost = unionOf(placed.flatMap(({ uncertain }) => uncertain));
  const whole: ReadProblem = {
    place: paths.join(', '),
    what: `a part of this calendar has no time that could be read, so it is unknown when ${name} is free`,
    remedy: 'correct that part, or take it out',
  };
  return {
    availability: {
      known: isWhole ? gapsOf([window], lost) : [],
      busy: unionOf(placed.flatMap(({ busy }) => busy)),
    },
    meetings,
    refused,
    // What was refused has been said, with its own remedy.
    notes: isWhole || refused.length > 0 ? notes : [...notes, whole],
  };
}

function takesTime(meeting: Meeting, name: string): boolean {
  if (!meeting.busy || meeting.status === 'cancelled' || meeting.ownAnswer === 'declined') return false;
  return readerOf(meeting, addressOf(name)).attendee?.answer !== 'declined';
}

interface Placed {
  readonly busy: Window[];
  /** Where it may lie on a clock that nobody knows. */
  readonly uncertain: Window[];
  readonly isPlaced: boolean;
}

function placeMeeting(meeting: Meeting, name: string, zone: string | null): Placed {
  const address = addressOf(name);
  const counting = meeting.occurrences.filter(
    ({ counts, declinedBy }) => counts && (address === null || !declinedBy?.includes(address)),
  );
  const isLost = meeting.occurrencesTruncated || meeting.start.kind === 'unknown';
  const placed: Placed = { busy: [], uncertain: [], isPlaced: !isLost };
  for (const occurrence of counting) {
    const window = spanOf(occurrence, zone ?? 'UTC');
    if (window === null) return { ...placed, isPlaced: false };
    if (zone !== null || occurrence.start.kind === 'instant') placed.busy.push(window);
    else {
      const { fromMs, toMs } = window;
      placed.uncertain.push({ fromMs: fromMs - widestOffsetMs, toMs: toMs + widestOffsetMs });
    }
  }
  return placed;
}

/** Null where the start or the end could not be read. */
function spanOf({ start, end }: Occurrence, zone: string): Window | null {
  const fromMs = instantOf(start, zone);
  const toMs = instantOf(end, zone);
  return fromMs === null || toMs === null ? null : { fromMs, toMs };
}

function instantOf(time: EventTime, zone: string): number | null {
  if (time.kind === 'instant') return time.ms;
  if (time.kind === 'date') return wallTimeToInstant(time.date, { hour: 0, minute: 0 }, zone);
  if (time.kind === 'unknown') return null;
  const [hour = 0, minute = 0, second = 0] = time.local.slice(11).split(':').map(Number);
  return wallTimeToInstant(time.local.slice(0, 10), { hour, minute, second }, zone);
}

/** A name that is an address tells which attendee of a calendar the person is. */
export function addressOf(name: string): string | null {
  return /^[^\s@]{1,250}@[^\s@]{1,250}$/.test(name) ? name.toLowerCase() : null;
}
