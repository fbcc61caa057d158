import type { Occurrence } from '../../core/meeting/event-time.ts';
import type { Attendee, Meeting } from '../../core/meeting/meeting.ts';
import { addDays, instantToLocal, wallTimeToInstant } from '../../core/meeting/wall-time.ts';
import type { Plan } from './read-plan.ts';

/** Goes below the planner's own words, which stay as they were typed. */
const writingLine = 'If this hour does not suit you, your points in writing are welcome beforehand.';

/** The text of the invitation: what is judged is what is sent. */
export function invitationText({ description, welcomesWriting }: Plan): string {
  if (!welcomesWriting) return description;
  return description === '' ? writingLine : `${description}\n\n${writingLine}`;
}

/**
 * The meeting as a calendar would show it once it is created.
 *
 * @param planner lower-case address of the organizer
 * @param reader in whose mailbox it is looked at: the planner or a guest
 * @param nowMs when it is written, epoch milliseconds
 */
export function plannedMeeting(plan: Plan, planner: string, reader: string, nowMs: number): Meeting {
  const { title, startMs, endMs, zone, weeks } = plan;
  const text = invitationText(plan);
  return {
    id: 'plan',
    uid: 'plan',
    summary: title,
    description: text === '' ? null : text,
    location: null,
    categories: [],
    start: { kind: 'instant', ms: startMs, zone },
    end: { kind: 'instant', ms: endMs, zone },
    recurrence: weeks > 1 ? { frequency: 'weekly', interval: 1, timesPerUnit: 1 } : null,
    status: 'confirmed',
    busy: true,
    entryType: 'default',
    isPrivate: false,
    organizer: { email: planner, name: null, self: reader === planner },
    attendees: plan.guests.map((email) => guest(email, email === reader)),
    attendeesOmitted: false,
    conferenceUrl: null,
    hasAttachments: false,
    createdMs: nowMs,
    calendarZone: zone,
    method: null,
    occurrences: occurrencesOf(plan),
    occurrencesTruncated: false,
  };
}

function guest(email: string, self: boolean): Attendee {
  return { email, name: null, kind: 'individual', role: 'required', answer: 'needs-action', self };
}

/** Once a week at the same time of the planner's clock, whatever that clock does in between. */
function occurrencesOf({ startMs, endMs, zone, weeks }: Plan): Occurrence[] {
  const { date, minuteOfDay } = instantToLocal(startMs, zone);
  const time = { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
  return Array.from({ length: weeks }, (_, week) => {
    const ms = week === 0 ? startMs : wallTimeToInstant(addDays(date, 7 * week), time, zone);
    const start = { kind: 'instant', ms, zone } as const;
    return {
      start,
      end: { ...start, ms: ms + (endMs - startMs) },
      originalStart: start,
      counts: true,
      summary: null,
    };
  });
}
