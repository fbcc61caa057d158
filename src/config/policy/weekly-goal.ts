import type { WeeklyGoal } from '../../core/meeting/policy.ts';
import type { Setting } from './policy-schema.ts';

type StatedGoal = NonNullable<Setting<'focus'>['weeklyGoal']>;

/** A goal with what its writer left open: it gives way to meetings, and nothing under an hour and a half is booked. */
export function completeGoal({ hours, firmness = 'soft', leastMinutes = 90 }: StatedGoal): WeeklyGoal {
  return { hours, firmness, leastMinutes };
}
