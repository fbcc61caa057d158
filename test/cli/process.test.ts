import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildOnce, builtMain } from '../support/build-once.ts';
import { calendar, event, jsonLines } from './memory-deps.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cli-'));
const file = path.join(folder, 'a.ics');

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(argv: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [builtMain, ...argv], { cwd: folder, env: { ...process.env, ...env } });
}

function outcome(child: ChildProcess): Promise<Outcome> {
  const said = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...said })));
}

beforeAll(() => {
  buildOnce();
  writeFileSync(file, calendar(...Array.from({ length: 3000 }, (_, n) => event(`e${n}`))));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe('the command as a process', () => {
  it('reads a file and standard input, and exits 0', async () => {
    const child = start(['triage', '--json', 'a.ics', '-']);
    child.stdin?.end(calendar(event('from-stdin')));
    const { status, stdout, stderr } = await outcome(child);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = jsonLines(stdout);
    expect(lines).toHaveLength(3001);
    expect(lines.at(-1)?.id).toBe('from-stdin');
  }, 60_000);

  it('exits 2 where something was refused, and names the file', async () => {
    const { status, stderr } = await outcome(start(['triage', 'missing.ics']));
    expect(status).toBe(2);
    expect(stderr).toBe('refused: missing.ics: there is no such file; check the path\n');
  }, 30_000);

  it('ends quietly with 0 where its reader has seen enough', async () => {
    const child = start(['triage', '--json', 'a.ics']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }, 60_000);

  it('writes no colours into a pipe, and needs no terminal', async () => {
    const { status, stdout } = await outcome(start(['demo'], { NO_COLOR: '1', FORCE_COLOR: undefined }));
    expect(status).toBe(0);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('Now your own calendar');
  }, 30_000);

  it('stops on an interrupt without a stack', async () => {
    const child = start(['triage', '--json', '-']);
    child.stdin?.write('BEGIN:VCALENDAR\r\n');
    setTimeout(() => child.kill('SIGINT'), 1500);
    const { status, stderr } = await outcome(child);
    expect({ status, stderr }).toEqual({ status: 130, stderr: '' });
  }, 30_000);

  it('writes the page where it was told', async () => {
    const argv = ['audit', '--json', '--month', '2026-10', '--html', 'out.html', 'a.ics'];
    const { status, stderr } = await outcome(start(argv));
    expect(status).toBe(0);
    expect(stderr).toContain('out.html');
    expect(statSync(path.join(folder, 'out.html')).size).toBeGreaterThan(5000);
  }, 60_000);
});
