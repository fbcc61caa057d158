import type { Meeting } from '../meeting/meeting.ts';
import type { Policy } from '../meeting/policy.ts';
import type { FocusEvent } from './protection.ts';

/**
 * The focus time that stands in a calendar itself: its own focus entries, and entries in a category that the policy
 * names. Categories are compared without regard to case; all-day and floating entries have no instants and are left out.
 */
export function focusEventsOf(meetings: readonly Meeting[], { focus }: Pick<Policy, 'focus'>): FocusEvent[] {
  const categories = new Set(focus.categories.map((name) => name.toLowerCase()));
  return meetings
    .filter((meeting) => meeting.status !== 'cancelled' && isFocus(meeting, focus.calendarEvents, categories))
    .flatMap((meeting) => meeting.occurrences)
    .flatMap(({ start, end, counts }) =>
      counts && start.kind === 'instant' && end.kind === 'instant' && end.ms > start.ms
        ? [{ fromMs: start.ms, toMs: end.ms }]
        : [],
    );
}

function isFocus(meeting: Meeting, calendarEvents: boolean, categories: ReadonlySet<string>): boolean {
  // Who invites others to a focus category means a meeting.
  if (meeting.attendees.length > 1) return false;
  return (
    (calendarEvents && meeting.entryType === 'focus-time') ||
    meeting.categories.some((name) => categories.has(name.toLowerCase()))
  );
}
