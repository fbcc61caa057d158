/** One definition as the report prints it. */
export interface Definition {
  readonly term: string;
  readonly text: string;
  /** Whose definition it is, or that it is ours. */
  readonly source: string;
}

const microsoft = 'Microsoft, metric definitions for Viva advanced insights';

/** What every figure of the report means. Printed with it, so that it can be recomputed and disputed. */
export const definitions: readonly Definition[] = [
  {
    term: 'Meeting',
    text: 'A timed, busy entry of at most 12 hours that is not cancelled and not declined, with at least two people; rooms are not people. Tentative and unanswered invitations count. In a calendar that names no attendees anywhere every timed entry counts. It belongs to the month in which it starts, and counts whole.',
    source: `${microsoft} (at least one other person); Multitudes (12 hours, free time left out)`,
  },
  {
    term: 'Meeting hours',
    text: 'Time covered by at least one meeting. Two meetings at the same hour are one hour.',
    source: 'Multitudes (overlaps merged)',
  },
  {
    term: 'Conflict hours',
    text: 'Time covered by two or more meetings, counted once.',
    source: 'Microsoft, Copilot dashboard (only the time that overlaps)',
  },
  {
    term: 'After hours',
    text: 'Meeting hours outside working hours, in the zone of the report.',
    source: microsoft,
  },
  {
    term: 'Focus hours',
    text: 'Stretches of at least two hours without meetings inside working hours.',
    source: `${microsoft} (total focus hours); Clockwise`,
  },
  {
    term: 'Fragmented hours',
    text: 'Shorter stretches without meetings inside working hours.',
    source: 'Clockwise; Multitudes',
  },
  {
    term: 'Hours per year',
    text: 'What the occurrences of a series add up to in the twelve months from the first day of the month, as the calendar has them.',
    source: 'Meeting Gatekeeper',
  },
  {
    term: 'Generated hours',
    text: "What a person's own invitations cost others: duration times the other people who have not declined.",
    source: `${microsoft} (generated workload meeting hours), here with external people`,
  },
  {
    term: 'Cost',
    text: 'Duration times the people who have not declined times the hourly rate; one person in a calendar that names no attendees.',
    source: `${microsoft} (total meeting cost)`,
  },
];
