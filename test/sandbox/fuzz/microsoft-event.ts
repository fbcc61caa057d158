/** Fields of a Graph event that the fuzz looks at. */
export interface GraphEvent {
  readonly id: string;
  readonly '@odata.etag': string;
  readonly '@removed'?: unknown;
  readonly iCalUId: string;
  readonly type: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster';
  readonly seriesMasterId: string | null;
  readonly originalStart: string | null;
  readonly subject: string;
  readonly location: { readonly displayName: string };
  readonly start: GraphTime;
  readonly end: GraphTime;
  readonly isAllDay: boolean;
  readonly isCancelled: boolean;
  readonly isOrganizer: boolean;
  readonly hideAttendees: boolean;
  readonly responseRequested: boolean;
  readonly allowNewTimeProposals: boolean;
  readonly showAs: string;
  readonly recurrence: unknown;
  readonly responseStatus: { readonly response: string };
  readonly organizer: { readonly emailAddress: { readonly address: string } };
  readonly attendees: readonly {
    readonly type: string;
    readonly status: { readonly response: string };
    readonly emailAddress: { readonly address: string };
  }[];
}

interface GraphTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** What only the owner of a copy decides, or what is no content. */
const ownNames = new Set([
  'id',
  '@odata.etag',
  '@odata.context',
  '@odata.type',
  'changeKey',
  'createdDateTime',
  'lastModifiedDateTime',
  'categories',
  'transactionId',
  'reminderMinutesBeforeStart',
  'isReminderOn',
  'isOrganizer',
  'showAs',
  'seriesMasterId',
  'webLink',
  'responseStatus',
  'attendees',
  'singleValueExtendedProperties',
  'type',
]);

/** Names of the shared fields that differ. */
export function differences(left: GraphEvent, right: GraphEvent): string[] {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].filter(
    (name) =>
      !ownNames.has(name) &&
      JSON.stringify(Reflect.get(left, name)) !== JSON.stringify(Reflect.get(right, name)),
  );
}

export function guestNames({ attendees }: Pick<GraphEvent, 'attendees'>): string[] {
  return attendees.map(({ type, emailAddress }) => `${emailAddress.address} ${type}`).sort();
}

export const fuzzWindow = 'startDateTime=2026-10-26T00:00:00Z&endDateTime=2026-12-28T00:00:00Z';
