import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer, ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { isOwnSecret } from '../sign-in/client-secrets.ts';
import { redeemCode } from '../sign-in/oauth-codes.ts';
import { accountOf } from '../sign-in/oauth-consent.ts';
import { formOf, tokenAnswer } from '../sign-in/oauth-form.ts';
import { type TokenRefusal, tokenError } from './token-errors.ts';
import { keepRefreshToken, type MicrosoftGrant, useRefreshToken } from './token-grants.ts';
import { idTokenFor, tenantId } from './token-identity.ts';
import { applicationScopes, grantedScopes, graphScopesOf } from './token-scopes.ts';

/** Seconds that an access token lives; Entra chooses between 60 and 90 minutes. */
const accessTokenSeconds = 3599;

/** Entra's token endpoint: a code, a refresh token, or the application itself. */
export function tokenRoute(parts: SandboxParts): ApiRoute {
  return {
    id: 'token',
    method: 'POST',
    path: '/:tenant/oauth2/v2.0/token',
    scopes: null,
    handle: async (request) => {
      const form = formOf(request);
      const answer = await answered(parts, form, request.params.tenant ?? '');
      const correlation = request.query.get('client-request-id') ?? form.get('client-request-id');
      return typeof answer === 'string' ? tokenError(parts, answer, correlation) : answer;
    },
  };
}

async function answered(
  parts: SandboxParts,
  form: URLSearchParams,
  tenant: string,
): Promise<ApiAnswer | TokenRefusal> {
  const clientId = form.get('client_id') ?? '';
  if (clientId === '') return 'missing-parameter';
  // Applications need no registration in the sandbox, but a secret they must show, and always the same.
  const secret = form.get('client_secret') ?? '';
  if (secret === '' && !form.get('client_assertion')) return 'missing-secret';
  if (secret !== '' && !isOwnSecret(parts, 'microsoft', clientId, secret)) return 'wrong-secret';
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return redeemed(parts, form, clientId);
    case 'refresh_token':
      return refreshed(parts, form, clientId);
    case 'client_credentials':
      return forApplication(parts, form, clientId, tenant);
    default:
      return 'unknown-grant-type';
  }
}

async function redeemed(
  parts: SandboxParts,
  form: URLSearchParams,
  clientId: string,
): Promise<ApiAnswer | TokenRefusal> {
  const code = redeemCode(parts, {
    provider: 'microsoft',
    code: form.get('code') ?? '',
    clientId,
    redirectUri: form.get('redirect_uri') ?? '',
    verifier: form.get('code_verifier'),
  });
  if (code === 'unknown') return 'code-unknown';
  if (code === 'expired') return 'code-expired';
  if (typeof code === 'string') return code;
  return forPerson(parts, code, {
    asked: graphScopesOf(form.get('scope')),
    replaces: null,
    nonce: code.nonce,
  });
}

async function refreshed(
  parts: SandboxParts,
  form: URLSearchParams,
  clientId: string,
): Promise<ApiAnswer | TokenRefusal> {
  const replaces = form.get('refresh_token') ?? '';
  const grant = useRefreshToken(parts, replaces, clientId);
  if (typeof grant === 'string') return grant;
  return forPerson(parts, grant, { asked: graphScopesOf(form.get('scope')), replaces, nonce: null });
}

async function forPerson(
  parts: SandboxParts,
  grant: MicrosoftGrant,
  {
    asked,
    replaces,
    nonce,
  }: {
    readonly asked: readonly string[];
    readonly replaces: string | null;
    readonly nonce: string | null;
  },
): Promise<ApiAnswer | TokenRefusal> {
  const { mailbox, clientId } = grant;
  const person = accountOf(parts, 'microsoft', mailbox);
  if (person === null) return 'refresh-unknown';
  const scopes = grantedScopes(grant.scopes, asked);
  if (scopes === null) return 'scope-not-consented';
  const has = (scope: string) => grant.scopes.includes(scope);
  return tokenAnswer(200, {
    ...accessToken(parts, mailbox, clientId, scopes),
    ...(has('offline_access') ? { refresh_token: keepRefreshToken(parts, grant, replaces) } : {}),
    ...(has('openid') ? { id_token: await idTokenFor(parts, person, clientId, nonce) } : {}),
    client_info: clientInfo(person),
  });
}

function forApplication(
  parts: SandboxParts,
  form: URLSearchParams,
  clientId: string,
  tenant: string,
): ApiAnswer | TokenRefusal {
  if (['common', 'organizations', 'consumers'].includes(tenant.toLowerCase())) return 'tenant-needed';
  if (!form.get('scope')?.endsWith('/.default')) return 'scope-not-default';
  const { scope: _scope, ...token } = accessToken(parts, null, clientId, applicationScopes);
  return tokenAnswer(200, token);
}

function accessToken(
  parts: SandboxParts,
  mailbox: string | null,
  clientId: string,
  scopes: readonly string[],
) {
  const expiresMs = parts.clock.nowMs() + accessTokenSeconds * 1000;
  return {
    token_type: 'Bearer',
    scope: scopes.filter((scope) => scope !== 'offline_access').join(' '),
    expires_in: accessTokenSeconds,
    ext_expires_in: accessTokenSeconds,
    access_token: parts.access.issue({ provider: 'microsoft', mailbox, scopes, clientId, expiresMs }),
  };
}

/** Which account a token is for; MSAL files tokens by it. */
function clientInfo({ userId }: SandboxPerson): string {
  return Buffer.from(JSON.stringify({ uid: userId, utid: tenantId })).toString('base64url');
}
