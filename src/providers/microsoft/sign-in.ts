import { z } from 'zod';
import type { Outcome } from '../../app/ports/problem.ts';
import type { SignedIn, SignIn } from '../../app/ports/provider.ts';
import { plainAddress } from '../formats/attendees.ts';
import { type MicrosoftApplication, openApplication, refreshTokenOf } from './access-token.ts';
import type { GraphClient } from './client.ts';
import { atLogin } from './login-network.ts';
import { classifySignIn, refused } from './problems.ts';
import { missingOf, personScopes } from './scopes.ts';

const claims = z.object({ tid: z.string().min(1), oid: z.string().min(1) });

/** The primary address of a mailbox; a person without one has only a user name. */
const self = z.object({ mail: z.string().nullish(), userPrincipalName: z.string().nullish() });

/** Asks Graph with the token of a person who has just signed in. */
export type GraphFor = (accessToken: string) => GraphClient;

/**
 * Sign-in of a person with OAuth 2.0 authorization code and PKCE, through MSAL.
 * `subject` is `tid.oid`, which never changes; the address may, and is no key of anything. It is asked for at Graph,
 * because the claims of an ID token can be written by whoever administers the person's tenant.
 * `revoke` has nothing to call: Microsoft has no endpoint that ends one grant of one application. The caller forgets
 * the refresh token; the person can remove the application at https://myapps.microsoft.com. So it is never `ended`.
 */
export function createSignIn(application: MicrosoftApplication, graphFor: GraphFor): SignIn {
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
        return await redeem(application, graphFor, request);
      } catch (error) {
        return { ok: false, problem: classifySignIn(error).problem };
      }
    },
    revoke: async () => ({ ok: true, value: { ended: false } }),
  };
}

async function redeem(
  application: MicrosoftApplication,
  graphFor: GraphFor,
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
  if (!read.success || refreshToken === null)
    return refused('unreadable-answer', 'id_token or refresh_token');
  const asked = { method: 'GET', path: '/me', query: { $select: 'mail,userPrincipalName' } } as const;
  const me = await graphFor(result.accessToken).send(asked, self);
  if (!me.ok) return me;
  const address = plainAddress(me.value.mail) ?? plainAddress(me.value.userPrincipalName);
  if (address === null) return refused('mailbox-missing', 'no address');
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
