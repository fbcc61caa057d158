import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { formOf } from '../sign-in/oauth-form.ts';
import { rsaKey, signIdToken } from '../sign-in/oauth-keys.ts';
import { type GoogleGrant, withdrawGrant } from './oauth-grants.ts';

/** google-auth-library knows no other issuer. */
const issuer = 'https://accounts.google.com';
const scopeBase = 'https://www.googleapis.com/auth';

/** @param nonce as the application gave it, null where it gave none */
export async function idTokenFor(
  parts: SandboxParts,
  grant: GoogleGrant,
  nonce: string | null,
): Promise<string> {
  const { sub, ...profile } = userInfo(parts.people.find(grant.mailbox), grant.scopes);
  return signIdToken(await rsaKey(parts, 'google-id-token'), {
    iss: issuer,
    azp: grant.clientId,
    aud: grant.clientId,
    sub,
    ...profile,
    ...(nonce === null ? {} : { nonce }),
  });
}

/** Keys, OpenID metadata, and what can be asked about a token. */
export function identityRoutes(parts: SandboxParts): readonly ApiRoute[] {
  const publicRoute = (
    id: string,
    method: ApiRoute['method'],
    path: string,
    handle: ApiRoute['handle'],
  ): ApiRoute => ({ id, method, path, scopes: null, handle });
  return [
    publicRoute('oauth2.configuration', 'GET', '/.well-known/openid-configuration', configuration),
    publicRoute('oauth2.certs.jwk', 'GET', '/oauth2/v3/certs', async () => {
      const { publicJwk } = await rsaKey(parts, 'google-id-token');
      return { status: 200, headers: keyHeaders, json: { keys: [publicJwk] } };
    }),
    // Google wraps the key into a certificate; what verifies signatures takes the bare public key as well.
    publicRoute('oauth2.certs.pem', 'GET', '/oauth2/v1/certs', async () => {
      const { kid, publicPem } = await rsaKey(parts, 'google-id-token');
      return { status: 200, headers: keyHeaders, json: { [kid]: publicPem } };
    }),
    publicRoute('oauth2.revoke', 'POST', '/revoke', (request) => revoked(parts, request)),
    publicRoute('oauth2.tokeninfo.get', 'GET', '/tokeninfo', (request) => tokenInfo(parts, request)),
    publicRoute('oauth2.tokeninfo', 'POST', '/tokeninfo', (request) => tokenInfo(parts, request)),
    {
      id: 'oauth2.userinfo',
      method: 'GET',
      path: '/v1/userinfo',
      scopes: ['openid', 'email', 'profile', `${scopeBase}/userinfo.email`, `${scopeBase}/userinfo.profile`],
      handle: ({ access }) => ({
        status: 200,
        json: userInfo(parts.people.find(access?.mailbox ?? ''), access?.scopes ?? []),
      }),
    },
  ];
}

const keyHeaders = { 'cache-control': 'public, max-age=3600, must-revalidate, no-transform' };

function configuration({ origin }: ApiRequest): ApiAnswer {
  return {
    status: 200,
    json: {
      issuer,
      authorization_endpoint: `${origin}/o/oauth2/v2/auth`,
      token_endpoint: `${origin}/token`,
      userinfo_endpoint: `${origin}/v1/userinfo`,
      revocation_endpoint: `${origin}/revoke`,
      jwks_uri: `${origin}/oauth2/v3/certs`,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid', 'email', 'profile'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
      code_challenge_methods_supported: ['S256'],
      grant_types_supported: [
        'authorization_code',
        'refresh_token',
        'urn:ietf:params:oauth:grant-type:jwt-bearer',
      ],
    },
  };
}

function revoked(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const token = request.query.get('token') ?? formOf(request).get('token') ?? '';
  return withdrawGrant(parts, token) ? { status: 200, json: {} } : invalidToken('Token expired or revoked');
}

function tokenInfo(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = request.query.get('access_token') ?? formOf(request).get('access_token') ?? bearer ?? '';
  const access = parts.access.find(token);
  if (access === null || access.provider !== 'google') return invalidToken('Invalid Value');
  const { sub, email, email_verified } = userInfo(parts.people.find(access.mailbox ?? ''), access.scopes);
  return {
    status: 200,
    // Google writes numbers and flags of this answer as texts.
    json: {
      azp: access.clientId,
      aud: access.clientId,
      sub,
      scope: access.scopes.join(' '),
      exp: String(Math.floor(access.expiresMs / 1000)),
      expires_in: String(Math.floor((access.expiresMs - parts.clock.nowMs()) / 1000)),
      ...(email === undefined ? {} : { email, email_verified: String(email_verified) }),
      access_type: 'offline',
    },
  };
}

function invalidToken(description: string): ApiAnswer {
  return { status: 400, json: { error: 'invalid_token', error_description: description } };
}

interface UserInfo {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly hd?: string;
}

function userInfo(person: SandboxPerson | null, scopes: readonly string[]): UserInfo {
  if (person === null) return { sub: '' };
  const may = (word: string) => scopes.includes(word) || scopes.includes(`${scopeBase}/userinfo.${word}`);
  const { userId: sub, name, address: email } = person;
  return {
    sub,
    ...(may('profile') ? { name } : {}),
    ...(may('email') ? { email, email_verified: true, hd: email.slice(email.indexOf('@') + 1) } : {}),
  };
}
