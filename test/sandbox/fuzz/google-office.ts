import { copyFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SandboxParts } from '../../../src/sandbox/parts.ts';
import { startTestSandbox, type TestSandbox, testStartMs } from '../../support/sandbox.ts';
import { actors, cast } from './google-cast.ts';
import { openHttpClient } from './google-http.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface Reply {
  readonly status: number;
  /** Empty where the answer has no body. */
  readonly body: Json;
}

export interface Notification {
  readonly channel: string;
  readonly state: string;
  readonly number: number;
}

interface CallOptions {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly ifMatch?: string | undefined;
}

/** The emulator over HTTP, with a webhook that hears its notifications. */
export interface Office {
  /** @param path below `/calendar/v3` */
  readonly call: (who: string, method: string, path: string, options?: CallOptions) => Promise<Reply>;
  /** The emulator's own insides, for people on the other calendar and for what happened. */
  readonly parts: () => SandboxParts;
  readonly hook: string;
  /** What the webhook heard since it was asked last, once nothing is under way. */
  readonly heard: () => Promise<readonly Notification[]>;
  readonly expireSync: (mailbox: string) => Promise<void>;
  /** Ends the sandbox as a kill does, and opens what was in its file at that moment. */
  readonly killAndReopen: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const farFuture = testStartMs + 400 * 86_400_000;
const scopes = ['https://www.googleapis.com/auth/calendar'];

/** @param stateFile the first file; each kill goes on in a copy of it */
export async function openOffice(stateFile: string, seed: number): Promise<Office> {
  const webhook = await openWebhook();
  const http = openHttpClient();
  let file = stateFile;
  let opened = 0;
  const open = () =>
    startTestSandbox({
      seed,
      stateFile: file,
      people: cast,
      shortPages: true,
      limits: { google: { projectPerMinute: 1e9, userPerMinute: 1e9 } },
    });
  let sandbox: TestSandbox = await open();
  const tokens = new Map(
    actors.map((who) => [who, sandbox.issueToken(who, scopes, { expiresMs: farFuture })]),
  );
  const faults = () => {
    if (sandbox.faultsOfOurs.length > 0) throw new Error(sandbox.faultsOfOurs.join('\n'));
  };
  return {
    hook: webhook.url,
    parts: () => sandbox.parts,
    call: async (who, method, path, { query = {}, body, ifMatch } = {}) => {
      const search = new URLSearchParams(query).toString();
      const url = `${sandbox.google.origin}/calendar/v3${path}${search === '' ? '' : `?${search}`}`;
      const { status, text } = await http.send(url, {
        method,
        headers: {
          authorization: `Bearer ${tokens.get(who)}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        },
        body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
      });
      faults();
      return { status, body: text === '' ? {} : (JSON.parse(text) as Json) };
    },
    heard: async () => {
      await sandbox.settled();
      return webhook.taken();
    },
    expireSync: async (mailbox) => {
      const response = await fetch(`${sandbox.control.origin}/expire-sync`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mailbox }),
      });
      if (response.status !== 204) throw new Error(`expire-sync: ${response.status}`);
    },
    killAndReopen: async () => {
      const last = sandbox;
      opened += 1;
      const next = `${stateFile}-${opened}`;
      await copyFile(file, next);
      await last.close();
      file = next;
      sandbox = await open();
    },
    close: async () => {
      http.close();
      await sandbox.close();
      await webhook.close();
    },
  };
}

async function openWebhook() {
  let heard: Notification[] = [];
  const server = createServer((request, response) => {
    const { headers } = request;
    heard.push({
      channel: String(headers['x-goog-channel-id']),
      state: String(headers['x-goog-resource-state']),
      number: Number(headers['x-goog-message-number']),
    });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    taken: () => {
      const taken = heard;
      heard = [];
      return taken;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
