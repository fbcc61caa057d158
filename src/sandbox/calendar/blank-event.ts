import type { EventFields, Guest, OwnFields } from './event-copy.ts';

/** What a new event says until somebody writes it, at both vendors. */
export const blankFields: Omit<EventFields, 'start' | 'end'> = {
  summary: '',
  body: { kind: 'html', content: '' },
  location: '',
  recurrence: [],
  guests: [],
  cancelled: false,
  tentative: false,
  visibility: 'default',
  importance: 'normal',
  answersRequested: true,
  proposalsAllowed: true,
  guestListHidden: false,
  conferenceUrl: null,
  sharedProperties: {},
  attachments: [],
};

/** The owner's side of a new event, without a reminder. */
export const blankOwn: OwnFields = {
  showAs: 'busy',
  categories: [],
  privateProperties: {},
  reminderMinutes: null,
  special: null,
};

/** The answer of somebody who gave none yet. */
export const openAnswer = {
  answer: 'needsAction',
  comment: null,
  proposal: null,
  answeredAtMs: null,
} as const satisfies Partial<Guest>;

/** A person on a guest list, required and without an answer. */
export function newGuest(address: string, name: string | null = null): Guest {
  return { address, name, optional: false, resource: false, ...openAnswer };
}
