import type { Protection } from '../protection.ts';

/** A weekday that the team keeps free of meetings, unless that date is excepted. */
export const noMeetingDay: Protection = {
  name: 'no-meeting-day',
  source: 'policy: noMeetingDays',
  collides: ({ days }, { noMeetingDays }) =>
    days.some(({ date, weekday }) =>
      noMeetingDays.some((day) => day.weekday === weekday && !day.exceptDates.includes(date)),
    ),
  because: ({ text }) => `${text} is on a day that is kept free of meetings.`,
};
