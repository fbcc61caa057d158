import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildOnce } from '../support/build-once.ts';
import { openEmbeddedDatabase } from '../support/embedded-database.ts';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';
import { runProcess } from './built-main.ts';
import { signIn } from './sign-in.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'connect-'));
let sandbox: TestSandbox;

beforeAll(async () => {
  buildOnce();
  await (await openEmbeddedDatabase(path.join(folder, 'data', 'database'))).close();
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

describe.each([
  ['google', 'claire.marchetti@halden.example'],
  ['microsoft', 'mathieu.roche@halden.example'],
])('connect %s', (provider, address) => {
  it('connects whoever signs in and allows it, to be watched at first', async () => {
    const { status, page, out, err } = await signIn(
      { provider, person: address, decision: 'allow' },
      folder,
      settings(),
    );
    expect({ status, page, err }).toEqual({ status: 0, page: 200, err: '' });
    expect(out).toContain(`${address}: connected, only watched until`);
    const listed = await runProcess(['mailboxes', '--json'], folder, settings());
    expect(JSON.parse(listed.out).mailboxes).toContainEqual(
      expect.objectContaining({ address, provider, state: 'observing', problem: null }),
    );
  }, 60_000);

  it('connects nobody who does not allow it', async () => {
    const { status, err } = await signIn({ provider, person: address, decision: 'deny' }, folder, settings());
    expect(status).toBe(2);
    expect(err).toContain('the sign-in ended with "access_denied"');
  }, 60_000);
});
