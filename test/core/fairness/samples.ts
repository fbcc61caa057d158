import type { SlotPerson } from '../../../src/core/fairness/find-slots.ts';
import type { WeeklyWindow } from '../../../src/core/meeting/policy.ts';

export const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Working hours from `HH:MM` until `HH:MM`, at most `24:00`; Monday to Friday unless stated. */
export function hours(
  from: string,
  until: string,
  weekdays: readonly number[] = [1, 2, 3, 4, 5],
): WeeklyWindow {
  const wallTime = (text: string): WeeklyWindow['start'] => {
    const [hour = 0, minute = 0] = text.split(':').map(Number);
    return { hour, minute };
  };
  return { weekdays, start: wallTime(from), end: wallTime(until) };
}

/** A required person who stays in one zone, works from 09:00 to 17:00, carried nothing and shows no calendar. */
export function personIn(zone: string | null, changes: Partial<SlotPerson> = {}): SlotPerson {
  return {
    name: zone ?? 'nowhere',
    stays: [{ fromMs: Number.NEGATIVE_INFINITY, zone }],
    workingHours: [hours('09:00', '17:00')],
    daysOff: [],
    attendance: 'required',
    takesOffHours: true,
    carried: 0,
    availability: null,
    blocked: [],
    ...changes,
  };
}
