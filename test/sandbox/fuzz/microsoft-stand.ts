import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { SandboxPerson } from '../../../src/sandbox/accounts/person.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { somebody } from '../somebody.ts';

export const startMs = Date.parse('2026-11-02T08:00:00Z');
const onGraph = (name: string, fields: Partial<SandboxPerson> = {}) =>
  somebody(`${name}@acme.example`, { provider: 'microsoft', ...fields });

export const group = somebody('team@acme.example', {
  provider: 'microsoft',
  kind: 'group',
  members: ['ben@acme.example', 'cas@acme.example', 'gil@acme.example'],
});
const everybody = [
  onGraph('ann', { aliases: ['ann.b@acme.example'], zone: 'America/New_York' }),
  onGraph('ben', { aliases: ['benny@acme.example'], zone: 'Europe/Warsaw' }),
  onGraph('cas', { aliases: ['cas.c@acme.example'], zone: 'Asia/Singapore' }),
  onGraph('dee'),
  onGraph('room', { kind: 'room' }),
  somebody('gil@acme.example', { aliases: ['gilbert@acme.example'] }),
  group,
  somebody('out@else.example', { provider: 'outside' }),
];
/** Those who act over HTTP. */
export const graphPeople = ['ann', 'ben', 'cas', 'dee'].map((name) => `${name}@acme.example`);
export const googlePerson = 'gil@acme.example';
export const guestChoices = everybody.map(({ address }) => address);
/** All addresses of whoever has this one, the main one first. */
export function namesOf(name: string): readonly string[] {
  const person = everybody.find(({ address, aliases }) => [address, ...aliases].includes(name));
  return person ? [person.address, ...person.aliases] : [name];
}
export const mainAddress = (name: string) => namesOf(name)[0] ?? name;

export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly headers: Headers;
}

export interface Notice {
  readonly subscriptionId: string;
  readonly changeType: 'created' | 'updated' | 'deleted';
  readonly clientState: string | null;
  readonly resourceData: { readonly id: string };
}

interface Call {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Default ids instead of immutable ones. */
  readonly folderIds?: boolean;
}

/** The sandbox with a state file, tokens of everybody, and one webhook. */
export interface Stand {
  readonly sandbox: () => Sandbox;
  /** `target` is a path after the version or a whole address. */
  readonly call: (person: string, method: string, target: string, call?: Call) => Promise<Answer>;
  readonly webhook: string;
  /** What came since the last time, after everything that is under way has come. */
  readonly takeNotices: () => Promise<readonly Notice[]>;
  readonly advance: (ms: number) => void;
  readonly expireSync: (person: string) => Promise<void>;
  /** Closes the sandbox and opens it again from its state file, on the same ports. */
  readonly reopen: () => Promise<void>;
  /** Faults of our own that the emulator logged. */
  readonly log: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openStand(seed: number): Promise<Stand> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
  const log: string[] = [];
  const inbox: Notice[] = [];
  const server = await openWebhook(inbox);
  const start = (ports: { google: number; microsoft: number; control: number }) =>
    startSandbox({
      realNowMs: () => startMs,
      startMs: null,
      seed,
      stateFile: path.join(folder, 'state'),
      ports,
      people: everybody,
      sample: false,
      shortPages: true,
      limits: { microsoft: { mailboxPer10Minutes: 1e9, applicationPerSecond: 1e9 } },
      pace: { pausesMs: [5], answerMs: 10_000 },
      log: (text) => log.push(text),
    });
  let sandbox = await start({ google: 0, microsoft: 0, control: 0 });
  const tokens = new Map(
    graphPeople.map((mailbox) => {
      const scopes = ['Calendars.ReadWrite', 'Mail.Send'];
      const access = { provider: 'microsoft', mailbox, scopes, clientId: 'gate', expiresMs: 1e15 } as const;
      return [mailbox, sandbox.parts.access.issue(access)];
    }),
  );
  const portOf = ({ origin }: { origin: string }) => Number(new URL(origin).port);
  return {
    sandbox: () => sandbox,
    call: async (person, method, target, { body, headers, folderIds } = {}) => {
      const address = target.startsWith('http') ? target : `${sandbox.microsoft.origin}/v1.0${target}`;
      const response = await fetch(address, {
        method,
        headers: {
          authorization: `Bearer ${tokens.get(person)}`,
          'content-type': 'application/json',
          ...(folderIds ? {} : { prefer: 'IdType="ImmutableId"' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        json: text === '' ? null : JSON.parse(text),
        headers: response.headers,
      };
    },
    webhook: server.url,
    takeNotices: async () => {
      await sandbox.settled();
      return inbox.splice(0);
    },
    advance: (ms) => sandbox.parts.clock.advance(ms),
    expireSync: async (mailbox) => {
      await fetch(`${sandbox.control.origin}/expire-sync`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mailbox }),
      });
    },
    reopen: async () => {
      const { google, microsoft, control } = sandbox;
      await sandbox.close();
      sandbox = await start({
        google: portOf(google),
        microsoft: portOf(microsoft),
        control: portOf(control),
      });
      await dropDeadConnections([google.origin, microsoft.origin, control.origin]);
    },
    log,
    close: async () => {
      await sandbox.close();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** `fetch` keeps connections: those to the closed sandbox fail once. */
async function dropDeadConnections(origins: readonly string[]): Promise<void> {
  await delay(20);
  for (const origin of origins)
    for (let attempt = 0; attempt < 3; attempt += 1)
      await fetch(origin).then(
        (response) => response.text(),
        () => null,
      );
}

async function openWebhook(inbox: Notice[]): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '/', 'http://webhook').searchParams.get('validationToken');
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (token === null) inbox.push(...JSON.parse(Buffer.concat(parts).toString()).value);
      response.writeHead(200, { 'content-type': 'text/plain' }).end(token ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/notify`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
