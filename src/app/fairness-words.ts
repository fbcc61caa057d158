import type { ClockShift } from '../core/fairness/clock-shifts.ts';
import { cityOf, type FairnessWarning } from '../core/fairness/warnings.ts';

/** `22:30` of 1350 minutes since midnight. */
export function clockText(minuteOfDay: number): string {
  return [Math.floor(minuteOfDay / 60), minuteOfDay % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** What a change of clocks does, in one sentence. */
export function clockShiftSentence(shift: ClockShift): string {
  const dates = shift.from === shift.to ? `On ${shift.from}` : `From ${shift.from} to ${shift.to}`;
  return `${dates} it is ${clockText(shift.minuteOfDay)} instead of ${clockText(shift.usualMinuteOfDay)} for ${shift.name} in ${cityOf(shift.zone)}: ${shift.burden > shift.usualBurden ? 'harder' : 'easier'}, ${shift.burden} point-minutes a time instead of ${shift.usualBurden}.`;
}

/** A change of clocks that makes things worse or better for somebody, as a warning. */
export function clockShiftWarning(shift: ClockShift): FairnessWarning {
  return { rule: 'clock-change', because: clockShiftSentence(shift), people: [shift.name], startMs: null };
}
