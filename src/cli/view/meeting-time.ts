import { DateTime } from 'luxon';
import type { EventTime, Occurrence } from '../../core/meeting/event-time.ts';
import type { Meeting, Recurrence } from '../../core/meeting/meeting.ts';
import { addDays, instantToLocal } from '../../core/meeting/wall-time.ts';

/**
 * When a meeting is, for people: `Tue 6 Oct 09:30–10:00` and how it repeats.
 *
 * @param zone IANA name of the reader's zone; null shows times as they were written
 */
export function meetingTime(meeting: Meeting, occurrence: Occurrence | null, zone: string | null): string {
  const { start, end } = occurrence ?? meeting;
  const repeats = meeting.recurrence ? `, ${repetition(meeting.recurrence)}` : '';
  return `${spanText(start, end, zone)}${repeats}`;
}

function spanText(start: EventTime, end: EventTime, zone: string | null): string {
  if (start.kind === 'unknown') return 'time unknown';
  if (start.kind === 'date') return dateSpan(start.date, end);
  const from = wallClock(start, zone);
  const to = wallClock(end, zone ?? (start.kind === 'instant' ? start.zone : null));
  const first = `${dateText(from.date)} ${from.time}`;
  if (to === null || (to.date === from.date && to.time === from.time)) return first;
  return to.date === from.date ? `${first}–${to.time}` : `${first} to ${dateText(to.date)} ${to.time}`;
}

function dateSpan(first: string, end: EventTime): string {
  const last = end.kind === 'date' && end.date > first ? addDays(end.date, -1) : first;
  return last === first ? `${dateText(first)}, all day` : `${dateText(first)} to ${dateText(last)}`;
}

type Clock = { readonly date: string; readonly time: string };

function wallClock(time: Extract<EventTime, { kind: 'instant' | 'floating' }>, zone: string | null): Clock;
function wallClock(time: EventTime, zone: string | null): Clock | null;
function wallClock(time: EventTime, zone: string | null): Clock | null {
  if (time.kind === 'floating') return { date: time.local.slice(0, 10), time: time.local.slice(11, 16) };
  if (time.kind !== 'instant') return null;
  const { date, text } = instantToLocal(time.ms, zone ?? time.zone ?? 'UTC');
  return { date, time: text.slice(-5) };
}

function dateText(date: string): string {
  return DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('ccc d LLL');
}

const units: Partial<Record<Recurrence['frequency'], string>> = {
  secondly: 'seconds',
  minutely: 'minutes',
  hourly: 'hours',
  daily: 'days',
  weekly: 'weeks',
  monthly: 'months',
  yearly: 'years',
};

function repetition({ frequency, interval, timesPerUnit }: Recurrence): string {
  const unit = units[frequency];
  if (unit === undefined) return 'repeats';
  if (interval > 1) return `every ${interval} ${unit}`;
  return frequency === 'weekly' && timesPerUnit > 1 ? `${timesPerUnit} × a week` : frequency;
}
