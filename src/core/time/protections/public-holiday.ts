import type { Protection } from '../protection.ts';

/** A public holiday where the person is on that date; the dates come with the policy, stays away from home considered. */
export const publicHoliday: Protection = {
  name: 'public-holiday',
  source: 'policy: publicHolidays',
  collides: ({ days }, { publicHolidays }) => days.some(({ date }) => publicHolidays.includes(date)),
  because: ({ text }) => `${text} is on a public holiday.`,
};
