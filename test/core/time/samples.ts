import type { EventTime, Occurrence } from '../../../src/core/meeting/event-time.ts';
import type { Policy, WeeklyWindow } from '../../../src/core/meeting/policy.ts';

/** Working hours on these ISO weekdays, `from` and `to` in whole hours. */
export function working(weekdays: readonly number[], from = 9, to = 17): WeeklyWindow {
  return { weekdays, start: { hour: from, minute: 0 }, end: { hour: to, minute: 0 } };
}

const anyHour: WeeklyWindow = working([1, 2, 3, 4, 5, 6, 7], 0, 24);

/** A policy that protects nothing until `changes` say so. */
export function policy(changes: Partial<Policy> = {}): Policy {
  return {
    zone: 'Europe/Paris',
    travel: [],
    ownDomains: ['acme.example'],
    zones: {},
    workingHours: [anyHour],
    noMeetingDays: [],
    focus: { calendarEvents: true, categories: [], blocks: [] },
    holds: { inCalendar: false, autoDecline: 'none' },
    publicHolidays: [],
    emergencies: [],
    customEmergencies: [],
    exempt: { people: [], domains: [], categories: [] },
    enforcement: { default: 'enforce' },
    answerConfidence: 0.9,
    responseWindows: {
      question: { hours: 24 },
      review: { hours: 48 },
      rfc: { workingDays: 5 },
      decision: { hours: 48 },
      status: { workingDays: 1 },
      video: { hours: 48 },
      handover: { workingDays: 1 },
    },
    limits: { people: null, minutes: null, agendaFromMinutes: null },
    budget: { slots: [], hoursPerDay: null, hoursPerWeek: null },
    hourlyRate: { amount: 75, currency: 'USD' },
    takesOffHours: true,
    paused: false,
    ...changes,
  };
}

/** A weekday kept free of meetings. */
export function freeDay(
  weekday: number,
  exceptDates: string[] = [],
  allowPurposes: string[] = [],
): Pick<Policy, 'noMeetingDays'> {
  return { noMeetingDays: [{ weekday, exceptDates, allowPurposes }] };
}

export function instant(iso: string, zone: string | null = null): EventTime {
  return { kind: 'instant', ms: Date.parse(iso), zone };
}

export function occurrence(start: EventTime, end: EventTime): Occurrence {
  return { start, end, originalStart: start, counts: true, summary: null };
}

/** An occurrence that begins at an ISO instant and lasts so many minutes. */
export function lasting(iso: string, minutes = 60): Occurrence {
  const ms = Date.parse(iso);
  return occurrence(instant(iso), { kind: 'instant', ms: ms + minutes * 60_000, zone: null });
}

export function floating(local: string, until: string): Occurrence {
  return occurrence({ kind: 'floating', local }, { kind: 'floating', local: until });
}

export function allDay(date: string, until: string): Occurrence {
  return occurrence({ kind: 'date', date }, { kind: 'date', date: until });
}
