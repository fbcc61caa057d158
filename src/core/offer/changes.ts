import type { Meeting } from '../meeting/meeting.ts';
import { peopleOf } from '../meeting/people.ts';
import type { Limits } from '../meeting/policy.ts';
import type { NeedValue } from '../need/need.ts';
import type { Purpose } from '../signals/signal.ts';
import { durationMinutes } from '../signals/wording/structure.ts';
import type { TimeCheck } from '../time/check-time.ts';
import { agendaLines } from './agenda.ts';

/** Exploration gets a timebox of this many minutes, then a written proposal (principles, E0). */
const brainstormMinutes = 45;
/** Purposes that may be as large and as long as they are; nobody trims a farewell or an outage. */
const unlimited: ReadonlySet<string> = new Set([
  'social',
  'incident',
  'onboarding',
  'one-on-one',
  'interview',
  'customer',
  'feedback',
]);

/** What would make a live meeting better: skip the free days, shorter, fewer people, an agenda first, a timebox. */
export function proposeChanges(
  meeting: Meeting,
  need: NeedValue,
  purpose: Purpose | 'unknown',
  time: TimeCheck,
  limits: Limits,
): string[] {
  const changes: string[] = [];
  if (time.collided > 0 && time.ok !== false && time.exemption !== 'exempt') {
    changes.push(`Leave out the ${time.collided} of ${time.judged} occurrences that touch protected time.`);
  }
  if (need !== 'live' || unlimited.has(purpose)) return changes;
  const minutes = durationMinutes(meeting);
  if (purpose === 'brainstorm' && minutes !== null && minutes > brainstormMinutes) {
    changes.push(`Timebox it to ${brainstormMinutes} minutes, then write the proposal.`);
  } else if (minutes !== null && limits.minutes !== null && minutes > limits.minutes) {
    changes.push(`Shorten it to ${limits.minutes} minutes.`);
  }
  const people = peopleOf(meeting).filter(
    (person) => person.role !== 'optional' && person.role !== 'non-participant',
  ).length;
  if (limits.people !== null && people > limits.people) {
    changes.push(
      `Ask at most ${limits.people} people to attend; the other ${people - limits.people} can read the notes.`,
    );
  }
  const needsAgenda =
    limits.agendaFromMinutes !== null && minutes !== null && minutes >= limits.agendaFromMinutes;
  if (needsAgenda && !meeting.isPrivate && agendaLines(meeting.description).length === 0)
    changes.push('Write an agenda first.');
  return changes;
}
