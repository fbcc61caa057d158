import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
export const builtFolder = path.join(root, 'dist');
/** The program as it is shipped. */
export const builtMain = path.join(builtFolder, 'main.js');

const lock = path.join(
  tmpdir(),
  `gatekeeper-build-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`,
);
const pollMs = 200;
/** A build takes seconds: whoever has the lock for so long was killed. */
const staleMs = 120_000;

/** Builds the program if a source is newer. Of several test processes that ask at once, one builds and the others wait. */
export function buildOnce(): void {
  if (isFresh()) return;
  takeLock();
  try {
    if (!isFresh()) execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock(): void {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  while (!tryLock()) {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && since < Date.now() - staleMs) rmSync(lock, { recursive: true, force: true });
    else Atomics.wait(sleeper, 0, 0, pollMs);
  }
}

function tryLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isFresh(): boolean {
  const builtMs = statSync(builtMain, { throwIfNoEntry: false })?.mtimeMs;
  if (builtMs === undefined) return false;
  return globSync('src/**/*.{ts,tsx,yaml,ics}', { cwd: root }).every(
    (source) => statSync(path.join(root, source)).mtimeMs <= builtMs,
  );
}
