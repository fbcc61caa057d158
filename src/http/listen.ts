import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Express } from 'express';

/**
 * Whoever sends slowly is cut off: headers within 10 s, the whole request within 15 s, checked every second. Idle
 * connections stay longer than the 60 s of the usual load balancers, which otherwise send into a closing one.
 * Source of the defaults that are too long here: nodejs.org/api/http.html (60 s, 300 s, checked every 30 s)
 */
const usualTimeouts = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
};
/** A validation token of 4 kB, escaped, fits; nothing else is that long. */
const maxHeaderBytes = 16_384;
const mostConnections = 5_000;
const idleCheckMs = 20;

/** A port that is being served. */
export interface Listening {
  /** `http://host:port`, with the port that was taken. */
  readonly origin: string;
  /** Takes no more connections, lets running requests end for so many milliseconds, then cuts them. */
  readonly close: (graceMs?: number) => Promise<void>;
}

/**
 * @param where `port` 0 takes a free one; `timeouts` are the usual ones unless stated, in milliseconds
 * @throws the system's error where the port is taken (`EADDRINUSE`) or not allowed (`EACCES`)
 */
export async function listen(
  app: Express,
  where: { readonly host: string; readonly port: number; readonly timeouts?: Partial<typeof usualTimeouts> },
): Promise<Listening> {
  let closing = false;
  const server = createServer(
    { ...usualTimeouts, ...where.timeouts, maxHeaderSize: maxHeaderBytes },
    (request, response) => {
      if (closing) response.setHeader('Connection', 'close');
      app(request, response);
    },
  );
  server.maxConnections = mostConnections;
  server.listen(where.port, where.host);
  await once(server, 'listening');
  const { address, family, port } = server.address() as AddressInfo;
  const close = async (graceMs = 3_000): Promise<void> => {
    if (closing) return;
    closing = true;
    const closed = once(server, 'close');
    server.close();
    // A connection that was busy becomes idle after `close()` has looked, and would then be kept alive.
    const idle = setInterval(() => server.closeIdleConnections(), idleCheckMs);
    const isClosed = await Promise.race([closed.then(() => true), delay(graceMs, false, { ref: false })]);
    clearInterval(idle);
    if (!isClosed) server.closeAllConnections();
    await closed;
  };
  return { origin: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`, close };
}
