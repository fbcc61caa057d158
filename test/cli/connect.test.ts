import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';
import { buildOnce, runProcess, startProcess } from './built-main.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'connect-'));
let sandbox: TestSandbox;

beforeAll(async () => {
  buildOnce();
  sandbox = await startTestSandbox({ realNowMs: () => Date.now() });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const settings = () => ({
  GOOGLE_CLIENT_ID: 'gate.apps.sandbox.example',
  GOOGLE_CLIENT_SECRET: 'sandbox-secret',
  GOOGLE_ENDPOINT: sandbox.google.origin,
  MICROSOFT_CLIENT_ID: '11111111-2222-4333-8444-555555555555',
  MICROSOFT_CLIENT_SECRET: 'sandbox-secret',
  MICROSOFT_ENDPOINT: sandbox.microsoft.origin,
});

/** What a browser does: opens the page, chooses a person and a button, and follows the redirect. */
async function press(page: string, person: string, decision: 'allow' | 'deny'): Promise<number> {
  const body = new URLSearchParams({ person, decision });
  const pressed = await fetch(page, { method: 'POST', body, redirect: 'manual' });
  return (await fetch(pressed.headers.get('location') ?? '')).status;
}

async function signIn(provider: string, person: string, decision: 'allow' | 'deny') {
  const command = startProcess(['connect', provider], folder, settings());
  await command.until('\n\n  http');
  const page = /\n {2}(http\S+)\n/.exec(command.said.out)?.[1] ?? '';
  expect(await press(page, person, decision)).toBe(200);
  return { status: await command.ended, ...command.said };
}

describe.each([
  ['google', 'claire.marchetti@halden.example'],
  ['microsoft', 'mathieu.roche@halden.example'],
])('connect %s', (provider, address) => {
  it('connects whoever signs in and allows it, to be watched at first', async () => {
    const { status, out, err } = await signIn(provider, address, 'allow');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain(`${address}: connected, only watched until`);
    const listed = await runProcess(['mailboxes', '--json'], folder, settings());
    expect(JSON.parse(listed.out).mailboxes).toContainEqual(
      expect.objectContaining({ address, provider, state: 'observing', problem: null }),
    );
  }, 60_000);

  it('connects nobody who does not allow it', async () => {
    const { status, err } = await signIn(provider, address, 'deny');
    expect(status).toBe(2);
    expect(err).toContain('the sign-in ended with "access_denied"');
  }, 60_000);
});
