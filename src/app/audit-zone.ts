import type { Meeting } from '../core/meeting/meeting.ts';

/** The zone of a report, and what to say about where it comes from. */
export interface AuditZone {
  /** IANA name. */
  readonly zone: string;
  readonly notes: readonly string[];
}

/** The zone that was asked for, else the calendars' own (the first that names one), else UTC, which is said. */
export function auditZone(asked: string | null, meetings: readonly Meeting[]): AuditZone {
  if (asked !== null) return { zone: asked, notes: [] };
  const named = [...new Set(meetings.flatMap(({ calendarZone }) => calendarZone ?? []))];
  const [zone, ...others] = named;
  if (zone === undefined) {
    const note =
      'No time zone was given and the calendar names none: the figures are in UTC. Name yours with --zone.';
    return { zone: 'UTC', notes: [note] };
  }
  if (others.length === 0) return { zone, notes: [`Time zone ${zone}, as the calendar says.`] };
  return {
    zone,
    notes: [
      `The calendars name several time zones; the figures are in ${zone}, the first of them. Choose with --zone.`,
    ],
  };
}
