import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

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
  const server = createServer(app);
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
