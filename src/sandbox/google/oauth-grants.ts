import type { Access, SandboxParts } from '../parts.ts';

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

/**
 * @param serviceAccount address of the service account that acts for the mailbox; absent for a person's own consent
 * @returns the access token
 */
export function issueAccess(parts: SandboxParts, grant: GoogleGrant, serviceAccount?: string): string {
  return parts.access.issue({
    provider: 'google',
    mailbox: grant.mailbox,
    scopes: grant.scopes,
    clientId: grant.clientId,
    ...(serviceAccount !== undefined && { serviceAccount }),
    expiresMs: parts.clock.nowMs() + accessTokenSeconds * 1000,
  });
}

/**
 * Withdraws the whole consent of a person to an application, by any token of it. Every token of that consent ends,
 * also access tokens that are out already (RFC 7009, 2.1).
 * @returns false where the token is unknown
 */
export function withdrawGrant(parts: SandboxParts, token: string): boolean {
  const named = parts.access.find(token);
  const grant = grantsOf(parts).get(token) ?? (named?.provider === 'google' ? named : null);
  if (grant === null) return false;
  const isOfIt = ({ mailbox, clientId }: Pick<Access, 'mailbox' | 'clientId'>) =>
    mailbox === grant.mailbox && clientId === grant.clientId;
  const standing = [...grantsOf(parts).entries()].filter(([, other]) => isOfIt(other));
  for (const [key] of standing) grantsOf(parts).delete(key);
  parts.access.end((access) => access.provider === 'google' && isOfIt(access));
  return true;
}
