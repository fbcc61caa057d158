import type { ApiAnswer, ApiRequest, ApiRoute } from '../api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { issueCode } from '../sign-in/oauth-codes.ts';
import { consentOf, consentPage, refusalPage } from '../sign-in/oauth-consent.ts';
import { isAcceptableRedirect, redirectTo, wordsOf } from '../sign-in/oauth-form.ts';

interface Authorization {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | null;
  readonly challenge: string | null;
  readonly nonce: string | null;
  readonly hint: string | null;
}

/** Google's consent page. A test answers it by POSTing its form: `decision=allow&person=<address>`. */
export function authorizeRoutes(parts: SandboxParts): readonly ApiRoute[] {
  const path = '/o/oauth2/v2/auth';
  return [
    {
      id: 'oauth2.authorize',
      method: 'GET',
      path,
      scopes: null,
      handle: (request) => {
        const asked = authorizationOf(request.query);
        return typeof asked === 'string'
          ? refusalPage(400, `Error 400: ${asked}`)
          : consentPage(parts, { vendor: 'Google', provider: 'google', ...asked });
      },
    },
    {
      id: 'oauth2.consent',
      method: 'POST',
      path,
      scopes: null,
      handle: (request) => {
        const asked = authorizationOf(request.query);
        return typeof asked === 'string'
          ? refusalPage(400, `Error 400: ${asked}`)
          : answerConsent(parts, request, asked);
      },
    },
  ];
}

function answerConsent(parts: SandboxParts, request: ApiRequest, asked: Authorization): ApiAnswer {
  const { state, redirectUri } = asked;
  const consent = consentOf(parts, 'google', request, asked.scopes);
  if (consent.kind === 'denied') return redirectTo(redirectUri, { error: 'access_denied', state });
  if (consent.person === null) return refusalPage(400, 'There is no such Google account.');
  const code = issueCode(parts, {
    provider: 'google',
    mailbox: consent.person.address,
    clientId: asked.clientId,
    redirectUri,
    scopes: consent.scopes,
    challenge: asked.challenge,
    nonce: asked.nonce,
  });
  return redirectTo(redirectUri, {
    state,
    code,
    scope: consent.scopes.join(' '),
    authuser: '0',
    prompt: 'consent',
  });
}

/** What the application asks for; a text is Google's error. */
function authorizationOf(query: URLSearchParams): Authorization | string {
  const clientId = query.get('client_id') ?? '';
  const redirectUri = query.get('redirect_uri') ?? '';
  const scopes = wordsOf(query.get('scope'));
  if (clientId === '') return 'invalid_request: Missing required parameter: client_id';
  if (!isAcceptableRedirect(redirectUri)) return 'redirect_uri_mismatch';
  if (query.get('response_type') !== 'code') return 'unsupported_response_type';
  if (scopes.length === 0) return 'invalid_request: Missing required parameter: scope';
  const challenge = query.get('code_challenge');
  if (challenge !== null && query.get('code_challenge_method') !== 'S256') {
    return 'invalid_request: the sandbox takes code_challenge_method S256 only';
  }
  return {
    clientId,
    redirectUri,
    scopes,
    challenge,
    state: query.get('state'),
    nonce: query.get('nonce'),
    hint: query.get('login_hint'),
  };
}
