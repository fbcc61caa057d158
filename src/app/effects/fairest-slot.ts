import { findSlots, type SlotPerson } from '../../core/fairness/find-slots.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import { fairnessPersonOf } from '../../core/time/off-hours.ts';
import { protectedWindows } from '../../core/time/protected-windows.ts';
import type { Availability } from '../ports/calendar.ts';

/** Long enough to decide what a document has prepared. */
const slotMinutes = 25;

/**
 * The fairest time for a short call of these people, outside of what is protected for any of them.
 *
 * @param policies by address; somebody without a known zone is asked to come to whatever suits the others
 * @param availabilities of a calendar that is missing here nobody knows whether it is free
 * @returns epoch milliseconds; null where there is no such time in the window
 */
export function fairestSlot(
  policies: ReadonlyMap<string, Policy>,
  availabilities: readonly Availability[],
  window: Window,
): { readonly startMs: number; readonly endMs: number } | null {
  const people = [...policies].flatMap(([email, policy]): SlotPerson[] => {
    const fairness = fairnessPersonOf(email, policy);
    if (fairness === null) return [];
    const seen = availabilities.find((each) => each.email === email);
    return [
      {
        ...fairness,
        attendance: 'required',
        takesOffHours: policy.takesOffHours,
        carried: 0,
        availability: seen?.known ? { known: [window], busy: seen.taken.filter(isTaken) } : null,
        blocked: protectedWindows(policy, [], window),
      },
    ];
  });
  const { slots } = findSlots({
    people,
    window,
    durationMinutes: slotMinutes,
    currentStartMs: null,
    quorum: null,
    bufferMinutes: 0,
    limit: 1,
  });
  return slots[0] ?? null;
}

/** Somebody who works elsewhere can be called. */
function isTaken({ as }: { readonly as: string }): boolean {
  return as !== 'elsewhere';
}
