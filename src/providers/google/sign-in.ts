import { CodeChallengeMethod, type OAuth2Client, type TokenPayload } from 'google-auth-library';
import { z } from 'zod';
import type { Outcome } from '../../app/ports/problem.ts';
import type { SignedIn, SignIn } from '../../app/ports/provider.ts';
import type { Transport } from '../transport/transport.ts';
import { refusal } from './problems.ts';
import { googleScopes, identityScopes } from './scopes.ts';

const tokens = z.object({
  id_token: z.string(),
  refresh_token: z.string().optional(),
  scope: z.string().default(''),
});

/** A person connects their calendar. Nothing here lets a code, a token or an ID token into a message. */
export function createSignIn(auth: OAuth2Client, clientId: string, transport: Transport): SignIn {
  return {
    authorizationUrl: async ({ redirectUri, state, codeChallenge, loginHint }) =>
      auth.generateAuthUrl({
        access_type: 'offline',
        // Without the consent page Google gives a refresh token only the first time.
        prompt: 'consent',
        include_granted_scopes: false,
        scope: [...identityScopes, ...googleScopes],
        redirect_uri: redirectUri,
        state,
        code_challenge: codeChallenge,
        code_challenge_method: CodeChallengeMethod.S256,
        ...(loginHint === null ? {} : { login_hint: loginHint }),
      }),
    redeem: async ({ code, redirectUri, codeVerifier }) => {
      const redeemed = await transport.send(false, async () => {
        const answer = await auth.getToken({ code, codeVerifier, redirect_uri: redirectUri });
        return tokens.safeParse(answer.tokens);
      });
      if (!redeemed.ok) return redeemed;
      if (!redeemed.value.success) return refusal('unreadable-answer', 'tokens');
      return readTokens(auth, clientId, redeemed.value.data);
    },
    revoke: async (grant) => {
      // What a company granted is taken back by its administrator.
      if (grant.kind === 'company') return { ok: true, value: { ended: false } };
      // The library would write the token into the address, where logs find it.
      const data = new URLSearchParams({ token: grant.refreshToken });
      const url = auth.endpoints.oauth2RevokeUrl;
      const revoked = await transport.send(true, () =>
        auth.transporter.request({ url, method: 'POST', data }),
      );
      const gone = revoked.ok || revoked.problem.code === 'sign-in-required';
      return gone ? { ok: true, value: { ended: true } } : revoked;
    },
  };
}

async function readTokens(
  auth: OAuth2Client,
  clientId: string,
  { id_token, refresh_token, scope }: z.output<typeof tokens>,
): Promise<Outcome<SignedIn>> {
  const person = await verified(auth, clientId, id_token);
  if (!person?.email || person.email_verified !== true) return refusal('unreadable-answer', 'id token');
  if (refresh_token === undefined) return refusal('sign-in-required', 'no refresh token');
  const granted = new Set(scope.split(' '));
  return {
    ok: true,
    value: {
      grant: { kind: 'person', refreshToken: refresh_token },
      address: person.email.toLowerCase(),
      subject: person.sub,
      // A person may untick scopes on the consent page.
      missingScopes: googleScopes.filter((wanted) => !granted.has(wanted)),
    },
  };
}

/** Null for a token that is not Google's, not for this client or not of now; the library's messages quote it. */
async function verified(auth: OAuth2Client, clientId: string, idToken: string): Promise<TokenPayload | null> {
  try {
    return (await auth.verifyIdToken({ idToken, audience: clientId })).getPayload() ?? null;
  } catch {
    return null;
  }
}
