import { createHash } from 'node:crypto';
import type { SandboxParts } from '../parts.ts';

/** What a person agreed to, waiting to be redeemed. */
export interface AuthorizationCode {
  readonly provider: 'google' | 'microsoft';
  readonly mailbox: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** PKCE challenge of method S256; null where the application sent none. */
  readonly challenge: string | null;
  readonly nonce: string | null;
  readonly expiresMs: number;
}

type RefusedCode =
  | 'unknown'
  | 'expired'
  | 'other-client'
  | 'other-redirect'
  | 'verifier-missing'
  | 'verifier-wrong';

/** Codes live ten minutes at both vendors (RFC 6749, 4.1.2 allows no more). */
const codeLifetimeMs = 10 * 60_000;

function codesOf(parts: SandboxParts) {
  return parts.tables.table<AuthorizationCode>('authorization-codes');
}

export function issueCode(parts: SandboxParts, grant: Omit<AuthorizationCode, 'expiresMs'>): string {
  const code = `4/${parts.newId(60)}`;
  codesOf(parts).put(code, { ...grant, expiresMs: parts.clock.nowMs() + codeLifetimeMs });
  return code;
}

/** Takes a code once: whatever the answer, it is gone afterwards. */
export function redeemCode(
  parts: SandboxParts,
  request: {
    readonly provider: 'google' | 'microsoft';
    readonly code: string;
    readonly clientId: string;
    readonly redirectUri: string;
    readonly verifier: string | null;
  },
): AuthorizationCode | RefusedCode {
  const found = codesOf(parts).get(request.code);
  if (found === undefined || found.provider !== request.provider) return 'unknown';
  codesOf(parts).delete(request.code);
  if (parts.clock.nowMs() >= found.expiresMs) return 'expired';
  if (found.clientId !== request.clientId) return 'other-client';
  if (found.redirectUri !== request.redirectUri) return 'other-redirect';
  if (found.challenge === null) return found;
  if (request.verifier === null) return 'verifier-missing';
  return challengeOf(request.verifier) === found.challenge ? found : 'verifier-wrong';
}

/** RFC 7636, 4.2. */
function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}
