import { gaxios, JWT, OAuth2Client } from 'google-auth-library';
import { z } from 'zod';
import type { Grant } from '../../app/ports/provider.ts';
import { isAllowedAddress } from '../transport/allowed-address.ts';
import { type GoogleEndpoints, googleEndpoints, trustedRoots } from './endpoints.ts';
import { ForeignAddress, UnreadableToken } from './problems.ts';
import { googleScopes } from './scopes.ts';

/** The gate's own identity at Google. */
export interface GoogleIdentity {
  readonly clientId: string;
  readonly clientSecret: string;
  /** For domain-wide delegation; null where only persons connect their calendars. */
  readonly serviceAccount: { readonly email: string; readonly privateKey: string } | null;
}

/** Google's client for a grant, and how to make it ask for a new access token. */
export interface AuthorizedClient {
  readonly auth: OAuth2Client;
  readonly forgetAccessToken: () => void;
}

/** Without it the library would log headers and answers, tokens among them, when its environment variable is set. */
const silent = { useAuthRequestParameters: false };

/** The client without a grant, for signing in. */
export function createOAuthClient(
  identity: GoogleIdentity,
  endpoints: GoogleEndpoints,
  attemptMs: number,
): OAuth2Client {
  return new OAuth2Client({
    clientId: identity.clientId,
    clientSecret: identity.clientSecret,
    transporter: guardedTransporter(endpoints, attemptMs),
    ...silent,
    endpoints: {
      oauth2AuthBaseUrl: endpoints.authorizationUrl,
      oauth2TokenUrl: endpoints.tokenUrl,
      oauth2RevokeUrl: endpoints.revokeUrl,
      oauth2FederatedSignonPemCertsUrl: endpoints.certificatesUrl,
    },
  });
}

/**
 * The client that acts in a mailbox: with the person's refresh token, or as the service account in their name.
 * Throws where a company's grant is used without a service account.
 */
export function authorizedClient(
  grant: Grant,
  address: string,
  identity: GoogleIdentity,
  endpoints: GoogleEndpoints,
  attemptMs: number,
): AuthorizedClient {
  if (grant.kind === 'person') {
    const auth = createOAuthClient(identity, endpoints, attemptMs);
    const forgetAccessToken = () => auth.setCredentials({ refresh_token: grant.refreshToken });
    forgetAccessToken();
    return { auth, forgetAccessToken };
  }
  if (identity.serviceAccount === null)
    throw new Error('a company grant needs a service account; give its address and key in the options');
  const auth = new JWT({
    email: identity.serviceAccount.email,
    key: identity.serviceAccount.privateKey,
    scopes: [...googleScopes],
    subject: address,
    // The library names Google's own token endpoint here, whichever one is asked.
    additionalClaims: { aud: endpoints.tokenUrl },
    transporter: guardedTransporter(endpoints, attemptMs),
    ...silent,
  });
  // What the library starts with: a token that has run out.
  const forgetAccessToken = () => auth.setCredentials({ refresh_token: 'jwt-placeholder', expiry_date: 1 });
  return { auth, forgetAccessToken };
}

/**
 * Sends what Google's libraries send, but only to the trusted roots, checked when the request leaves, and never after
 * a redirect. The libraries' own retries are off: they know neither the limits of a mailbox nor what is harmless twice.
 * Behind a proxy Node's own fetch takes NODE_USE_ENV_PROXY=1.
 */
function guardedTransporter(endpoints: GoogleEndpoints, attemptMs: number): gaxios.Gaxios {
  const roots = trustedRoots(endpoints);
  const transporter = new gaxios.Gaxios({
    timeout: attemptMs,
    fetchImplementation: async (input, init) => {
      const address = input instanceof Request ? input.url : String(input);
      if (!isAllowedAddress(address, roots)) throw new ForeignAddress('host not allowed');
      return fetch(input, { ...init, redirect: 'manual' });
    },
  });
  transporter.interceptors.request.add({
    resolved: async (request) => {
      request.retry = false;
      delete request.retryConfig;
      // The library has this address of a service account's tokens built in.
      if (request.url.href === googleEndpoints.tokenUrl) request.url = new URL(endpoints.tokenUrl);
      return request;
    },
  });
  transporter.interceptors.response.add({
    resolved: async (response) => {
      // The library takes whatever comes for a token, and quotes it where it does not fit into a header.
      if (String(response.config.url) === endpoints.tokenUrl && !tokenAnswer.safeParse(response.data).success)
        throw new UnreadableToken('no access token');
      return response;
    },
  });
  return transporter;
}

/** RFC 6750 section 2.1 */
const tokenAnswer = z.object({ access_token: z.string().regex(/^[\w.~+/-]+=*$/) });
