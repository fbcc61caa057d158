import type { JudgeContext } from '../../../src/core/gate/judge.ts';
import type { Attendee, Meeting } from '../../../src/core/meeting/meeting.ts';
import type { Policy } from '../../../src/core/meeting/policy.ts';
import { freeDay, lasting, policy } from '../time/samples.ts';

export const me = 'sam@acme.example';
export const colleague = 'kim@acme.example';

export function attendee(email: string, changes: Partial<Attendee> = {}): Attendee {
  return {
    email,
    name: null,
    kind: 'individual',
    role: 'required',
    answer: 'needs-action',
    self: false,
    ...changes,
  };
}

/** Text that need not be live, and that the gate is sure of. */
const handoverText = {
  summary: 'Handover of the on-call shift',
  description: 'Summary of open tickets and what happened during my shift. Notes are in the doc.',
};

/** An invite from a colleague on Wednesday 2026-11-25, 11:00 to 12:00 in Paris, sent a week before. */
export function invite(changes: Partial<Meeting> = {}): Meeting {
  const occurrences = changes.occurrences ?? [lasting('2026-11-25T10:00:00Z')];
  const [first = lasting('2026-11-25T10:00:00Z')] = occurrences;
  return {
    id: 'm1',
    uid: 'm1',
    ...handoverText,
    location: null,
    categories: [],
    start: first.start,
    end: first.end,
    recurrence: null,
    status: 'confirmed',
    busy: true,
    entryType: 'default',
    isPrivate: false,
    organizer: { email: colleague, name: null, self: false },
    attendees: [attendee(colleague), attendee(me, { self: true }), attendee('lee@acme.example')],
    attendeesOmitted: false,
    conferenceUrl: null,
    hasAttachments: false,
    createdMs: Date.parse('2026-11-18T09:00:00Z'),
    calendarZone: null,
    method: null,
    occurrences,
    occurrencesTruncated: false,
    ...changes,
  };
}

/** Sam's context a week before; Wednesday is kept free and everything is enforced, until `changes` say otherwise. */
export function context(
  policyChanges: Partial<Policy> = {},
  changes: Partial<JudgeContext> = {},
): JudgeContext {
  return {
    policy: policy({ ...freeDay(3), ...policyChanges }),
    me,
    role: null,
    nowMs: Date.parse('2026-11-18T09:00:00Z'),
    surroundings: { namesAttendees: true },
    others: [],
    ...changes,
  };
}

/** Nothing is protected, so that only the need speaks. */
export const freeWeek: Partial<Policy> = { noMeetingDays: [] };
