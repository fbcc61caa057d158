import { createServer } from 'node:http';
import { afterAll } from '@jest/globals';
import type { Mailbox } from '../../../src/app/ports/provider.ts';
import { createMicrosoftProvider } from '../../../src/providers/microsoft/provider.ts';
import { testStartMs } from '../../support/sandbox.ts';

export interface Asked {
  readonly method: string;
  /** Path and query, decoded. */
  readonly path: string;
  /** Root of this Graph, ends in a slash; for links in answers. */
  readonly root: string;
}

interface Said {
  readonly status?: number;
  /** A text is sent as it is, everything else as JSON. */
  readonly body: unknown;
}

interface StandIn {
  readonly mailbox: Mailbox;
  /** Everything that was asked, tokens included. */
  readonly asked: readonly Asked[];
}

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

const token = { token_type: 'Bearer', expires_in: 3_600, access_token: 'a-token' };

/**
 * Graph and its sign-in over HTTP, saying what no emulator says: what is broken, odd, or somebody else's page.
 * `answer` may leave a request to the stand-in: then it is a token, or nothing that Graph knows.
 */
export async function standIn(answer: (asked: Asked) => Said | null): Promise<StandIn> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    const one = { method: request.method ?? '', path, root: `http://${request.headers.host}/` };
    asked.push(one);
    const isToken = one.path.includes('/oauth2/v2.0/token');
    const { status = 200, body } =
      answer(one) ??
      (isToken ? { body: token } : { status: 404, body: { error: { code: 'ErrorItemNotFound' } } });
    response.writeHead(status, {
      'content-type': typeof body === 'string' ? 'text/html' : 'application/json',
    });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const bound = server.address();
  const root = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/`;
  const provider = createMicrosoftProvider({
    clientId: '11111111-2222-4333-8444-555555555555',
    clientSecret: 'a-secret',
    tenantId: '99999999-8888-4777-8666-555555555555',
    endpoints: { graph: root, login: root },
    limits: { firstPauseMs: 1, longestPauseMs: 5, attempts: 3 },
    nowMs: () => testStartMs,
  });
  const mailbox = provider.openMailbox({
    grant: { kind: 'company' },
    address: 'ana@kiln.example',
    otherAddresses: [],
  });
  return { mailbox, asked };
}
