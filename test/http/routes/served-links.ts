import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';
import { linkPages } from '../../../src/front/pages/link-pages.ts';
import { createApp } from '../../../src/http/create-app.ts';
import { caseRoutes } from '../../../src/http/routes/case.ts';
import { offerRoutes } from '../../../src/http/routes/offer.ts';
import { type LiveGate, liveGates } from '../../app/effects/live-gate.ts';
import { invite } from '../../contract/world.ts';

/** A declined invite, and the product's own pages on a port. */
export interface ServedLinks {
  readonly gate: LiveGate;
  readonly origin: string;
  /** Paths of the links that were sent: in the comment of the answer, and in the mail to the owner. */
  readonly offer: string;
  readonly story: string;
}

/** Serves the links of an invite with markup in its title; closed after each test. */
export function servedLinks(): (enforcement?: 'enforce' | 'warn') => Promise<ServedLinks> {
  const openGate = liveGates();
  const servers: Server[] = [];
  afterEach(async () => {
    const ending = servers.splice(0).map(async (server) => {
      server.closeAllConnections();
      await new Promise((ended) => server.close(ended));
    });
    await Promise.all(ending);
  });
  return async (enforcement = 'enforce') => {
    const gate = await openGate('google', { enforcement });
    invite(gate.world, { summary: 'Roadmap <script>review</script>' });
    await gate.pull();
    await gate.act();
    const deps = { ...gate.deps, pages: linkPages };
    const app = createApp({ ...deps, routers: [offerRoutes(deps), caseRoutes(deps)] });
    const server = createServer(app).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((listening) => server.once('listening', listening));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { gate, origin, offer: pathIn(gate.answers()[0]?.comment), story: pathIn(storyMail(gate)) };
  };
}
function storyMail({ world }: LiveGate): string | undefined {
  return world.mails().find(({ text }) => text.includes('https://gate.example/c/'))?.text;
}

function pathIn(text: string | null | undefined): string {
  return /https:\/\/gate\.example(\/[oc]\/[\w-]+)/.exec(text ?? '')?.[1] ?? '';
}
