/** One fact that nobody could verify at the real calendar. The first position is the one believed. */
interface Switch {
  readonly positions: readonly [string, string];
  readonly about: string;
  /** Where the reference says that it is unverified. */
  readonly source: string;
}

/** Every unverified fact of the two calendars that the gate meets, as a switch: tests run with both positions. */
export const switches = {
  'google.comment-with-attendees-omitted': {
    positions: ['kept', 'dropped'],
    about: 'Whether an answer written with attendeesOmitted keeps its comment.',
    source: 'google.md 5.6',
  },
  'google.group-invitation': {
    positions: ['no-self-entry', 'self-entry'],
    about: 'Whether somebody who was invited through a group stands in the guest list as self.',
    source: 'google.md 5.6',
  },
  'google.hidden-invitation-push': {
    positions: ['silent', 'pushed'],
    about: 'Whether an invitation that the settings hide causes a notification.',
    source: 'google.md 5.2',
  },
  'google.channel-lifetime': {
    positions: ['as-asked', 'one-day-at-most'],
    about: 'Whether the server shortens the lifetime of a channel.',
    source: 'google.md 5.1',
  },
  'google.repeated-channel-id': {
    positions: ['refused', 'accepted'],
    about: 'Whether a channel id that was used before is refused with channelIdNotUnique.',
    source: 'google.md 5.1',
  },
  'google.bad-webhook': {
    positions: ['webhookUrlNotHttps', 'unauthorized'],
    about: 'How a channel to an address that Google does not take is refused: 400, or 401 as long ago.',
    source: 'google.md 5.1',
  },
  'google.webhook-down': {
    positions: ['channel-stays', 'channel-ends'],
    about: 'Whether a channel outlives a message that was tried in vain for as long as Google tries.',
    source: 'google.md 10',
  },
  'google.guest-edit': {
    positions: ['stays-local', 'refused'],
    about:
      "Whether a guest's patch of the title or the time changes the own copy, or is forbiddenForNonOrganizer.",
    source: 'google.md 5.3 and 5.6 contradict each other',
  },
  'google.decline-mail': {
    positions: ['mail', 'no-mail'],
    about: 'Whether the organizer gets a mail on a decline through the API with sendUpdates=all.',
    source: 'google.md 5.6',
  },
  'google.repeated-private-property': {
    positions: ['any', 'all'],
    about: 'Whether several privateExtendedProperty parameters mean any or all of them.',
    source: 'google.md 5.8',
  },
  'google.unanswered-is-busy': {
    positions: ['busy', 'free'],
    about: 'Whether tentative and unanswered invitations count as busy.',
    source: 'google.md 5.10',
  },
  'google.instance-id': {
    positions: ['master-and-time', 'opaque'],
    about: 'Whether the id of an instance is made of its master and its start.',
    source: 'google.md 5.7',
  },
  'google.moved-time-resets-answers': {
    positions: ['reset', 'kept'],
    about: 'Whether answers go back to needsAction when the organizer moves the meeting.',
    source: 'google.md 5.6 does not say',
  },
  'google.unlisted-scope': {
    positions: ['unauthorized_client', 'access_denied'],
    about: 'The error of domain-wide delegation for a scope that the administrator did not list.',
    source: 'google.md 5.12',
  },
  'google.focus-time': {
    positions: ['available', 'refused'],
    about: 'Whether this kind of account has focus time; the error of one that has not is not documented.',
    source: 'google.md 5.9',
  },
  'google.attendee-deletes': {
    positions: ['declines', 'silent'],
    about: 'Whether an attendee who deletes their copy counts as declined at the organizer.',
    source: 'google.md 5.6 does not say',
  },
  'microsoft.undo-decline': {
    positions: ['restores', 'refused'],
    about: 'Whether an answer to an event in Deleted Items brings it back.',
    source: 'microsoft.md 3.2, 10.2',
  },
  'microsoft.decline-comment': {
    positions: ['escaped', 'rendered'],
    about: 'Whether markup in the comment of an answer is shown as text or rendered.',
    source: 'microsoft.md 3.2, 10.2',
  },
  'microsoft.decline-series': {
    positions: ['whole-series', 'refused'],
    about: 'Whether a decline takes the id of a series master.',
    source: 'microsoft.md 3.2, 10.2',
  },
  'microsoft.subscription-minutes': {
    positions: ['10080', '4230'],
    about: 'The longest lifetime of a subscription to events.',
    source: 'microsoft.md 4.1, 10.1',
  },
  'microsoft.delta-occurrences': {
    positions: ['sparse', 'full'],
    about: 'Whether occurrences in a delta come with few fields.',
    source: 'microsoft.md 3.4',
  },
  'microsoft.delta-other-calendars': {
    positions: ['works', 'refused'],
    about: 'Whether calendars beside the primary one have a delta.',
    source: 'microsoft.md 3.4, 10.4',
  },
  'microsoft.throttle-code': {
    positions: ['ApplicationThrottled', 'TooManyRequests'],
    about: 'The error code of the limit on requests at the same time.',
    source: 'microsoft.md 4.6, 10.6',
  },
  'microsoft.batch-order': {
    positions: ['in-turn', 'four-at-once'],
    about:
      'Whether the requests of a batch that depend on nothing run one after the other or four at a time.',
    source: 'microsoft.md 4.6',
  },
  'microsoft.upload-limit': {
    positions: ['enforced', 'absent'],
    about: 'Whether 15 MB in 30 seconds are the most that a mailbox takes.',
    source: 'microsoft.md 4.6, 10.3',
  },
  'microsoft.global-limit': {
    positions: ['enforced', 'absent'],
    about: 'Whether an application is held to 2,000 requests a second over all tenants.',
    source: 'microsoft.md 4.6, 10.3',
  },
  'microsoft.read-basic-subscription': {
    positions: ['refused', 'enough'],
    about: 'Whether Calendars.ReadBasic is enough to subscribe.',
    source: 'microsoft.md 4.1, 10.4',
  },
  'microsoft.missing-folders': {
    positions: ['created', 'not-found'],
    about: 'Whether an upload creates the folders of its path.',
    source: 'microsoft.md 6',
  },
} as const satisfies Record<string, Switch>;

export type SwitchName = keyof typeof switches;

/** The position of every switch. */
export type SwitchPositions = { [name in SwitchName]: (typeof switches)[name]['positions'][number] };

/** All as believed, but for those that are given. */
export function switchPositions(given: Partial<SwitchPositions> = {}): SwitchPositions {
  const believed = Object.fromEntries(
    Object.entries(switches).map(([name, { positions }]) => [name, positions[0]]),
  ) as SwitchPositions;
  return { ...believed, ...given };
}
