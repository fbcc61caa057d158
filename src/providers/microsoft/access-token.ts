import { AuthError, type AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node';
import { z } from 'zod';
import type { Grant, MailboxEvents } from '../../app/ports/provider.ts';
import { authorityOf, loginNetwork, type MicrosoftEndpoints } from './login-network.ts';
import { companyScopes, personScopes } from './scopes.ts';

/** One registered application of Microsoft Entra. */
export interface MicrosoftApplication {
  readonly clientId: string;
  readonly clientSecret: string;
  /** A directory's id; for people of any directory `organizations` (application permissions need a directory). */
  readonly tenantId: string;
  readonly endpoints: MicrosoftEndpoints;
}

/** Gives access tokens. `forget` says that Graph refused one, so that the next is a new one. */
export interface AccessTokens {
  readonly get: () => Promise<string>;
  readonly forget: (token: string) => void;
}

const loginTimeoutMs = 20_000;
/**
 * How long a token is used; Graph's refusal (401) ends one that was shorter. Microsoft gives them 60 to 90 minutes
 * (learn.microsoft.com/entra/identity-platform/access-tokens). The end that MSAL names is by its own clock, not ours.
 */
const usedForMs = 50 * 60_000;

/**
 * A new application object of MSAL. One for each request: its cache would otherwise mix the tokens of people, and it
 * refuses by itself, for a minute, what the sign-in service once throttled.
 */
export function openApplication(application: MicrosoftApplication): ConfidentialClientApplication {
  const { clientId, clientSecret, tenantId, endpoints } = application;
  return new ConfidentialClientApplication({
    auth: { clientId, clientSecret, authority: authorityOf(endpoints, tenantId) },
    system: { networkClient: loginNetwork(endpoints, loginTimeoutMs) },
  });
}

const serializedCache = z.object({
  RefreshToken: z.record(z.string(), z.object({ secret: z.string() })).default({}),
});

/** MSAL keeps refresh tokens to itself; its cache, written out, is the documented way to them. Null without one. */
export function refreshTokenOf(application: ConfidentialClientApplication): string | null {
  const cache = serializedCache.parse(JSON.parse(application.getTokenCache().serialize()));
  return Object.values(cache.RefreshToken).at(-1)?.secret ?? null;
}

/**
 * Access tokens of one grant, each used until shortly before its end. Requests at the same time share one renewal.
 * A refresh token that Microsoft replaced is told to `onGrantRenewed` before anything uses it; where that fails,
 * the renewal fails too and is tried again with the old one, which Microsoft still takes.
 *
 * @param nowMs epoch milliseconds
 */
export function createAccessTokens(
  application: MicrosoftApplication,
  grant: Grant,
  events: MailboxEvents,
  nowMs: () => number,
): AccessTokens {
  let refreshToken = grant.kind === 'person' ? grant.refreshToken : null;
  let current: { readonly token: string; readonly untilMs: number } | null = null;
  let renewal: Promise<string> | null = null;

  const renew = async (): Promise<string> => {
    const msal = openApplication(application);
    const result = await acquire(msal, refreshToken);
    const renewed = refreshToken === null ? null : refreshTokenOf(msal);
    if (renewed !== null && renewed !== refreshToken) {
      await events.onGrantRenewed?.({ kind: 'person', refreshToken: renewed });
      refreshToken = renewed;
    }
    current = { token: result.accessToken, untilMs: nowMs() + usedForMs };
    return current.token;
  };
  return {
    get: () => {
      if (current !== null && nowMs() < current.untilMs) return Promise.resolve(current.token);
      renewal ??= renew().finally(() => {
        renewal = null;
      });
      return renewal;
    },
    forget: (token) => {
      if (current?.token === token) current = null;
    },
  };
}

async function acquire(
  msal: ConfidentialClientApplication,
  refreshToken: string | null,
): Promise<AuthenticationResult> {
  const result =
    refreshToken === null
      ? await msal.acquireTokenByClientCredential({ scopes: [...companyScopes] })
      : await msal.acquireTokenByRefreshToken({ scopes: [...personScopes], refreshToken, forceCache: true });
  if (result === null) throw new Error('MSAL gave neither a token nor an error');
  if (result.accessToken === '') throw new AuthError('no_access_token', '');
  return result;
}
