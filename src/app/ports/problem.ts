/** Who has to do something about a refusal, and whether asking again helps. */
interface ProblemMeaning {
  readonly actor: 'nobody' | 'owner' | 'administrator' | 'us';
  /** `later`: the same request may succeed without anybody acting; `after-looking`: read the entry again first. */
  readonly retry: 'never' | 'later' | 'after-looking';
  readonly meaning: string;
}

/**
 * Every refusal that a calendar, its mail or its documents can give, in one table.
 * Callers branch on the code, never on a message.
 */
export const providerProblems = {
  'sign-in-required': {
    actor: 'owner',
    retry: 'never',
    meaning: 'The grant was withdrawn or ran out; the person has to connect the calendar again.',
  },
  'permission-missing': {
    actor: 'administrator',
    retry: 'never',
    meaning: 'A scope, a delegation or the access to this mailbox is missing.',
  },
  'mailbox-missing': {
    actor: 'administrator',
    retry: 'never',
    meaning: 'There is no such mailbox, or it has no calendar or no drive.',
  },
  'not-found': {
    actor: 'nobody',
    retry: 'after-looking',
    meaning: 'The entry is not, or no longer, in this calendar.',
  },
  'changed-meanwhile': {
    actor: 'nobody',
    retry: 'after-looking',
    meaning: 'The entry changed after it was looked at.',
  },
  'not-organizer': {
    actor: 'us',
    retry: 'never',
    meaning: 'Only the organizer may do this.',
  },
  'is-organizer': {
    actor: 'us',
    retry: 'never',
    meaning: 'The owner called this meeting and cannot answer it.',
  },
  'not-an-attendee': {
    actor: 'owner',
    retry: 'never',
    meaning: 'The owner is not on the guest list, for example because a group was invited.',
  },
  'proposal-refused': {
    actor: 'nobody',
    retry: 'never',
    meaning: 'The organizer does not take proposals of another time.',
  },
  'not-supported': {
    actor: 'us',
    retry: 'never',
    meaning: 'This calendar or this kind of account cannot do it.',
  },
  'cursor-expired': {
    actor: 'nobody',
    retry: 'after-looking',
    meaning: 'The place in the list of changes is gone; pull again without a cursor.',
  },
  'rate-limited': {
    actor: 'nobody',
    retry: 'later',
    meaning: 'Too many requests, and the patience for one call is used up.',
  },
  'quota-exhausted': {
    actor: 'owner',
    retry: 'later',
    meaning: 'The provider limits this person for longer; nothing helps but waiting.',
  },
  unavailable: {
    actor: 'nobody',
    retry: 'later',
    meaning: 'The provider failed or could not be reached, and nothing was done.',
  },
  'outcome-unknown': {
    actor: 'owner',
    retry: 'never',
    meaning: 'The request was sent and its answer was lost; doing it again could do it twice.',
  },
  'unreadable-answer': {
    actor: 'us',
    retry: 'later',
    meaning: 'The provider answered something that is not what it documents.',
  },
  'foreign-link': {
    actor: 'us',
    retry: 'never',
    meaning: 'A link in an answer leads to another host; it was not followed.',
  },
  'request-refused': {
    actor: 'us',
    retry: 'never',
    meaning: 'The provider says that the request itself is wrong.',
  },
} as const satisfies Record<string, ProblemMeaning>;

export type ProblemCode = keyof typeof providerProblems;

/** A refusal, ready for a log: `detail` holds codes of the provider and never text of an invite, a token or a link. */
export interface ProviderProblem {
  readonly code: ProblemCode;
  /** HTTP status, null where none arrived. */
  readonly status: number | null;
  /** The provider's own reason or error code, for example `rateLimitExceeded`. */
  readonly detail: string;
  /** Milliseconds that the provider asks to wait; null where it does not say. */
  readonly retryAfterMs: number | null;
  /**
   * True where the answer to one of several attempts was lost, whatever the last one was told. Whoever changed
   * something looks whether it was done.
   */
  readonly mayBeDone?: true;
}

/** What a call to a provider gives. Surprises (a fault of ours) are thrown. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ProviderProblem };
