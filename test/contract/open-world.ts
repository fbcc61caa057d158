import { afterEach } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { convert } from 'html-to-text';
import type { CalendarProvider, Mailbox } from '../../src/app/ports/provider.ts';
import { createGoogleProvider } from '../../src/providers/google/provider.ts';
import { createMicrosoftProvider } from '../../src/providers/microsoft/provider.ts';
import type { TransportLimits } from '../../src/providers/transport/transport.ts';
import type { SandboxMail } from '../../src/sandbox/parts.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { switchPositions } from '../../src/sandbox/switches.ts';
import { type ContractWorld, contractPeople, nowMs, type OpenWorld, owner } from './world.ts';

/** Making an RSA key takes longer than most tests, so the keys of the first sandbox serve all. */
const keys = new Map<string, unknown>();

/** What a test may decide about its sandbox. */
export interface WorldOptions
  extends Partial<
    Pick<
      SandboxOptions,
      'positions' | 'faults' | 'limits' | 'shortPages' | 'onExchange' | 'people' | 'realNowMs'
    >
  > {
  readonly transport?: Partial<TransportLimits>;
}

/** Opens worlds for one provider; they are closed after each test. */
export function worldsOf(name: CalendarProvider['name'], options: WorldOptions = {}): OpenWorld {
  const opened: Sandbox[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((sandbox) => sandbox.close()));
  });
  return async (given = {}) => {
    const world = await openWorld(name, { ...options, ...given });
    opened.push(world.sandbox);
    return world;
  };
}

/** One world, to be closed by the caller with `sandbox.close()`. */
export async function openWorld(
  name: CalendarProvider['name'],
  { transport = {}, ...options }: WorldOptions,
): Promise<ContractWorld> {
  const sandbox = await startSandbox({
    realNowMs: () => nowMs,
    startMs: null,
    seed: 7,
    stateFile: null,
    ports: { google: 0, microsoft: 0, control: 0 },
    people: contractPeople(name),
    sample: false,
    log: (text) => {
      throw new Error(`the sandbox itself failed: ${text}`);
    },
    ...options,
  });
  await shareKeys(sandbox);
  const provider = await providerFor(name, sandbox, transport);
  const open = (address: string, account: Parameters<ContractWorld['open']>[1] = {}): Mailbox =>
    provider.openMailbox({
      grant: { kind: 'company' },
      address,
      otherAddresses: address === owner ? ['o.owner@kiln.example'] : [],
      ...account,
    });
  return {
    sandbox,
    provider,
    positions: switchPositions(options.positions),
    open,
    mailbox: open(owner),
    mails: () => [...sandbox.parts.tables.table<SandboxMail>('mails').values()],
    expireSync: async (mailbox) => {
      await control(sandbox, '/expire-sync', { mailbox });
    },
    documentText: (address, id) => documentText(sandbox, address, id),
    pressConsent: (page, address, button) => pressConsent(page, address, button),
    revokeGrants: (address) => revokeGrants(sandbox, address),
  };
}

async function shareKeys({ google, parts }: Sandbox): Promise<void> {
  const table = parts.tables.table<unknown>('rsa-keys');
  for (const [purpose, key] of keys) table.put(purpose, key);
  if (keys.size > 0) return;
  await fetch(`${google.origin}/sandbox/service-account.json`);
  await fetch(`${google.origin}/oauth2/v3/certs`);
  for (const [purpose, key] of table.entries()) keys.set(purpose, key);
}

/** Patience for a sandbox: it asks for short pauses. */
const hasty: Partial<TransportLimits> = { firstPauseMs: 5, longestPauseMs: 2_000 };

/** A provider that talks to the sandbox. */
export async function providerFor(
  name: CalendarProvider['name'],
  { google, microsoft, parts }: Sandbox,
  transport: Partial<TransportLimits>,
): Promise<CalendarProvider> {
  const limits = { ...hasty, ...transport };
  if (name === 'microsoft') {
    return createMicrosoftProvider({
      clientId: '11111111-2222-4333-8444-555555555555',
      clientSecret: 'sandbox-secret',
      tenantId: '99999999-8888-4777-8666-555555555555',
      endpoints: { graph: `${microsoft.origin}/`, login: `${microsoft.origin}/` },
      limits,
      nowMs: parts.clock.nowMs,
    });
  }
  const root = `${google.origin}/`;
  const key = await (await fetch(`${root}sandbox/service-account.json`)).json();
  return createGoogleProvider({
    clientId: 'gate.apps.sandbox.example',
    clientSecret: 'sandbox-secret',
    serviceAccount: { email: key.client_email, privateKey: key.private_key },
    endpoints: {
      apiRoot: root,
      docsRoot: root,
      gmailRoot: root,
      tokenUrl: `${root}token`,
      authorizationUrl: `${root}o/oauth2/v2/auth`,
      revokeUrl: `${root}revoke`,
      certificatesUrl: `${root}oauth2/v1/certs`,
    },
    limits,
  });
}

async function control(sandbox: Sandbox, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${sandbox.control.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

/** An access token for a mailbox, without signing in. */
export async function issueToken(sandbox: Sandbox, mailbox: string): Promise<string> {
  const issued = (await control(sandbox, '/tokens', { mailbox })) as { accessToken: string };
  return issued.accessToken;
}

/** A document is read by its own API, not by what wrote it: Google's paragraphs, Word's XML. */
async function documentText(sandbox: Sandbox, address: string, id: string): Promise<string> {
  const headers = { authorization: `Bearer ${await issueToken(sandbox, address)}` };
  if (sandbox.parts.people.find(address)?.provider === 'google') {
    const document = await (await fetch(`${sandbox.google.origin}/v1/documents/${id}`, { headers })).json();
    const runs = JSON.stringify(document.body).matchAll(/"content":("(?:[^"\\]|\\.)*")/g);
    return [...runs].map(([, text]) => JSON.parse(text ?? '""')).join('');
  }
  const content = await fetch(`${sandbox.microsoft.origin}/v1.0/me/drive/items/${id}/content`, { headers });
  const files = unzipSync(new Uint8Array(await content.arrayBuffer()));
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  return convert(xml.replaceAll('</w:p>', '</w:p>\n'), { wordwrap: false });
}

async function pressConsent(page: string, address: string, button: 'allow' | 'deny'): Promise<URL> {
  const shown = await fetch(page);
  if (!shown.ok) throw new Error(`the consent page says ${shown.status}: ${await shown.text()}`);
  const pressed = await fetch(page, {
    method: 'POST',
    body: new URLSearchParams({ person: address, decision: button }),
    redirect: 'manual',
  });
  return new URL(pressed.headers.get('location') ?? '');
}

function revokeGrants({ parts }: Sandbox, address: string): void {
  for (const name of ['google-refresh-tokens', 'microsoft-refresh-tokens']) {
    const table = parts.tables.table<{ readonly mailbox: string }>(name);
    for (const [token, grant] of [...table.entries()]) if (grant.mailbox === address) table.delete(token);
  }
}
