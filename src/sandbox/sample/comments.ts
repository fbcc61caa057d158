/** What people write when they decline. */
export const declineComments: readonly string[] = [
  'I have a conflict, please go ahead without me.',
  'On leave that day.',
  'Could we settle this in writing? I will comment in the document.',
  'School pick-up, sorry.',
  'That is the middle of my night.',
  'Nothing for me on the agenda, I will read the notes.',
  'Blocked for focus time, any other day works.',
  'Travelling, no connection on the train.',
];

/** What people write when they are not sure. */
export const tentativeComments: readonly string[] = [
  'Depends on a customer call, I will know by noon.',
  'Only the first half, I have to leave early.',
  'If on-call is quiet.',
  'Is there an agenda?',
];

/** What organizers write when they call something off. */
export const cancelComments: readonly string[] = [
  'Resolved in the thread, enjoy the free slot.',
  'Half of us are out, skipping this one.',
  'Postponed, I will find a new date.',
];
