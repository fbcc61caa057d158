import type { NoMeetingDay, Policy } from '../../meeting/policy.ts';
import type { LocalSpan, Protection } from '../protection.ts';

/** A weekday that the team keeps free of meetings, unless that date is excepted. */
export const noMeetingDay: Protection = {
  name: 'no-meeting-day',
  source: 'policy: noMeetingDays',
  collides: (span, policy) => touched(span, policy).length > 0,
  allowedPurposes: (span, policy) => {
    const [first, ...others] = touched(span, policy);
    // Over midnight two free days may be touched; then both have to allow it.
    return (first?.allowPurposes ?? []).filter((purpose) =>
      others.every((day) => day.allowPurposes.includes(purpose)),
    );
  },
  because: ({ text }) => `${text} is on a day that is kept free of meetings.`,
};

function touched({ days }: LocalSpan, { noMeetingDays }: Policy): readonly NoMeetingDay[] {
  return noMeetingDays.filter((free) =>
    days.some(({ date, weekday }) => free.weekday === weekday && !free.exceptDates.includes(date)),
  );
}
