import * as openid from 'openid-client';
import type { SignInProvider, SignInResult, SignInSecrets } from '../../app/ports/sign-in.ts';
import { readClaims, vouchedAddress } from './vouched-address.ts';

export interface SignInSettings {
  /** `https:`, or `http:` on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

/** People wait for it. */
const timeoutSeconds = 10;

/**
 * Sign-in by OpenID Connect: authorization code with PKCE. What the issuer publishes about itself is read when the
 * first person signs in, and again after it could not be read.
 */
export function createSignIn(settings: SignInSettings): SignInProvider {
  const issuer = new URL(settings.issuer);
  let discovered: Promise<openid.Configuration> | null = null;
  const configuration = async (): Promise<openid.Configuration> => {
    discovered ??= discover(issuer, settings);
    try {
      return await discovered;
    } catch (error) {
      discovered = null;
      throw error;
    }
  };
  return {
    name: issuer.host,
    origins: [issuer.origin],
    begin: async (secrets) => {
      try {
        const parameters = await parametersOf(secrets, callbackOf(settings).href);
        return {
          kind: 'send',
          url: openid.buildAuthorizationUrl(await configuration(), parameters).href,
        };
      } catch (error) {
        return { kind: 'unavailable', why: said(error) };
      }
    },
    finish: async (query, secrets) => {
      try {
        const tokens = await openid.authorizationCodeGrant(
          await configuration(),
          new URL(query, callbackOf(settings)),
          checksOf(secrets),
        );
        return personIn(tokens.claims());
      } catch (error) {
        return failure(error);
      }
    },
  };
}

/** @throws where the issuer cannot be read, or is not who it says */
async function discover(
  issuer: URL,
  { clientId, clientSecret }: SignInSettings,
): Promise<openid.Configuration> {
  const isHere = issuer.protocol === 'http:';
  return await openid.discovery(issuer, clientId, undefined, clientAuthentication(clientSecret), {
    timeout: timeoutSeconds,
    // The signature of the token is checked besides where it comes from.
    execute: [openid.enableNonRepudiationChecks, ...(isHere ? [openid.allowInsecureRequests] : [])],
  });
}

/** As the issuer takes it; who does not say takes `client_secret_basic` (OpenID Connect Discovery, section 3). */
function clientAuthentication(secret: string): openid.ClientAuth {
  const [basic, post] = [openid.ClientSecretBasic(secret), openid.ClientSecretPost(secret)];
  return (server, ...others) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return methods.includes('client_secret_basic') ? basic(server, ...others) : post(server, ...others);
  };
}

function callbackOf({ baseUrl }: SignInSettings): URL {
  return new URL(`${baseUrl}/sign-in/callback`);
}

async function parametersOf({ state, nonce, verifier }: SignInSecrets, callback: string) {
  return {
    ...{ redirect_uri: callback, scope: 'openid email profile', state, nonce },
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
}

function checksOf({ state, nonce, verifier }: SignInSecrets): openid.AuthorizationCodeGrantChecks {
  return {
    ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
    idTokenExpected: true,
  };
}

function personIn(given: unknown): SignInResult {
  const claims = readClaims(given);
  if (claims === null) return { kind: 'refused', why: 'the token names nobody' };
  const address = vouchedAddress(claims);
  if (address === null) return { kind: 'unverified' };
  const person = { issuer: claims.iss, subject: claims.sub, address, name: claims.name ?? null };
  return { kind: 'known', person };
}

/** What the issuer itself answered, what does not fit, and what did not arrive, are three different things. */
function failure(error: unknown): SignInResult {
  if (error instanceof openid.AuthorizationResponseError) {
    if (error.error === 'access_denied') return { kind: 'cancelled' };
    return { kind: 'refused', why: said(error) };
  }
  if (error instanceof openid.ResponseBodyError && error.error === 'invalid_grant')
    return { kind: 'refused', why: said(error) };
  const isAnswer = error instanceof openid.ResponseBodyError || !(error instanceof openid.ClientError);
  return { kind: isAnswer || isUnreachable(error) ? 'unavailable' : 'refused', why: said(error) };
}

/** `OAUTH_…` codes of what was answered but cannot be used, or not at all. */
const unreachable: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_ABORT',
]);

function isUnreachable(error: openid.ClientError): boolean {
  return unreachable.has(error.code ?? '');
}

/** For the log: codes only, since descriptions and addresses hold what was sent. */
function said(error: unknown): string {
  if (error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError)
    return error.error;
  if (error instanceof openid.ClientError) return error.code ?? error.name;
  return error instanceof Error ? error.name : 'unknown';
}
