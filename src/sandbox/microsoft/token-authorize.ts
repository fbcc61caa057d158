import type { ApiAnswer, ApiRequest, ApiRoute } from '../api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { issueCode } from '../sign-in/oauth-codes.ts';
import { consentOf, consentPage, refusalPage } from '../sign-in/oauth-consent.ts';
import { isAcceptableRedirect, redirectTo } from '../sign-in/oauth-form.ts';
import { graphScopesOf } from './token-scopes.ts';

interface Authorization {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | null;
  readonly challenge: string | null;
  readonly nonce: string | null;
  readonly hint: string | null;
}

/** Microsoft's consent page. A test answers it by POSTing its form: `decision=allow&person=<address>`. */
export function tokenAuthorizeRoutes(parts: SandboxParts): readonly ApiRoute[] {
  const path = '/:tenant/oauth2/v2.0/authorize';
  const withQuestion =
    (handle: (request: ApiRequest, asked: Authorization) => ApiAnswer): ApiRoute['handle'] =>
    (request) => {
      const asked = authorizationOf(request.query);
      return typeof asked === 'string' ? refusalPage(400, asked) : handle(request, asked);
    };
  return [
    {
      id: 'authorize',
      method: 'GET',
      path,
      scopes: null,
      handle: withQuestion((_request, asked) =>
        consentPage(parts, { vendor: 'Microsoft', provider: 'microsoft', ...asked }),
      ),
    },
    {
      id: 'consent',
      method: 'POST',
      path,
      scopes: null,
      handle: withQuestion((request, asked) => answerConsent(parts, request, asked)),
    },
  ];
}

function answerConsent(parts: SandboxParts, request: ApiRequest, asked: Authorization): ApiAnswer {
  const { state, redirectUri } = asked;
  const consent = consentOf(parts, 'microsoft', request, asked.scopes);
  if (consent.kind === 'denied') {
    const error_description = 'AADSTS65004: User declined to consent to access the app.';
    return redirectTo(redirectUri, { error: 'access_denied', error_description, state });
  }
  if (consent.person === null) return refusalPage(400, 'AADSTS50034: The user account does not exist.');
  const code = issueCode(parts, {
    provider: 'microsoft',
    mailbox: consent.person.address,
    clientId: asked.clientId,
    redirectUri,
    scopes: consent.scopes,
    challenge: asked.challenge,
    nonce: asked.nonce,
  });
  return redirectTo(redirectUri, { code, state, session_state: parts.newId(36) });
}

/** What the application asks for; a text is Entra's refusal. */
function authorizationOf(query: URLSearchParams): Authorization | string {
  const clientId = query.get('client_id') ?? '';
  const redirectUri = query.get('redirect_uri') ?? '';
  const scopes = graphScopesOf(query.get('scope'));
  const challenge = query.get('code_challenge');
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
