/**
 * What the gate asks a person for, or an administrator has to list for domain-wide delegation, and why.
 * The least that each method accepts. None is "restricted"; those of the calendar and of mail are "sensitive".
 * Source: "scopes" of each method in the API descriptions (calendar v3, docs v1, drive v3, gmail v1)
 */
export const googleScopes: readonly string[] = [
  // Read, answer, create and watch events of the calendars that the person owns.
  'https://www.googleapis.com/auth/calendar.events.owned',
  // Free/busy of others: a scope for events does not include it.
  'https://www.googleapis.com/auth/calendar.freebusy',
  // The calendar's time zone.
  'https://www.googleapis.com/auth/calendar.settings.readonly',
  // Documents that the gate creates, and only those; enough for the Docs API too.
  'https://www.googleapis.com/auth/drive.file',
  // Mail in the person's name; it reads none.
  'https://www.googleapis.com/auth/gmail.send',
];

/** Who signed in: a stable id and the address. */
export const identityScopes: readonly string[] = ['openid', 'email'];
