import type { ApiAnswer, ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { isOwnSecret } from '../sign-in/client-secrets.ts';
import { redeemCode } from '../sign-in/oauth-codes.ts';
import { formOf, tokenAnswer, wordsOf } from '../sign-in/oauth-form.ts';
import { delegatedToken } from './oauth-delegation.ts';
import { accessTokenSeconds, type GoogleGrant, grantOf, issueAccess, keepGrant } from './oauth-grants.ts';
import { idTokenFor } from './oauth-identity.ts';

/**
 * Google's token endpoint: a code, a refresh token, or the assertion of a service account.
 * @param delegated the administrator's list of scopes for the service account, until another is kept
 */
export function tokenRoute(parts: SandboxParts, delegated: readonly string[]): ApiRoute {
  return {
    id: 'oauth2.token',
    method: 'POST',
    path: '/token',
    scopes: null,
    handle: (request) => {
      const form = withBasicCredentials(formOf(request), request.headers.authorization);
      switch (form.get('grant_type')) {
        case 'authorization_code':
          return redeemed(parts, form);
        case 'refresh_token':
          return refreshed(parts, form);
        case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
          return delegatedToken(parts, form.get('assertion') ?? '', request.origin, delegated);
        default:
          return refusal(
            400,
            'unsupported_grant_type',
            `Invalid grant_type: ${form.get('grant_type') ?? ''}`,
          );
      }
    },
  };
}

async function redeemed(parts: SandboxParts, form: URLSearchParams): Promise<ApiAnswer> {
  const refused = refusedClient(parts, form);
  if (refused !== null) return refused;
  const code = redeemCode(parts, {
    provider: 'google',
    code: form.get('code') ?? '',
    clientId: form.get('client_id') ?? '',
    redirectUri: form.get('redirect_uri') ?? '',
    verifier: form.get('code_verifier'),
  });
  if (code === 'other-redirect') return refusal(400, 'redirect_uri_mismatch', 'Bad Request');
  if (code === 'verifier-missing') return refusal(400, 'invalid_grant', 'Missing code verifier.');
  if (code === 'verifier-wrong') return refusal(400, 'invalid_grant', 'Invalid code verifier.');
  if (typeof code === 'string') return refusal(400, 'invalid_grant', 'Malformed auth code.');
  return tokens(parts, code, { refresh_token: keepGrant(parts, code) }, code.nonce);
}

async function refreshed(parts: SandboxParts, form: URLSearchParams): Promise<ApiAnswer> {
  const refused = refusedClient(parts, form);
  if (refused !== null) return refused;
  const grant = grantOf(parts, form.get('refresh_token') ?? '', form.get('client_id') ?? '');
  if (grant === null) return refusal(400, 'invalid_grant', 'Token has been expired or revoked.');
  const narrowed = wordsOf(form.get('scope'));
  if (narrowed.some((scope) => !grant.scopes.includes(scope))) {
    return refusal(400, 'invalid_scope', 'Some requested scopes were not granted.');
  }
  return tokens(parts, narrowed.length === 0 ? grant : { ...grant, scopes: narrowed }, {}, null);
}

async function tokens(
  parts: SandboxParts,
  grant: GoogleGrant,
  further: Readonly<Record<string, string>>,
  nonce: string | null,
): Promise<ApiAnswer> {
  const { mailbox, clientId, scopes } = grant;
  const identity = scopes.includes('openid') ? { id_token: await idTokenFor(parts, grant, nonce) } : {};
  return tokenAnswer(200, {
    access_token: issueAccess(parts, { mailbox, clientId, scopes }),
    expires_in: accessTokenSeconds,
    scope: scopes.join(' '),
    token_type: 'Bearer',
    ...further,
    ...identity,
  });
}

/** Clients need no registration in the sandbox, but a secret they must show, and always the same. */
function refusedClient(parts: SandboxParts, form: URLSearchParams): ApiAnswer | null {
  const clientId = form.get('client_id') ?? '';
  const secret = form.get('client_secret') ?? '';
  if (clientId === '' || secret === '') {
    return refusal(401, 'invalid_client', 'The OAuth client was not found.');
  }
  return isOwnSecret(parts, 'google', clientId, secret)
    ? null
    : refusal(401, 'invalid_client', 'The provided client secret is invalid.');
}

function refusal(status: number, error: string, description: string): ApiAnswer {
  return tokenAnswer(status, { error, error_description: description });
}

/** RFC 6749, 2.3.1: the client may name itself in the Authorization header. */
function withBasicCredentials(form: URLSearchParams, authorization: string | undefined): URLSearchParams {
  if (authorization?.startsWith('Basic ') !== true) return form;
  const pair = Buffer.from(authorization.slice(6), 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  form.set('client_id', colon < 0 ? pair : pair.slice(0, colon));
  form.set('client_secret', colon < 0 ? '' : pair.slice(colon + 1));
  return form;
}
