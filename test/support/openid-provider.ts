import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { memoryAdapter } from './openid-memory.ts';

/** What the provider says of who is at its keyboard. */
export interface Somebody {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

/** A real OpenID provider on a port of this machine, whose users are signed in there already. */
export interface OpenIdProvider {
  readonly issuer: string;
  /** From now on this person is at its keyboard; null: whoever is says no. */
  readonly seat: (somebody: Somebody | null) => void;
  /** Answers every request with 500 from now on, or no more. */
  readonly fail: (failing: boolean) => void;
  readonly close: () => Promise<void>;
}

interface Client {
  readonly id: string;
  readonly secret: string;
  readonly callback: string;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export async function startOpenIdProvider(client: Client): Promise<OpenIdProvider> {
  let handle: Handler = (_, response) => response.end();
  let failing = false;
  let seated: Somebody | null = null;
  const server = createServer((request, response) => {
    if (failing) response.writeHead(500).end();
    else handle(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const known = new Map<string, Somebody>();
  const provider = createProvider(issuer, client, known);
  const callback = provider.callback();
  handle = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
    if (seated !== null) known.set(seated.sub, seated);
    const result =
      seated === null
        ? { error: 'access_denied', error_description: 'no' }
        : { login: { accountId: seated.sub, remember: false } };
    void provider.interactionFinished(request, response, result);
  };
  return {
    issuer,
    seat: (somebody) => {
      seated = somebody;
    },
    fail: (next) => {
      failing = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((ended) => server.close(ended));
    },
  };
}

/** Asks for no consent, demands PKCE, and puts claims into the ID token as the large providers do. */
function createProvider(issuer: string, client: Client, known: ReadonlyMap<string, Somebody>): Provider {
  return new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.callback] }],
    adapter: memoryAdapter(),
    jwks: { keys: [signingKey()] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['a key of this test'] },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ ...(known.get(accountId) ?? {}), sub: accountId }),
    }),
    loadExistingGrant: async (context) => {
      const { provider, session, client: asking } = context.oidc;
      const grant = new provider.Grant({
        ...(session?.accountId !== undefined && { accountId: session.accountId }),
        ...(asking !== undefined && { clientId: asking.clientId }),
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: 'of-this-test', alg: 'RS256', use: 'sig' };
}
