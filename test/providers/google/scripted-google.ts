import { createServer, type IncomingMessage } from 'node:http';
import { createGoogleProvider } from '../../../src/providers/google/provider.ts';
import type { TransportLimits } from '../../../src/providers/transport/transport.ts';

export interface SeenRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; null cuts the connection. */
  readonly json?: unknown;
}

/** Quick, so that a test of retries takes no time. */
export const quickLimits: Partial<TransportLimits> = { attempts: 3, firstPauseMs: 1, longestPauseMs: 50 };

/**
 * A server that answers what no emulator would: broken, hostile and rare answers. Tokens it gives by itself; what came
 * is in `seen`, without requests for tokens.
 *
 * @param tokenRefusals answers to the first requests for tokens
 */
export async function startScriptedGoogle(
  answer: (request: SeenRequest) => ScriptedAnswer,
  tokenRefusals: readonly ScriptedAnswer[] = [],
) {
  const seen: SeenRequest[] = [];
  const tokenRequests: SeenRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const request: SeenRequest = {
      method: incoming.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    const isToken = url.pathname === '/token';
    (isToken ? tokenRequests : seen).push(request);
    const {
      status = 200,
      headers = {},
      json,
    } = isToken
      ? (tokenRefusals[tokenRequests.length - 1] ?? tokenAnswer(tokenRequests.length))
      : answer(request);
    if (json === null) {
      incoming.socket.destroy();
      return;
    }
    outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
    outgoing.end(json === undefined ? '' : JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  const provider = createGoogleProvider({
    clientId: 'client',
    clientSecret: 'secret',
    serviceAccount: null,
    endpoints: endpointsAt(origin),
    limits: quickLimits,
  });
  const mailbox = provider.openMailbox({
    grant: { kind: 'person', refreshToken: 'refresh' },
    address: 'ana@acme.example',
    otherAddresses: ['ana@second.example'],
  });
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin, seen, tokenRequests, provider, mailbox, close };
}

function tokenAnswer(count: number): ScriptedAnswer {
  return { json: { access_token: `token-${count}`, expires_in: 3599, token_type: 'Bearer', scope: '' } };
}

/** Everything of Google on one origin. */
export function endpointsAt(origin: string) {
  return {
    apiRoot: `${origin}/`,
    docsRoot: `${origin}/`,
    gmailRoot: `${origin}/`,
    tokenUrl: `${origin}/token`,
    authorizationUrl: `${origin}/o/oauth2/v2/auth`,
    revokeUrl: `${origin}/revoke`,
    certificatesUrl: `${origin}/oauth2/v1/certs`,
  };
}

/** An error as Calendar and Drive write it. */
export function googleError(status: number, reason: string, domain = 'global'): ScriptedAnswer {
  return {
    status,
    json: {
      error: { code: status, message: 'secret words', errors: [{ domain, reason, message: 'words' }] },
    },
  };
}
