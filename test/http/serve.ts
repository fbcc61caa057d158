import { afterEach } from '@jest/globals';
import type { Router } from 'express';
import { createApp } from '../../src/http/create-app.ts';
import { type Listening, listen } from '../../src/http/listen.ts';
import { createMemoryLog, type LogLine } from '../app/intake/webhook-requests.ts';

const open: Listening[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close(0)));
});

export interface Served extends Listening {
  readonly lines: readonly LogLine[];
}

/** The application with these routes on a free port; closed after the test. */
export async function serve(...routers: readonly Router[]): Promise<Served> {
  return await serveAt(null, ...routers);
}

/** The same, by an address under which people reach it. */
export async function serveAt(baseUrl: string | null, ...routers: readonly Router[]): Promise<Served> {
  const log = createMemoryLog();
  const chance = { uuid: () => '00000000-0000-4000-8000-000000000000', secret: () => 'unused' };
  const listening = await listen(createApp({ routers, log, chance, baseUrl }), {
    host: '127.0.0.1',
    port: 0,
  });
  open.push(listening);
  return { ...listening, lines: log.lines };
}
