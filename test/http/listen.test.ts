import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { Router } from 'express';
import { createApp } from '../../src/http/create-app.ts';
import { listen } from '../../src/http/listen.ts';
import { createMemoryLog } from '../app/intake/webhook-requests.ts';
import { serve } from './serve.ts';

function emptyApp() {
  return createApp({
    routers: [],
    log: createMemoryLog(),
    chance: { uuid: () => '', secret: () => '' },
    baseUrl: null,
  });
}

/** A route that answers when it is told to. */
function slowRoute() {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const router = Router().get('/slow', async (_request, response) => {
    begin();
    await released;
    response.send('done');
  });
  return { router, begun, release };
}

/** Everything that a connection gets until it is closed. */
async function rawAnswer(origin: string, ...words: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  for (const word of words) socket.write(word);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

describe('a server that closes', () => {
  it('ends the request that runs, takes no new one, and keeps no connection alive', async () => {
    const { router, begun, release } = slowRoute();
    const { origin, close } = await serve(router);
    const running = fetch(`${origin}/slow`);
    await begun;
    const closed = close();
    await expect(fetch(`${origin}/slow`)).rejects.toThrow('fetch failed');
    release();
    expect(await (await running).text()).toBe('done');
    await closed;
  });

  it('cuts what does not end in time', async () => {
    const { router, begun } = slowRoute();
    const { origin, close } = await serve(router);
    const running = fetch(`${origin}/slow`);
    const failed = expect(running).rejects.toThrow('fetch failed');
    await begun;
    await close(50);
    await failed;
  });

  it('a second time waits for nothing', async () => {
    const { close } = await serve();
    await Promise.all([close(), close()]);
  });
});

describe('a slow client', () => {
  it('that does not end its headers is cut off', async () => {
    const timeouts = { headersTimeout: 100, requestTimeout: 100, connectionsCheckingInterval: 20 };
    const listening = await listen(emptyApp(), { host: '127.0.0.1', port: 0, timeouts });
    const answer = await rawAnswer(listening.origin, 'GET / HTTP/1.1\r\nHost: gate\r\nX-Slow: ');
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    await listening.close();
  });

  it('that sends more headers than anybody needs is refused', async () => {
    const { origin } = await serve();
    const answer = await rawAnswer(
      origin,
      `GET / HTTP/1.1\r\nHost: gate\r\nX-Long: ${'x'.repeat(20_000)}\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 431 /);
  });
});

describe('a port', () => {
  it('that is taken is the error of the system', async () => {
    const { origin } = await serve();
    const port = Number(new URL(origin).port);
    await expect(listen(emptyApp(), { host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('answers under its origin, also by IPv6', async () => {
    const listening = await listen(emptyApp(), { host: '::1', port: 0 }).catch(() => null);
    if (listening === null) return;
    expect((await fetch(`${listening.origin}/nowhere`)).status).toBe(404);
    await listening.close();
  });
});
