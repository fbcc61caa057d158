import type { MeetingSlot, Target } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import { instantToLocal } from '../../core/meeting/wall-time.ts';
import type { GoogleMailbox } from './client.ts';
import { getEvent, patchEvent } from './event-requests.ts';
import { slotTimes } from './insert-event.ts';
import { isOrganizer } from './owner.ts';
import { refusal } from './problems.ts';
import type { EventResource } from './schema.ts';
import { findTarget } from './target.ts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * Moves the owner's own meeting; attendees are told. For a series the slot is that of its first occurrence: a weekly
 * rule goes along to another weekday, a rule that names more than one day only within the same day.
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
  if (!isOrganizer(event, mailbox.ownAddresses)) return refusal('not-organizer', 'guest');
  const recurrence = movedRecurrence(event, slot);
  if (recurrence === null) return refusal('not-supported', 'rule names its days');
  const times = slotTimes(slot);
  const body = event.recurrence.length > 0 ? { ...times, recurrence } : times;
  const moved = await patchEvent(mailbox, event, body, (now) => isAt(now, slot));
  if (!moved.ok) return moved;
  if (target.originalStart === null) return { ok: true, value: { version: moved.value.etag ?? '' } };
  const series = await getEvent(mailbox, target.meetingId);
  return series.ok ? { ok: true, value: { version: series.value?.etag ?? '' } } : series;
}

function isAt({ start, end }: EventResource, { startMs, endMs }: MeetingSlot): boolean {
  return Date.parse(start?.dateTime ?? '') === startMs && Date.parse(end?.dateTime ?? '') === endMs;
}

/** The rule for the new time: Google counts the first occurrence in even where the rule does not give it. */
function movedRecurrence({ recurrence, start }: EventResource, slot: MeetingSlot): string[] | null {
  const startMs = Date.parse(start?.dateTime ?? '');
  const zone = start?.timeZone ?? slot.zone;
  const from = Number.isNaN(startMs) ? null : weekdays[instantToLocal(startMs, zone).weekday - 1];
  const to = weekdays[instantToLocal(slot.startMs, slot.zone).weekday - 1];
  const lines = recurrence.map((line) => {
    if (from === to || !/^RRULE/i.test(line) || !/BY[A-Z]+=/i.test(line)) return line;
    const weekly = /FREQ=WEEKLY/i.test(line) && /BYDAY=([A-Z]{2})(?:;|$)/i.exec(line);
    const onlyDay =
      weekly && (line.match(/BY[A-Z]+=/gi) ?? []).length === 1 && weekly[1]?.toUpperCase() === from;
    return onlyDay ? line.replace(/BYDAY=[A-Z]{2}/i, `BYDAY=${to}`) : null;
  });
  return lines.every((line) => line !== null) ? lines : null;
}
