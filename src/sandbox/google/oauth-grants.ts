import type { SandboxParts } from '../parts.ts';

/** A person's standing consent, by refresh token. */
export interface GoogleGrant {
  readonly mailbox: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** Seconds that an access token lives: 3,599 in Google's answers. */
export const accessTokenSeconds = 3599;

function grantsOf(parts: SandboxParts) {
  return parts.tables.table<GoogleGrant>('google-refresh-tokens');
}

export function keepGrant(parts: SandboxParts, grant: GoogleGrant): string {
  const token = `1//${parts.newId(80)}`;
  grantsOf(parts).put(token, grant);
  return token;
}

/** The consent behind a refresh token; null where it was withdrawn or never was, or is another application's. */
export function grantOf(parts: SandboxParts, refreshToken: string, clientId: string): GoogleGrant | null {
  const grant = grantsOf(parts).get(refreshToken);
  return grant?.clientId === clientId ? grant : null;
}

/** @returns the access token */
export function issueAccess(parts: SandboxParts, grant: GoogleGrant): string {
  return parts.access.issue({
    provider: 'google',
    mailbox: grant.mailbox,
    scopes: grant.scopes,
    clientId: grant.clientId,
    expiresMs: parts.clock.nowMs() + accessTokenSeconds * 1000,
  });
}

/**
 * Withdraws the whole consent of a person to an application, by any token of it.
 * Access tokens that are out already work until they expire.
 * @returns false where the token is unknown
 */
export function withdrawGrant(parts: SandboxParts, token: string): boolean {
  const grant = grantsOf(parts).get(token) ?? parts.access.find(token);
  if (grant === null) return false;
  const standing = [...grantsOf(parts).entries()].filter(
    ([, { mailbox, clientId }]) => mailbox === grant.mailbox && clientId === grant.clientId,
  );
  for (const [key] of standing) grantsOf(parts).delete(key);
  return true;
}
