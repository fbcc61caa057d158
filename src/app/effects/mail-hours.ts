import { workingWindows } from '../../core/load/working-time.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import { intersectionOf } from '../../core/meeting/intervals.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import { addDays, instantToLocal, isKnownZone } from '../../core/meeting/wall-time.ts';
import { zoneStays } from '../../core/meeting/zone-at.ts';

const dayMs = 86_400_000;
/** Longer than the longest holidays that a calendar states in a row; whoever works later than that hears at once. */
const longestWaitMs = 14 * dayMs;

type Hours = Pick<Policy, 'zone' | 'travel' | 'workingHours' | 'publicHolidays'>;

/**
 * When a mail to the owner is sent, epoch milliseconds: now in working hours, else when they begin next, where the owner
 * is on that day. Now also where nobody knows the hours, where none begin within 14 days, and where waiting would make
 * the mail useless.
 *
 * @param latestMs what the owner could do about it has to be done before then; null where nothing presses
 */
export function sendsAt(policy: Hours, nowMs: number, latestMs: number | null): number {
  const working = windowsWithin(policy, { fromMs: nowMs, toMs: nowMs + longestWaitMs });
  const beginMs = Math.min(...working.map(({ fromMs }) => fromMs));
  const isUseless = latestMs !== null && latestMs <= beginMs;
  return working.length === 0 || isUseless ? nowMs : beginMs;
}

/** Working time within a window, by the clock of each place where the owner is meanwhile. */
function windowsWithin(policy: Hours, window: Window): readonly Window[] {
  const stays = zoneStays(policy);
  return stays.flatMap(({ fromMs, zone }, index) => {
    const stay = {
      fromMs: Math.max(fromMs, window.fromMs),
      toMs: Math.min(stays[index + 1]?.fromMs ?? window.toMs, window.toMs),
    };
    if (zone === null || !isKnownZone(zone) || stay.fromMs >= stay.toMs) return [];
    const dates = datesOf(stay, zone).filter((date) => !policy.publicHolidays.includes(date));
    return intersectionOf(workingWindows(dates, policy.workingHours, zone), [stay]);
  });
}

function datesOf({ fromMs, toMs }: Window, zone: string): string[] {
  const last = instantToLocal(toMs, zone).date;
  const dates: string[] = [];
  for (let date = instantToLocal(fromMs, zone).date; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}
