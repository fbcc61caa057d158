import type { ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { type Authorization, authorizePageRoutes } from '../sign-in/authorize-page.ts';
import { isAcceptableRedirect, wordsOf } from '../sign-in/oauth-form.ts';

/** Google's consent page. */
export function authorizeRoutes(parts: SandboxParts): readonly ApiRoute[] {
  return authorizePageRoutes(parts, {
    vendor: 'Google',
    provider: 'google',
    path: '/o/oauth2/v2/auth',
    ids: { page: 'oauth2.authorize', consent: 'oauth2.consent' },
    scopesOf: wordsOf,
    faultOf: (asked, query) => {
      const error = errorOf(asked, query);
      return error === null ? null : `Error 400: ${error}`;
    },
    denial: {},
    noAccount: 'There is no such Google account.',
    grant: ({ code, state, scopes }) => ({
      state,
      code,
      scope: scopes.join(' '),
      authuser: '0',
      prompt: 'consent',
    }),
  });
}

/** Google's error for a request that it does not take. */
function errorOf(asked: Authorization, query: URLSearchParams): string | null {
  const { clientId, redirectUri, scopes, challenge } = asked;
  if (clientId === '') return 'invalid_request: Missing required parameter: client_id';
  if (!isAcceptableRedirect(redirectUri)) return 'redirect_uri_mismatch';
  if (query.get('response_type') !== 'code') return 'unsupported_response_type';
  if (scopes.length === 0) return 'invalid_request: Missing required parameter: scope';
  if (challenge !== null && query.get('code_challenge_method') !== 'S256') {
    return 'invalid_request: the sandbox takes code_challenge_method S256 only';
  }
  return null;
}
