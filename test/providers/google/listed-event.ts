import type { PulledChanges } from '../../../src/app/ports/calendar.ts';

/** The window that is pulled. */
export const november = { fromMs: Date.UTC(2026, 10, 1), toMs: Date.UTC(2026, 11, 1) };

/** An hour at ten in Paris to which Ana is invited, as a list has it. */
export function event(id: string, day: string, more: object = {}) {
  return {
    id,
    iCalUID: `${id}@google.com`,
    etag: `"${id}"`,
    status: 'confirmed',
    summary: `Meeting ${id}`,
    start: { dateTime: `${day}T10:00:00+01:00`, timeZone: 'Europe/Paris' },
    end: { dateTime: `${day}T11:00:00+01:00`, timeZone: 'Europe/Paris' },
    organizer: { email: 'ben@acme.example' },
    attendees: [{ email: 'ana@acme.example', self: true, responseStatus: 'needsAction' }],
    ...more,
  };
}

/** Ids of what changed; what is no entry with its kind. */
export const idsOf = ({ changes }: PulledChanges) =>
  changes
    .map((change) => (change.kind === 'entry' ? change.entry.meeting.id : `${change.kind} ${change.id}`))
    .sort();
