import type { Protection } from '../protection.ts';
import { focusBlock } from './focus-block.ts';
import { noMeetingDay } from './no-meeting-day.ts';
import { outsideWorkingHours } from './outside-working-hours.ts';
import { publicHoliday } from './public-holiday.ts';
import { unfairBurden } from './unfair-burden.ts';

/** Every protection, in the order in which one is named as the one that decided: the firmest promise first. */
export const protections: readonly Protection[] = [
  noMeetingDay,
  publicHoliday,
  focusBlock,
  unfairBurden,
  outsideWorkingHours,
];
