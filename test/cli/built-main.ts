import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';

const root = process.cwd();
/** The program as it is shipped. */
export const builtMain = path.join(root, 'dist', 'main.js');

/** Builds the program if a source is newer. */
export function buildOnce(): void {
  if (!isFresh()) execFileSync('npm', ['run', '--silent', 'build'], { cwd: root });
}

function isFresh(): boolean {
  if (!existsSync(builtMain)) return false;
  const built = statSync(builtMain).mtimeMs;
  return globSync('src/**/*.{ts,tsx,yaml,ics}', { cwd: root }).every(
    (source) => statSync(path.join(root, source)).mtimeMs <= built,
  );
}

/** A running command with what it said so far. */
export interface Process {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly ended: Promise<number | null>;
  /** Resolves when the text was written to standard output; rejects where the process ends before. */
  readonly until: (text: string) => Promise<void>;
}

/** Starts a command of the program. Of the environment only the path is handed on. */
export function startProcess(
  argv: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Process {
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(process.execPath, [builtMain, ...argv], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const until = async (text: string) => {
    let isOver = false;
    ended.then(() => {
      isOver = true;
    });
    while (!said.out.includes(text)) {
      if (isOver) throw new Error(`ended too early: ${said.out}${said.err}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, said, ended, until };
}

/** Runs a command to its end. */
export async function runProcess(...given: Parameters<typeof startProcess>) {
  const { said, ended } = startProcess(...given);
  const status = await ended;
  return { status, ...said };
}
