import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildOnce } from '../support/build-once.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { runProcess, startProcess } from './built-main.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'installation-'));
const secrets = {
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 9).toString('base64')}`,
  MICROSOFT_CLIENT_ID: '11111111-2222-4333-8444-555555555555',
  MICROSOFT_CLIENT_SECRET: 'microsoft-secret-123',
};
let postgres: TestPostgres;
let url: string;

beforeAll(async () => {
  buildOnce();
  postgres = await startTestPostgres();
  url = await postgres.createDatabase();
}, 120_000);
afterAll(async () => {
  await postgres.close();
  rmSync(folder, { recursive: true });
});

const engines = [
  ['the embedded database', () => ({ ...secrets, DATA_FOLDER: 'own' })],
  ['PostgreSQL', () => ({ ...secrets, DATABASE_URL: url })],
] as const;

describe.each(engines)('an installation on %s', (_, settings) => {
  it('is migrated, says what it did, and what it did not have to do twice', async () => {
    const first = await runProcess(['migrate'], folder, settings());
    expect(first).toMatchObject({ status: 0, err: '' });
    expect(first.out).toContain('0001-roles');
    const second = await runProcess(['migrate'], folder, settings());
    expect(second.out).toMatch(/Tables: +up to date/);
  }, 60_000);

  it('is found healthy by the doctor, which shows no secret', async () => {
    const { status, out, err } = await runProcess(['doctor', '--json'], folder, settings());
    const findings: { check: string; status: string }[] = JSON.parse(out);
    const statusOf = (check: string) => findings.find((finding) => finding.check === check)?.status;
    expect(findings.filter((finding) => finding.status === 'fail')).toEqual(
      // This machine need not reach Microsoft.
      findings.filter(({ check, status: each }) => each === 'fail' && check === 'clock against microsoft'),
    );
    expect([0, 2]).toContain(status);
    expect(['database', 'migrations', 'organizations', 'encryption keys'].map(statusOf)).toEqual(
      Array.from({ length: 4 }, () => 'ok'),
    );
    expect(statusOf('reachable (BASE_URL)')).toBe('warn');
    for (const hidden of [secrets.MICROSOFT_CLIENT_SECRET, secrets.ENCRYPTION_KEYS.slice(3)])
      expect(out + err).not.toContain(hidden);
  }, 60_000);

  it('connects a mailbox only with credentials of its provider', async () => {
    const argv = ['connect', 'google', '--company', 'ann@acme.example'];
    const refused = await runProcess(argv, folder, settings());
    expect(refused.status).toBe(2);
    expect(refused.err).toContain('refused: GOOGLE_CLIENT_ID: there are no credentials');
  }, 60_000);

  it('stops all answers and says so', async () => {
    expect((await runProcess(['brake', 'stop'], folder, settings())).status).toBe(0);
    const { out } = await runProcess(['brake', 'status'], folder, settings());
    expect(out).toContain('Nothing is answered since');
  }, 60_000);

  it('writes what is encrypted anew under the first key', async () => {
    const { status, out } = await runProcess(['rotate-keys'], folder, settings());
    expect({ status, out }).toEqual({
      status: 0,
      out: '0 values are under the key k1 now.\nOlder keys are needed no more.\n',
    });
  }, 60_000);

  it('serves, and ends within five seconds of SIGTERM', async () => {
    const server = startProcess(['serve'], folder, { ...settings(), PORT: '0' });
    await server.until('Listening on');
    const address = /Listening on (http:\/\/[\d.:]+)\./.exec(server.said.out)?.[1] ?? '';
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ ready: true, missing: [] });
    expect((await fetch(`${address}/hooks/microsoft`, { method: 'POST', body: '{' })).status).toBe(415);
    const beganMs = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(performance.now() - beganMs).toBeLessThan(5_000);
  }, 60_000);
});

describe('a process that cannot start', () => {
  it('has no database: the worker needs PostgreSQL', async () => {
    const { status, err } = await runProcess(['worker'], folder, { DATA_FOLDER: 'own' });
    expect(status).toBe(2);
    expect(err).toContain('run "serve", which then works on jobs too');
  }, 30_000);

  it('finds an old schema, and says what to run', async () => {
    const empty = await postgres.createDatabase();
    const { status, err } = await runProcess(['serve'], folder, { ...secrets, DATABASE_URL: empty });
    expect(status).toBe(2);
    expect(err).toContain('run "meeting-gatekeeper migrate"');
  }, 30_000);

  it('reaches no database, and shows no password', async () => {
    const nowhere = 'postgres://gate:password-1234@127.0.0.1:9/x';
    const { status, err } = await runProcess(['serve'], folder, { ...secrets, DATABASE_URL: nowhere });
    expect(status).toBe(2);
    expect(err).toContain('nothing answers at this address');
    expect(err).not.toContain('password-1234');
  }, 30_000);

  it('finds its port taken', async () => {
    const { port } = new URL(url);
    const { status, err } = await runProcess(['serve'], folder, { DATA_FOLDER: 'own', PORT: port });
    expect(status).toBe(2);
    expect(err).toContain(`refused: port ${port}: it is taken`);
  }, 30_000);

  it('keeps its key where only its owner can read it', async () => {
    await runProcess(['mailboxes'], folder, { DATA_FOLDER: 'other' });
    expect(statSync(path.join(folder, 'other', 'encryption-keys')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(folder, 'other')).mode & 0o777).toBe(0o700);
  }, 60_000);
});
