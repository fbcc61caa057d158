import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { issueCode } from './oauth-codes.ts';
import { consentOf, consentPage, refusalPage } from './oauth-consent.ts';
import { redirectTo } from './oauth-form.ts';

/** What an application asks for when it sends somebody to sign in (RFC 6749, 4.1.1). */
export interface Authorization {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | null;
  /** PKCE challenge; null where the application sent none. */
  readonly challenge: string | null;
  readonly nonce: string | null;
  readonly hint: string | null;
}

/** Where the vendors differ. */
export interface AuthorizePage {
  readonly vendor: 'Google' | 'Microsoft';
  readonly provider: 'google' | 'microsoft';
  readonly path: string;
  /** Ids of the routes that show the page and take its form. */
  readonly ids: { readonly page: string; readonly consent: string };
  /** Scopes of the query's list, in the form in which they are granted. */
  readonly scopesOf: (list: string | null) => readonly string[];
  /** What is wrong with a request, as the page shows it; null where nothing is. */
  readonly faultOf: (asked: Authorization, query: URLSearchParams) => string | null;
  /** Parameters beside `error` and `state` with which a person's refusal goes back. */
  readonly denial: Readonly<Record<string, string>>;
  readonly noAccount: string;
  /** All parameters with which a code goes back, in the vendor's order; null ones are left out. */
  readonly grant: (given: {
    readonly code: string;
    readonly state: string | null;
    readonly scopes: readonly string[];
  }) => Readonly<Record<string, string | null>>;
}

/** A vendor's consent page. A test answers it by POSTing its form: `decision=allow&person=<address>`. */
export function authorizePageRoutes(parts: SandboxParts, page: AuthorizePage): readonly ApiRoute[] {
  const { vendor, provider, path, ids } = page;
  const withQuestion =
    (handle: (request: ApiRequest, asked: Authorization) => ApiAnswer): ApiRoute['handle'] =>
    (request) => {
      const asked = authorizationOf(request.query, page.scopesOf);
      const fault = page.faultOf(asked, request.query);
      return fault === null ? handle(request, asked) : refusalPage(400, fault);
    };
  return [
    {
      id: ids.page,
      method: 'GET',
      path,
      scopes: null,
      handle: withQuestion((_request, asked) => consentPage(parts, { vendor, provider, ...asked })),
    },
    {
      id: ids.consent,
      method: 'POST',
      path,
      scopes: null,
      handle: withQuestion((request, asked) => answerConsent(parts, page, request, asked)),
    },
  ];
}

function authorizationOf(query: URLSearchParams, scopesOf: AuthorizePage['scopesOf']): Authorization {
  return {
    clientId: query.get('client_id') ?? '',
    redirectUri: query.get('redirect_uri') ?? '',
    scopes: scopesOf(query.get('scope')),
    state: query.get('state'),
    challenge: query.get('code_challenge'),
    nonce: query.get('nonce'),
    hint: query.get('login_hint'),
  };
}

function answerConsent(
  parts: SandboxParts,
  page: AuthorizePage,
  request: ApiRequest,
  asked: Authorization,
): ApiAnswer {
  const { provider } = page;
  const { clientId, redirectUri, state, challenge, nonce } = asked;
  const consent = consentOf(parts, provider, request, asked.scopes);
  if (consent.kind === 'denied')
    return redirectTo(redirectUri, { error: 'access_denied', ...page.denial, state });
  if (consent.person === null) return refusalPage(400, page.noAccount);
  const { person, scopes } = consent;
  const mailbox = person.address;
  const code = issueCode(parts, { provider, mailbox, clientId, redirectUri, scopes, challenge, nonce });
  return redirectTo(redirectUri, page.grant({ code, state, scopes }));
}
