import { type ChildProcess, spawn } from 'node:child_process';
import { builtMain } from '../support/build-once.ts';

/** A running command with what it said so far. */
export interface Process {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly ended: Promise<number | null>;
  /** Resolves when the text was written to standard output; rejects where the process ends before. */
  readonly until: (text: string) => Promise<void>;
}

/** A command does not live long enough to be worth the second, optimizing compiler of the database's WebAssembly. */
const flags = ['--liftoff-only'];

/** Starts a command of the program. Of the environment only the path is handed on. */
export function startProcess(
  argv: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Process {
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(process.execPath, [...flags, builtMain, ...argv], {
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
