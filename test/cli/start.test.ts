import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildOnce } from '../support/build-once.ts';
import { type Process, runProcess, startProcess } from './built-main.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'start-'));
const anyPort = ['--port', '0', '--port-google', '0', '--port-microsoft', '0', '--port-control', '0'];
const claire = 'claire.marchetti@halden.example';
const patienceMs = 120_000;

let product: Process;
let gate: string;
let sandbox: string;

async function startProduct(): Promise<void> {
  product = startProcess(['start', ...anyPort], folder);
  await product.until('Take it back');
  gate = /The gate +(http\S+)/.exec(product.said.out)?.[1] ?? '';
  sandbox = /The sandbox +(http\S+)/.exec(product.said.out)?.[1] ?? '';
}

beforeAll(async () => {
  buildOnce();
  await startProduct();
}, patienceMs);
afterAll(async () => {
  product.child.kill('SIGKILL');
  await product.ended;
  rmSync(folder, { recursive: true });
});

const acts = async (): Promise<{ from: string; uid: string; detail: string; comment: string }[]> =>
  (await fetch(`${sandbox}/acts?kind=answer`)).json();

/** The order that `start` prints. */
function printedOrder(): unknown {
  return JSON.parse(/-d '(.*)'/.exec(product.said.out)?.[1] ?? 'null');
}

async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  const untilMs = performance.now() + patienceMs;
  while (performance.now() < untilMs) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`it did not come; the log says ${product.said.err.slice(-2000)}`);
}

/** The status of a POST to the control, with whatever headers. */
function askControl(headers: Readonly<Record<string, string>>): Promise<number> {
  const { port } = new URL(gate);
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: '/control/sweep', method: 'POST', headers };
    request(options, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end('{}');
  });
}

describe('start', () => {
  it(
    'declines the invite that it tells people to write, on both calendars, with an offer',
    async () => {
      const written = await fetch(`${sandbox}/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(printedOrder()),
      });
      const { uid, to } = await written.json();
      expect(to).toHaveLength(2);
      const answers = await eventually(async () => {
        const given = (await acts()).filter((act) => act.uid === uid);
        return given.length >= to.length ? given : undefined;
      });
      expect(answers.map(({ detail }) => detail)).toEqual(['declined', 'declined']);
      expect(answers.map(({ from }) => from).toSorted()).toEqual(to.toSorted());
      const offers = answers.filter(({ comment }) => /\/o\/[\w-]{22}/.test(comment));
      expect(offers).toHaveLength(1);
      const link = /http:\S+\/o\/[\w-]{22}/.exec(offers[0]?.comment ?? '')?.[0] ?? '';
      const page = await fetch(link);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('label printing');
    },
    patienceMs,
  );

  it(
    'is asked by commands, which undo what was answered',
    async () => {
      const listed = await runProcess(['cases', claire, '--json', '--most', '100'], folder);
      expect(listed.status).toBe(0);
      const cases: { id: string; summary: string; act: string; rule: string }[] = JSON.parse(listed.out);
      const declined = cases.find(({ summary, act }) => summary === 'Weekly status' && act === 'decline');
      expect(declined?.rule).toBe('no-meeting-day');
      const undone = await runProcess(['undo', declined?.id ?? ''], folder);
      expect(undone).toMatchObject({ status: 0, out: expect.stringContaining('Undone') });
      const again = await runProcess(['undo', declined?.id ?? ''], folder);
      expect(again.out).toContain('undone before');
    },
    patienceMs,
  );

  it('takes orders only from programs of this machine that know the token', async () => {
    const tokenFile = path.join(folder, 'data', 'sandbox', 'control-token');
    expect(statSync(tokenFile).mode & 0o777).toBe(0o600);
    const { host } = new URL(gate);
    const authorization = `Bearer ${readFileSync(tokenFile, 'utf8').trim()}`;
    const json = { 'content-type': 'application/json', host };
    expect(await askControl(json)).toBe(401);
    expect(await askControl({ ...json, authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })).toBe(401);
    expect(await askControl({ ...json, authorization, origin: `http://${host}` })).toBe(403);
    expect(await askControl({ ...json, authorization, host: 'gate.attacker.example' })).toBe(421);
    expect(await askControl({ ...json, authorization, host: 'localhost.attacker.example' })).toBe(421);
    expect(await askControl({ ...json, authorization, 'x-forwarded-for': '203.0.113.9' })).toBe(403);
    expect(await askControl({ ...json, authorization })).toBe(200);
  }, 30_000);

  it('refuses a second one on the same folder, and says who has it', async () => {
    const second = await runProcess(['start', ...anyPort], folder);
    expect(second.status).toBe(2);
    expect(second.err).toContain(`process ${product.child.pid} has it open`);
    expect(second.err).toContain('DATA_FOLDER');
  }, 60_000);

  it(
    'loses nothing by a kill, and Ctrl-C does not wait for what is under way',
    async () => {
      const before = (await acts()).length;
      product.child.kill('SIGKILL');
      await product.ended;
      await startProduct();
      expect((await acts()).length).toBeGreaterThanOrEqual(before);
      const listed = await runProcess(['cases', claire, '--json', '--most', '100'], folder);
      expect(JSON.parse(listed.out)).toContainEqual(
        expect.objectContaining({ summary: 'Weekly status', overridden: true }),
      );
      const beganMs = performance.now();
      product.child.kill('SIGINT');
      await product.ended;
      // After four seconds the process ends in any case; the rest is for a machine that is late with everything.
      expect(performance.now() - beganMs).toBeLessThan(8_000);
    },
    patienceMs,
  );

  it('does not start with the key of another installation, and says what to do', async () => {
    const keys = path.join(folder, 'data', 'sandbox', 'encryption-keys');
    writeFileSync(keys, `k1:${Buffer.alloc(32, 1).toString('base64')}\n`);
    const { status, err } = await runProcess(['start', ...anyPort], folder);
    expect(status).toBe(2);
    expect(err).toContain('encryption-keys: the key "k1" is another one than what the database holds');
    expect(err).toContain('bring back the keys');
  }, 60_000);
});
