import type { Attendee } from '../../core/meeting/meeting.ts';

/** What Graph's `responseStatus.response` says, of the owner and of attendees. */
export const graphAnswers: ReadonlyMap<string, Attendee['answer']> = new Map([
  ['none', 'needs-action'],
  ['notResponded', 'needs-action'],
  ['organizer', 'accepted'],
  ['accepted', 'accepted'],
  ['tentativelyAccepted', 'tentative'],
  ['declined', 'declined'],
]);
