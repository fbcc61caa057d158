import type { EventTime, Occurrence } from '../../../src/core/meeting/event-time.ts';
import type { Attendee, Meeting } from '../../../src/core/meeting/meeting.ts';
import type { WeeklyWindow } from '../../../src/core/meeting/policy.ts';

export const nineToFive: readonly WeeklyWindow[] = [
  { weekdays: [1, 2, 3, 4, 5], start: { hour: 9, minute: 0 }, end: { hour: 17, minute: 0 } },
];

/** An instant from ISO 8601 with an offset. */
export function at(iso: string): EventTime {
  return { kind: 'instant', ms: Date.parse(iso), zone: null };
}

export function person(email: string, changes: Partial<Attendee> = {}): Attendee {
  return {
    email,
    name: null,
    kind: 'individual',
    role: 'required',
    answer: 'accepted',
    self: false,
    ...changes,
  };
}

export function occurrence(start: EventTime, end: EventTime, changes: Partial<Occurrence> = {}): Occurrence {
  return { start, end, originalStart: start, counts: true, summary: null, ...changes };
}

/** A meeting of ana and ben that happens at the given times (`[start, end]`, ISO 8601). */
export function meeting(
  times: readonly (readonly [string, string])[],
  changes: Partial<Meeting> = {},
): Meeting {
  const occurrences = times.map(([start, end]) => occurrence(at(start), at(end)));
  const first = occurrences[0] ?? occurrence(at('2026-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z'));
  return {
    id: changes.uid ?? 'm1',
    uid: 'm1',
    summary: 'Weekly',
    description: null,
    location: null,
    categories: [],
    start: first.start,
    end: first.end,
    recurrence: null,
    status: 'confirmed',
    busy: true,
    entryType: 'default',
    isPrivate: false,
    organizer: null,
    attendees: [person('ana@example.org'), person('ben@example.org')],
    attendeesOmitted: false,
    conferenceUrl: null,
    hasAttachments: false,
    createdMs: null,
    calendarZone: null,
    method: null,
    occurrences,
    occurrencesTruncated: false,
    ...changes,
  };
}
