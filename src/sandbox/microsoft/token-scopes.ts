import { wordsOf } from '../sign-in/oauth-form.ts';

const graph = 'https://graph.microsoft.com/';
/** About the person and the sign-in, not about Graph. */
const openIdScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];

/** What the administrator consented to for the application itself (microsoft.md 5.1, least privilege). */
export const applicationScopes: readonly string[] = [
  'Calendars.ReadWrite',
  'Files.ReadWrite.All',
  'Mail.Send',
  'MailboxSettings.Read',
  'User.Read.All',
];

/** Scopes in their short form: `https://graph.microsoft.com/Mail.Send` and `Mail.Send` are one. */
export function graphScopesOf(list: string | null): readonly string[] {
  return [
    ...new Set(wordsOf(list).map((scope) => (scope.startsWith(graph) ? scope.slice(graph.length) : scope))),
  ];
}

/**
 * Scopes of a token out of those consented to. Nothing asked for and `.default` mean all.
 * @returns null where something was not consented to
 */
export function grantedScopes(
  consented: readonly string[],
  asked: readonly string[],
): readonly string[] | null {
  const wanted = asked.filter((scope) => !openIdScopes.includes(scope));
  if (wanted.length === 0 || wanted.includes('.default')) return consented;
  const lowerCase = new Map(consented.map((scope) => [scope.toLowerCase(), scope]));
  const granted = wanted.map((scope) => lowerCase.get(scope.toLowerCase()));
  const identity = consented.filter((scope) => openIdScopes.includes(scope));
  const known = granted.filter((scope) => scope !== undefined);
  return known.length < granted.length ? null : [...known, ...identity];
}
