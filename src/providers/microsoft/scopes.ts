/**
 * What a person is asked to allow, and why: the least that each request takes.
 * Source: learn.microsoft.com/graph/permissions-reference and the pages of the requests.
 * docs/operations.md shows these lists; a test keeps it equal.
 */
const scopeReasons = {
  'Calendars.ReadWrite': 'read and answer invitations, hold time, create and move own meetings, subscribe',
  'MailboxSettings.Read': 'working hours and time zone',
  'Mail.Send': 'word to an organizer that a decline was withdrawn, and offers',
  'Files.ReadWrite': 'the document that takes the place of a meeting',
  'User.Read': 'who has signed in',
} as const;

/**
 * Application permissions that a company grants instead, for all of its mailboxes, and why. Those of Exchange can be
 * granted for a part of them only, by RBAC for Applications (learn.microsoft.com/exchange/permissions-exo/application-rbac).
 */
const companyReasons = {
  'Calendars.ReadWrite': scopeReasons['Calendars.ReadWrite'],
  'MailboxSettings.Read': scopeReasons['MailboxSettings.Read'],
  'Mail.Send': scopeReasons['Mail.Send'],
  'Files.ReadWrite.All': scopeReasons['Files.ReadWrite'],
  'User.Read.All': 'the id of a mailbox, under which its notifications are subscribed',
} as const;

/** For the page of operations: each permission with its reason. */
export const microsoftPermissions: Readonly<Record<'person' | 'company', Readonly<Record<string, string>>>> =
  { person: scopeReasons, company: companyReasons };

const graphResource = 'https://graph.microsoft.com/';

/** Scopes of the sign-in, as MSAL takes them; it adds `openid`, `profile` and `offline_access` by itself. */
export const personScopes: readonly string[] = Object.keys(scopeReasons).map(
  (scope) => `${graphResource}${scope}`,
);

/** Everything that the company's administrator consented to. */
export const companyScopes: readonly string[] = [`${graphResource}.default`];

/** Scopes that were asked for and not granted; Microsoft names granted ones with and without the resource. */
export function missingOf(granted: readonly string[]): readonly string[] {
  const have = new Set(granted.map((scope) => scope.toLowerCase().replace(graphResource, '')));
  return Object.keys(scopeReasons).filter((scope) => !have.has(scope.toLowerCase()));
}
