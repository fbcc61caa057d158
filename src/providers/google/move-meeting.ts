import { isDeepStrictEqual } from 'node:util';
import type { MeetingSlot, Target } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import { instantToLocal, type LocalTime } from '../../core/meeting/wall-time.ts';
import { ianaName } from '../formats/zone-names.ts';
import type { GoogleMailbox } from './client.ts';
import { getEvent, patchEvent } from './event-requests.ts';
import { slotTimes } from './insert-event.ts';
import { isOrganizersCopy } from './owner.ts';
import { refusal } from './problems.ts';
import type { EventResource } from './schema.ts';
import { findTarget } from './target.ts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * Moves the owner's own meeting; attendees are told. For a series the slot is that of its first occurrence: a weekly
 * rule goes along to another weekday, a rule that names more than that only within the same day.
 *
 * @returns the version of the whole entry afterwards
 */
export async function moveMeeting(
  mailbox: GoogleMailbox,
  target: Target,
  slot: MeetingSlot,
  version: string | null,
): Promise<Outcome<{ version: string }>> {
  const found = await findTarget(mailbox, target, version);
  if (!found.ok) return found;
  const event = found.value;
  if (!isOrganizersCopy(event)) return refusal('not-organizer', 'guest');
  const recurrence = movedRecurrence(event, slot);
  if (recurrence === null) return refusal('not-supported', 'rule stays behind');
  const times = event.start?.date ? withoutDay(slotTimes(slot)) : slotTimes(slot);
  const body = event.recurrence.length > 0 ? { ...times, recurrence } : times;
  const moved = await patchEvent(mailbox, event, body, (now) => {
    if (isAt(now, slot)) return 'done';
    return isDeepStrictEqual([now.start, now.end], [event.start, event.end]) ? 'not-done' : 'unknown';
  });
  if (!moved.ok) return moved;
  if (target.originalStart === null) return { ok: true, value: { version: moved.value.etag ?? '' } };
  const series = await getEvent(mailbox, target.meetingId);
  return series.ok ? { ok: true, value: { version: series.value?.etag ?? '' } } : series;
}

/** A patch is merged into what stands there: the day of a whole-day event has to be taken out. */
function withoutDay({ start, end }: ReturnType<typeof slotTimes>): ReturnType<typeof slotTimes> {
  return { start: { ...start, date: null }, end: { ...end, date: null } };
}

function isAt({ start, end }: EventResource, { startMs, endMs }: MeetingSlot): boolean {
  return Date.parse(start?.dateTime ?? '') === startMs && Date.parse(end?.dateTime ?? '') === endMs;
}

/**
 * The rule for the new time; null where it cannot go along. Google counts the first occurrence in even where the rule
 * does not give it, so a rule that names its day has to fit the new one, and dates that are written out, left out or
 * added, would stay behind.
 */
function movedRecurrence({ recurrence, start }: EventResource, slot: MeetingSlot): string[] | null {
  const startMs = Date.parse(start?.dateTime ?? '');
  if (recurrence.length === 0 || startMs === slot.startMs) return [...recurrence];
  // Whole days have an end and exceptions that are days.
  if (Number.isNaN(startMs)) return null;
  const from = instantToLocal(startMs, ianaName(start?.timeZone ?? null) ?? slot.zone);
  const to = instantToLocal(slot.startMs, slot.zone);
  const lines = recurrence.map((line) => movedLine(line, from, to));
  return lines.every((line) => line !== null) ? lines : null;
}

function movedLine(line: string, from: LocalTime, to: LocalTime): string | null {
  if (!/^RRULE/i.test(line) || /BY(?:HOUR|MINUTE|SECOND)=/i.test(line)) return null;
  const parts = line.match(/BY[A-Z]+=/gi) ?? [];
  if (parts.length === 0 || from.date === to.date) return line;
  if (!/FREQ=WEEKLY/i.test(line)) return null;
  if (from.weekday === to.weekday) return line;
  const onlyDay = parts.length === 1 && /BYDAY=([A-Z]{2})(?:;|$)/i.exec(line)?.[1]?.toUpperCase();
  return onlyDay === weekdays[from.weekday - 1]
    ? line.replace(/BYDAY=[A-Z]{2}/i, `BYDAY=${weekdays[to.weekday - 1]}`)
    : null;
}
