/**
 * What a person is asked to allow, and why: the least that each request takes.
 * Source: learn.microsoft.com/graph/permissions-reference and the pages of the requests.
 * A company grants the application permissions of the same names instead, with `Files.ReadWrite.All` and
 * `User.Read.All`, or by RBAC for Applications for a part of its mailboxes.
 */
const scopeReasons = {
  'Calendars.ReadWrite': 'read and answer invitations, hold time, create and move own meetings, subscribe',
  'MailboxSettings.Read': 'working hours and time zone',
  'Mail.Send': 'word to an organizer that a decline was withdrawn, and offers',
  'Files.ReadWrite': 'the document that takes the place of a meeting',
  'User.Read': 'who has signed in',
} as const;

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
