import { DateTime } from 'luxon';
import type { MeetingSlot } from '../../app/ports/calendar.ts';
import { instantToLocal, isKnownZone } from '../../core/meeting/wall-time.ts';

const dayAndTime = 'ccc d LLL yyyy, HH:mm';

/**
 * A proposal as a line for people, on the clock of its zone: `Proposed time: Thu 26 Nov 2026, 11:00 to 12:00
 * (Europe/Paris)`. A zone that nobody knows is replaced by UTC, so that the line never says a wrong hour.
 */
export function proposalLine({ startMs, endMs, zone }: MeetingSlot): string {
  const clock = isKnownZone(zone) ? zone : 'UTC';
  const written = (ms: number, format: string): string =>
    DateTime.fromMillis(ms, { zone: clock, locale: 'en' }).toFormat(format);
  const sameDay = instantToLocal(startMs, clock).date === instantToLocal(endMs, clock).date;
  const until = written(endMs, sameDay ? 'HH:mm' : dayAndTime);
  return `Proposed time: ${written(startMs, dayAndTime)} to ${until} (${clock})`;
}
