import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { isOwnHost } from './own-host.ts';

/** Nobody but this machine reaches the sandbox: it has no secrets and takes every order. */
const host = '127.0.0.1';

/** One port that is being served. */
export interface Listening {
  readonly origin: string;
  /** Cuts what is under way. */
  readonly close: () => Promise<void>;
}

/**
 * @param port 0 takes a free one
 * @throws the system's error where the port is taken (`EADDRINUSE`) or not allowed (`EACCES`)
 */
export async function listen(app: Express, port: number): Promise<Listening> {
  const server = createServer((request, response) => {
    if (isOwnHost(request.headers.host)) app(request, response);
    else {
      response.writeHead(403, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: 'the sandbox answers under the names of this machine only' }));
    }
  });
  server.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${taken}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
