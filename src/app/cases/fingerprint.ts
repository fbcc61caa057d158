import { createHash } from 'node:crypto';
import type { EventTime } from '../../core/meeting/event-time.ts';
import type { CalendarEntry } from '../ports/calendar.ts';
import { isSeries, occurrenceOf, subjectOf } from './subject.ts';

/**
 * Digest of what a judgement of the entry depends on: its time, and apart from it text, people, categories and whether
 * it blocks time. Answers, version, the order of people and the link of the conference do not count; of a series
 * neither do single occurrences, because those that are in sight change with the days.
 *
 * @param occurrence key of one occurrence; empty for the whole
 */
export function fingerprintOf(entry: CalendarEntry, occurrence: string): string {
  const { meeting } = entry;
  const single = isSeries(entry) && occurrence !== '' ? occurrenceOf(entry, occurrence) : null;
  const { start, end } = single ?? meeting;
  // A rule is the series' own; an occurrence that stays where it is has not moved.
  const rule = single || subjectOf(entry) !== '' ? null : meeting.recurrence;
  const people = meeting.attendees.map(({ email, name, role, kind }) =>
    [email ?? name, role, kind].join(' '),
  );
  const content = [
    single?.summary ?? meeting.summary,
    meeting.description,
    meeting.location,
    meeting.organizer?.email ?? meeting.organizer?.name,
    people.sort(),
    meeting.attendeesOmitted,
    meeting.categories.toSorted(),
    meeting.busy,
    meeting.status,
    meeting.entryType,
    meeting.isPrivate,
    entry.owner.role,
  ];
  const time = [timeOf(start), timeOf(end), rule && [rule.frequency, rule.interval, rule.timesPerUnit]];
  return `${digestOf(time)}.${digestOf(content)}`;
}

/** True where the time is another one. */
export function hasMoved(before: string, after: string): boolean {
  return before.split('.')[0] !== after.split('.')[0];
}

/** The same instant written in another zone is the same time. */
function timeOf(time: EventTime): string {
  switch (time.kind) {
    case 'instant':
      return String(time.ms);
    case 'date':
      return time.date;
    case 'floating':
      return time.local;
    case 'unknown':
      return time.text;
  }
}

/** 96 bits: enough to tell versions of one meeting apart. */
function digestOf(values: unknown): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16);
}
