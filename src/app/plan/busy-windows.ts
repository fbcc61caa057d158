import type { Window } from '../../core/meeting/event-time.ts';
import { occurrenceKey } from '../../core/meeting/occurrence-key.ts';
import { addDays, isKnownZone, wallTimeToInstant } from '../../core/meeting/wall-time.ts';
import type { MeetingRecord } from '../ports/store/meetings.ts';

const midnight = { hour: 0, minute: 0 };

/**
 * When the owner of these entries is taken, and nothing else about them. Entries that are declined, free or only say
 * where somebody works take no time; a whole day is a day on the owner's clock.
 *
 * @param zone IANA name of the owner's clock; null where nobody knows it
 */
export function busyWindows(records: readonly MeetingRecord[], zone: string | null): Window[] {
  return records
    .filter(({ entry: { meeting, owner } }) => {
      const isThere = meeting.busy && meeting.status !== 'cancelled' && owner.answer !== 'declined';
      return isThere && meeting.entryType !== 'working-location' && meeting.entryType !== 'birthday';
    })
    .flatMap(({ entry }) => {
      const away = new Set(
        entry.exceptions
          .filter(({ cancelled, answer }) => cancelled || answer === 'declined')
          .map(({ originalStart }) => occurrenceKey(originalStart)),
      );
      return entry.meeting.occurrences.filter(
        ({ counts, originalStart }) => counts && !away.has(occurrenceKey(originalStart)),
      );
    })
    .flatMap(({ start, end }) => {
      if (start.kind === 'instant' && end.kind === 'instant') return [{ fromMs: start.ms, toMs: end.ms }];
      if (start.kind !== 'date' || end.kind !== 'date' || zone === null || !isKnownZone(zone)) return [];
      // A calendar that gives no end, or the same one, means the day itself.
      const last = end.date > start.date ? end.date : addDays(start.date, 1);
      return [
        {
          fromMs: wallTimeToInstant(start.date, midnight, zone),
          toMs: wallTimeToInstant(last, midnight, zone),
        },
      ];
    })
    .filter(({ fromMs, toMs }) => toMs > fromMs);
}
