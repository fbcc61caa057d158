import { instantToLocal, isKnownZone, wallTimeToInstant } from '../../core/meeting/wall-time.ts';
import { type Purpose, purposes } from '../../core/signals/signal.ts';
import { type PlanFields, type PlanProblem, planLimits } from './plan-fields.ts';
import { readGuests } from './read-guests.ts';

/** A meeting that could be created as it is. */
export interface Plan {
  readonly title: string;
  readonly purpose: Purpose | null;
  /** Plain text with `\n`. */
  readonly description: string;
  /** Lower case, without the planner. */
  readonly guests: readonly string[];
  /** Epoch milliseconds. */
  readonly startMs: number;
  readonly endMs: number;
  /** IANA name of the clock on which it was typed and on which a series repeats. */
  readonly zone: string;
  readonly weeks: number;
  readonly welcomesWriting: boolean;
  /**
   * `hole`: the clock skips the time that was typed, so it became the one after the change. `overlap`: the clock shows
   * it twice, and the first is meant.
   */
  readonly clock: 'hole' | 'overlap' | null;
}

export type ReadPlan =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

/** On whose clock the form was filled in, and when. */
export interface PlanReader {
  /** Lower case. */
  readonly planner: string;
  /** IANA name; anything unknown is read as UTC. */
  readonly zone: string;
  readonly nowMs: number;
  /** Names among the guests that may be several people, with their addresses; absent where there are none. */
  readonly namesakes?: ReadonlyMap<string, readonly string[]>;
}

const dayMs = 86_400_000;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Checks everything at once, so that whoever typed it mends it in one go. Linear in the length of the text. */
export function readPlan(fields: PlanFields, reader: PlanReader): ReadPlan {
  const problems: PlanProblem[] = [];
  const wrong = (field: PlanProblem['field'], code: PlanProblem['code'], detail: string | null = null) =>
    problems.push({ field, code, detail });
  const zone = isKnownZone(reader.zone) ? reader.zone : 'UTC';
  const title = oneLine(fields.title);
  if (title === '') wrong('title', 'missing');
  if (title.length > planLimits.title) wrong('title', 'too-long');
  const description = fields.description.replaceAll('\r\n', '\n').trim();
  if (description.length > planLimits.description) wrong('description', 'too-long');
  if (fields.because.length > planLimits.because) wrong('because', 'too-long');
  if (!uuid.test(fields.key)) wrong('key', 'unknown');
  const purpose = purposes.find((name) => name === fields.purpose) ?? null;
  if (purpose === null && fields.purpose !== '') wrong('purpose', 'unknown');
  const minutes = wholeNumber(fields.minutes);
  const { least, most } = planLimits.minutes;
  if (minutes === null || minutes < least || minutes > most) wrong('minutes', 'not-a-number');
  const weeks = fields.weeks.trim() === '' ? 1 : wholeNumber(fields.weeks);
  if (weeks === null || weeks < 1 || weeks > planLimits.weeks) wrong('weeks', 'not-a-number');
  const guests = readGuests(fields.guests, reader.planner, reader.namesakes);
  if (!guests.ok) problems.push(...guests.problems);
  const time = readTime(fields, zone, reader.nowMs);
  if (!time.ok) problems.push(...time.problems);
  if (problems.length > 0 || !guests.ok || !time.ok || minutes === null || weeks === null)
    return { ok: false, problems };
  const { startMs, clock } = time;
  return {
    ok: true,
    plan: {
      ...{ title, purpose, description, guests: guests.addresses, zone, weeks, clock, startMs },
      endMs: startMs + minutes * 60_000,
      welcomesWriting: fields.writing === 'yes',
    },
  };
}

type ReadTime =
  | { readonly ok: true; readonly startMs: number; readonly clock: Plan['clock'] }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

function readTime({ date, start }: PlanFields, zone: string, nowMs: number): ReadTime {
  const day = date.trim();
  const clock = /^(\d{2}):(\d{2})(?::00)?$/.exec(start.trim());
  const [hour, minute] = [Number(clock?.[1]), Number(clock?.[2])];
  const problems: PlanProblem[] = [];
  if (!isDate(day))
    problems.push({ field: 'date', code: day === '' ? 'missing' : 'not-a-date', detail: null });
  if (!(hour < 24 && minute < 60))
    problems.push({ field: 'start', code: start.trim() === '' ? 'missing' : 'not-a-time', detail: null });
  if (problems.length > 0) return { ok: false, problems };
  const startMs = wallTimeToInstant(day, { hour, minute }, zone);
  if (startMs < nowMs) return { ok: false, problems: [{ field: 'date', code: 'past', detail: null }] };
  if (startMs > nowMs + planLimits.daysAhead * dayMs)
    return { ok: false, problems: [{ field: 'date', code: 'too-far', detail: null }] };
  return { ok: true, startMs, clock: oddity(startMs, hour * 60 + minute, zone) };
}

/** Whether the clock on the wall skips or repeats this time. Clocks are put back by three hours at the most. */
function oddity(startMs: number, minuteOfDay: number, zone: string): Plan['clock'] {
  if (instantToLocal(startMs, zone).minuteOfDay !== minuteOfDay) return 'hole';
  const later = Array.from({ length: 12 }, (_, quarter) => startMs + (quarter + 1) * 15 * 60_000);
  return later.some((ms) => instantToLocal(ms, zone).minuteOfDay === minuteOfDay) ? 'overlap' : null;
}

/** A day of the calendar: `2026-02-30` is none. */
function isDate(text: string): boolean {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

function wholeNumber(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
