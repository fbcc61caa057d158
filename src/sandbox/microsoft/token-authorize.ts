import type { ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { type Authorization, authorizePageRoutes } from '../sign-in/authorize-page.ts';
import { isAcceptableRedirect } from '../sign-in/oauth-form.ts';
import { graphScopesOf } from './token-scopes.ts';

/** Microsoft's consent page. */
export function tokenAuthorizeRoutes(parts: SandboxParts): readonly ApiRoute[] {
  return authorizePageRoutes(parts, {
    vendor: 'Microsoft',
    provider: 'microsoft',
    path: '/:tenant/oauth2/v2.0/authorize',
    ids: { page: 'authorize', consent: 'consent' },
    scopesOf: graphScopesOf,
    faultOf: refusalOf,
    denial: { error_description: 'AADSTS65004: User declined to consent to access the app.' },
    noAccount: 'AADSTS50034: The user account does not exist.',
    grant: ({ code, state }) => ({ code, state, session_state: parts.newId(36) }),
  });
}

/** Entra's words for a request that it does not take. */
function refusalOf(asked: Authorization, query: URLSearchParams): string | null {
  const { clientId, redirectUri, scopes, challenge } = asked;
  if (clientId === '') return "AADSTS900144: The request must contain the following parameter: 'client_id'.";
  if (!isAcceptableRedirect(redirectUri))
    return 'AADSTS50011: The redirect URI does not match those registered.';
  if (query.get('response_type') !== 'code')
    return "AADSTS700054: The sandbox takes response_type 'code' only.";
  if ((query.get('response_mode') ?? 'query') !== 'query') {
    return "AADSTS70007: The sandbox takes response_mode 'query' only.";
  }
  if (scopes.length === 0) return "AADSTS900144: The request must contain the following parameter: 'scope'.";
  if (challenge !== null && query.get('code_challenge_method') !== 'S256') {
    return 'AADSTS501491: The sandbox takes code_challenge_method S256 only.';
  }
  return null;
}
