#!/usr/bin/env node
import { once } from 'node:events';
import { open, writeFile } from 'node:fs/promises';
import module from 'node:module';
import type { WriteStream } from 'node:tty';
import type { CliDeps, TextOutput } from './cli/cli-deps.ts';
import { createProgress } from './cli/progress.ts';
import { runCli } from './cli/run-cli.ts';

const standardWidth = 80;
const killedByInterrupt = 130;

/** A stream that ends early (`| head`) has what it wanted; everything else about it is our fault. */
function quitWhenClosed(stream: WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
}

function createOutput(stream: WriteStream): TextOutput {
  return {
    write: async (text) => {
      if (text !== '' && !stream.write(text)) await once(stream, 'drain');
    },
    isTTY: Boolean(stream.isTTY),
    columns: stream.columns || standardWidth,
    // https://no-color.org: any value that is not empty.
    colors: Boolean(stream.isTTY) && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  };
}

async function openFile(path: string) {
  const file = await open(path);
  const { size } = await file.stat();
  return { chunks: file.createReadStream({ highWaterMark: 256 * 1024 }), sizeBytes: size };
}

let onInterrupt: () => void = () => process.exit(killedByInterrupt);

/** Whoever interrupts waits five seconds at most. What is cut off then is what a kill cuts off: it loses nothing. */
const longestEndMs = 4000;

/** The first interrupt is the command's; by a second one the process ends in any case. */
function untilInterrupted(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  onInterrupt = () => {
    resolve();
    setTimeout(() => process.exit(killedByInterrupt), longestEndMs).unref();
  };
  process.once('SIGTERM', () => onInterrupt());
  return promise;
}

const deps: CliDeps = {
  stdin: () => process.stdin,
  stdout: createOutput(process.stdout),
  stderr: createOutput(process.stderr),
  openFile,
  writeFile: (path, text) => writeFile(path, text),
  environment: process.env,
  nowMs: () => Date.now(),
  startProgress: (name, totalBytes) => createProgress(process.stderr, name, totalBytes),
  untilInterrupted,
};

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `This is Node ${process.versions.node}, and Meeting Gatekeeper needs 22.18 or newer. In its folder, "npx meeting-gatekeeper" brings its own.\n`,
  );
  process.exit(2);
}
module.enableCompileCache();
quitWhenClosed(process.stdout);
quitWhenClosed(process.stderr);
process.once('SIGINT', () => onInterrupt());
process.exitCode = await runCli(process.argv.slice(2), deps);
