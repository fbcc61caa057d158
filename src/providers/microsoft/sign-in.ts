import { z } from 'zod';
import type { Outcome } from '../../app/ports/problem.ts';
import type { SignedIn, SignIn } from '../../app/ports/provider.ts';
import { plainAddress } from '../formats/attendees.ts';
import { type MicrosoftApplication, openApplication, refreshTokenOf } from './access-token.ts';
import { atLogin } from './login-network.ts';
import { classifySignIn, refused } from './problems.ts';
import { missingOf, personScopes } from './scopes.ts';

const claims = z.object({
  tid: z.string().min(1),
  oid: z.string().min(1),
  email: z.string().optional(),
  preferred_username: z.string().optional(),
});

/**
 * Sign-in of a person with OAuth 2.0 authorization code and PKCE, through MSAL.
 * `subject` is `tid.oid`, which never changes; the address may, and is no key of anything.
 * `revoke` has nothing to call: Microsoft has no endpoint that ends one grant of one application. The caller forgets
 * the refresh token; the person can remove the application at https://myapps.microsoft.com. It is always `ok`.
 */
export function createSignIn(application: MicrosoftApplication): SignIn {
  return {
    authorizationUrl: async ({ redirectUri, state, codeChallenge, loginHint }) => {
      const address = await openApplication(application).getAuthCodeUrl({
        scopes: [...personScopes],
        redirectUri,
        state,
        codeChallenge,
        codeChallengeMethod: 'S256',
        ...(loginHint === null ? {} : { loginHint }),
      });
      return atLogin(application.endpoints, address);
    },
    redeem: async (request) => {
      try {
        return await redeem(application, request);
      } catch (error) {
        return { ok: false, problem: classifySignIn(error).problem };
      }
    },
    revoke: async () => ({ ok: true, value: null }),
  };
}

async function redeem(
  application: MicrosoftApplication,
  { code, redirectUri, codeVerifier }: Parameters<SignIn['redeem']>[0],
): Promise<Outcome<SignedIn>> {
  const msal = openApplication(application);
  const result = await msal.acquireTokenByCode({
    code,
    redirectUri,
    codeVerifier,
    scopes: [...personScopes],
  });
  const refreshToken = refreshTokenOf(msal);
  const read = claims.safeParse(result.idTokenClaims);
  const address = plainAddress(read.data?.email) ?? plainAddress(read.data?.preferred_username);
  if (!read.success || address === null || refreshToken === null)
    return refused('unreadable-answer', 'id_token or refresh_token');
  return {
    ok: true,
    value: {
      grant: { kind: 'person', refreshToken },
      address,
      subject: `${read.data.tid}.${read.data.oid}`,
      missingScopes: missingOf(result.scopes),
    },
  };
}
