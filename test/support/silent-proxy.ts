import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server on which a network can be made to swallow everything without a word. */
export interface SilentProxy {
  /** The same address, by way of the proxy. */
  readonly urlOf: (url: string) => string;
  /** Swallows from now on what goes through connections that exist. New ones work. @returns how many there are */
  readonly swallow: () => number;
  readonly close: () => Promise<void>;
}

/** @param port of the server, on this machine */
export async function startSilentProxy(port: number): Promise<SilentProxy> {
  const open = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const pair = [near, far] as const;
    open.add(pair);
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(pair);
        for (const other of pair) other.destroy();
      });
    }
    near.pipe(far);
    far.pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const ownPort = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    urlOf: (url) => {
      const changed = new URL(url);
      changed.port = String(ownPort);
      return changed.href;
    },
    swallow: () => {
      const pairs = [...open];
      for (const [near, far] of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        near.resume();
        far.resume();
      }
      return pairs.length;
    },
    close: async () => {
      for (const pair of open) for (const socket of pair) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
