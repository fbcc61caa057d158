import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { isSameToken } from './data-folder.ts';

type Redirect = { readonly ok: true; readonly code: string } | { readonly ok: false; readonly why: string };

export interface RedirectListener {
  readonly redirectUri: string;
  /** What the browser brought back. Whoever does not know the state is not listened to. */
  readonly came: Promise<Redirect>;
  readonly close: () => Promise<void>;
}

/** Waits on a free port of this machine for the browser to come back from a sign-in. */
export async function listenForRedirect(state: string): Promise<RedirectListener> {
  const { promise, resolve } = Promise.withResolvers<Redirect>();
  const server = createServer((request, response) => {
    const query = URL.parse(request.url ?? '', 'http://localhost')?.searchParams;
    if (!isSameToken(query?.get('state') ?? '', state))
      return say(response, 404, 'Nothing is expected here.');
    const code = query?.get('code') ?? null;
    if (code === null) {
      const why =
        query
          ?.get('error')
          ?.replaceAll(/[^\w.-]/g, '')
          .slice(0, 100) || 'no code';
      say(response, 200, 'It was not allowed. You can close this page.');
      resolve({ ok: false, why });
    } else {
      say(response, 200, 'Thank you. You can close this page and go back to the command.');
      resolve({ ok: true, code });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    redirectUri: `http://127.0.0.1:${port}`,
    came: promise,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  });
  response.end(`${text}\n`);
}
