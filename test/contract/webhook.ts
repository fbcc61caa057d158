import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CalendarNotification, CalendarProvider } from '../../src/app/ports/provider.ts';

/** A webhook as the server will have one: real HTTP, read by the provider, answered at once. */
export interface Webhook {
  readonly address: string;
  readonly notifications: readonly CalendarNotification[];
  readonly close: () => Promise<void>;
}

export async function openWebhook(provider: CalendarProvider): Promise<Webhook> {
  const notifications: CalendarNotification[] = [];
  const server = createServer(async (request, response) => {
    const reading = provider.readWebhook({
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [
          name,
          Array.isArray(value) ? value[0] : value,
        ]),
      ),
      query: Object.fromEntries(new URL(request.url ?? '/', 'http://127.0.0.1').searchParams),
      body: await bodyOf(request),
    });
    if (reading.kind === 'handshake') {
      response.writeHead(200, { 'content-type': 'text/plain' }).end(reading.body);
      return;
    }
    if (reading.kind === 'refused') {
      response.writeHead(reading.status).end();
      return;
    }
    notifications.push(...reading.notifications);
    response.writeHead(202).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/hooks/calendar`,
    notifications,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
