import type { SandboxParts } from '../parts.ts';
import type { TokenRefusal } from './token-errors.ts';

/** A person's consent behind a refresh token. */
export interface MicrosoftGrant {
  readonly mailbox: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

interface RefreshToken extends MicrosoftGrant {
  /** The token that this one replaces, as long as it still works. */
  readonly replaces: string | null;
  readonly expiresMs: number;
}

/** Entra's default for refresh tokens of web applications. */
const refreshLifetimeMs = 90 * 24 * 3_600_000;

function tokensOf(parts: SandboxParts) {
  return parts.tables.table<RefreshToken>('microsoft-refresh-tokens');
}

/** @param replaces the token that was used to get this one */
export function keepRefreshToken(
  parts: SandboxParts,
  grant: MicrosoftGrant,
  replaces: string | null,
): string {
  const { mailbox, clientId, scopes } = grant;
  const token = `0.${parts.newId(100)}`;
  const expiresMs = parts.clock.nowMs() + refreshLifetimeMs;
  tokensOf(parts).put(token, { mailbox, clientId, scopes, replaces, expiresMs });
  return token;
}

/** Reads a refresh token. With its first use the one that it replaces dies. */
export function useRefreshToken(
  parts: SandboxParts,
  token: string,
  clientId: string,
): MicrosoftGrant | TokenRefusal {
  const found = tokensOf(parts).get(token);
  if (found === undefined) return 'refresh-unknown';
  if (found.clientId !== clientId) return 'other-client';
  if (parts.clock.nowMs() >= found.expiresMs) return 'refresh-expired';
  if (found.replaces !== null) {
    tokensOf(parts).delete(found.replaces);
    tokensOf(parts).put(token, { ...found, replaces: null });
  }
  return found;
}
