import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from './memory-deps.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-cli-'));
const state = path.join(folder, 'state.jsonl');
const anyPort = ['--port-google', '0', '--port-microsoft', '0', '--port-control', '0'];

afterAll(() => rmSync(folder, { recursive: true }));

/** A started process and the text that it writes; resolves when `last` was written. */
async function start(argv: readonly string[], last: string) {
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = once(child, 'close');
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
      if (said.out.includes(last)) resolve();
    });
    ended.then(() => reject(new Error(`ended too early: ${said.out}${said.err}`)));
  });
  const addresses = said.out.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? [];
  return { child, said, ended, google: addresses[0], microsoft: addresses[1], control: addresses[2] };
}

const startSandboxProcess = () =>
  start(['src/main.ts', 'sandbox', ...anyPort, '--state', state], 'docs/sandbox.md');

async function interrupt({ child, ended }: { child: ChildProcess; ended: Promise<unknown[]> }) {
  const beganMs = performance.now();
  child.kill('SIGINT');
  const [status] = await ended;
  return { status, ms: performance.now() - beganMs };
}

describe('sandbox as a process', () => {
  let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>;
  beforeAll(async () => {
    sandbox = await startSandboxProcess();
  }, 60_000);
  afterAll(() => void sandbox.child.kill('SIGKILL'));

  const tokenOf = async (mailbox: string): Promise<string> => {
    const answer = await fetch(`${sandbox.control}/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mailbox }),
    });
    return (await answer.json()).accessToken;
  };
  const answersOf = async (mailbox: string) => {
    const acts: { from: string; detail: string }[] = await (
      await fetch(`${sandbox.control}/acts?kind=answer`)
    ).json();
    return acts.filter(({ from }) => from === mailbox).map(({ detail }) => detail);
  };

  it.each([
    ['googleapis', 0, 'claire.marchetti@halden.example'],
    ['@microsoft/microsoft-graph-client', 1, 'mathieu.roche@halden.example'],
  ])(
    'runs the script of docs/sandbox.md with %s',
    async (_, index, mailbox) => {
      const scripts = [...readFileSync('docs/sandbox.md', 'utf8').matchAll(/```js\n([\s\S]*?)```/g)];
      const code = scripts[index]?.[1] ?? '';
      expect(code.trim().split('\n').length).toBeLessThanOrEqual(10);
      const token = await tokenOf(mailbox);
      const given = index === 0 ? [`${sandbox.google}/`, mailbox, token] : [`${sandbox.microsoft}/`, token];
      // The first word stands where the name of a file would.
      const script = await start(
        ['--input-type=module', '-e', code, 'script', ...given],
        'answered: declined',
      );
      expect((await script.ended)[0]).toBe(0);
      expect(script.said.out.split('\n').length).toBeGreaterThan(20);
      expect(await answersOf(mailbox)).toEqual(['declined']);
    },
    60_000,
  );

  it('keeps a second process from its state', async () => {
    const { status, stderr } = await run(['sandbox', ...anyPort, '--state', state]);
    expect(status).toBe(2);
    expect(stderr).toContain(`refused: ${state}: process ${sandbox.child.pid} has it open`);
  });

  it('ends within a second of Ctrl-C, and goes on from its state', async () => {
    const before = await (await fetch(`${sandbox.control}/acts`)).json();
    const { status, ms } = await interrupt(sandbox);
    expect({ status, errors: sandbox.said.err }).toEqual({ status: 0, errors: '' });
    expect(ms).toBeLessThan(1000);
    sandbox = await startSandboxProcess();
    expect(await (await fetch(`${sandbox.control}/acts`)).json()).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  }, 60_000);
});

describe('sandbox', () => {
  it('says where everything is, and how to get a token', async () => {
    const { status, stdout, stderr } = await run(['sandbox', '--empty', ...anyPort]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/Google Calendar {3}http:\/\/127\.0\.0\.1:\d+\n/);
    expect(stdout).toMatch(/Microsoft Graph {3}http:\/\/127\.0\.0\.1:\d+\n/);
    expect(stdout).toMatch(
      /curl -s http:\/\/127\.0\.0\.1:\d+\/tokens -H .* -d '\{"mailbox":"[^"]+@[^"]+"\}'\n/,
    );
  });

  it('serves until it is interrupted, and not longer', async () => {
    let control = '';
    const { status } = await run(['sandbox', '--empty', ...anyPort], {
      untilInterrupted: async ({ out }) => {
        control = /Control.*(http:\S+)/.exec(out)?.[1] ?? '';
        expect((await fetch(control)).status).toBe(200);
      },
    });
    expect(status).toBe(0);
    await expect(fetch(control)).rejects.toThrow();
  });

  it('refuses options that are no numbers, all at once', async () => {
    const { status, stdout, stderr } = await run(['sandbox', '--port-google', '70000', '--seed', '-1']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      expect.stringContaining('refused: --port-google: "70000" is no whole number from 0 to 65535'),
      expect.stringContaining('refused: --seed: "-1"'),
      '',
    ]);
  });

  it('refuses a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const port = Object(server.address()).port;
    const { status, stderr } = await run(['sandbox', '--empty', ...anyPort, '--port-control', String(port)]);
    server.close();
    expect(status).toBe(2);
    expect(stderr).toContain(`refused: port ${port}: it is taken; choose other ports with --port-google`);
  });

  it('refuses a state file that is something else, or in no folder', async () => {
    const wrong = await run(['sandbox', ...anyPort, '--state', 'README.md']);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(
      /^refused: README\.md, line 1: this is no record of the sandbox; name another/,
    );
    const nowhere = await run(['sandbox', ...anyPort, '--state', path.join(folder, 'no', 'state')]);
    expect(nowhere.stderr).toMatch(/^refused: .*state: there is no such file; check the path\n$/);
  });
});
