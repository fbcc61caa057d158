import type { WeeklyWindow } from '../meeting/policy.ts';
import type { ZoneStay } from '../meeting/zone-at.ts';

/** What the burden of an hour on somebody depends on. */
export interface FairnessPerson {
  /** Unique among those who are compared. */
  readonly name: string;
  /** By `fromMs`; one for somebody who stays at home. */
  readonly stays: readonly ZoneStay[];
  /** Working hours, the preferred ones, on the person's clock. */
  readonly workingHours: readonly WeeklyWindow[];
  /** Public holidays and other days off, `YYYY-MM-DD` on the person's clock. */
  readonly daysOff: readonly string[];
}

/** Monday to Friday, 09:00 to 17:00: what counts as working hours where nobody stated any. */
export const usualWorkingHours: readonly WeeklyWindow[] = [
  { weekdays: [1, 2, 3, 4, 5], start: { hour: 9, minute: 0 }, end: { hour: 17, minute: 0 } },
];

/** The zone in force at an instant (epoch milliseconds); null where nobody knows. */
export function zoneOfPerson({ stays }: Pick<FairnessPerson, 'stays'>, ms: number): string | null {
  return stays.findLast(({ fromMs }) => fromMs <= ms)?.zone ?? null;
}
