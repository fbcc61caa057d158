import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Another process has the state open. */
export class StateInUse extends Error {
  readonly lock: string;
  readonly processId: number;

  constructor(lock: string, processId: number) {
    super(`${lock}: process ${processId} has the state open`);
    this.lock = lock;
    this.processId = processId;
  }
}

/**
 * Keeps a second process from the state: it would write the file anew, and what the first one writes would be lost.
 * The lock is a file beside it with the number of the process, so one that was left by a kill is recognized.
 *
 * @returns gives the lock back
 * @throws StateInUse, or the system's error where the lock cannot be written
 */
export function lockState(file: string): () => void {
  const lock = `${file}.lock`;
  if (!tryLock(lock)) {
    const holder = holderOf(lock);
    if (holder !== null && isRunning(holder)) throw new StateInUse(lock, holder);
    rmSync(lock, { force: true });
    if (!tryLock(lock)) throw new StateInUse(lock, holderOf(lock) ?? 0);
  }
  return () => rmSync(lock, { force: true });
}

function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Null where the lock is gone or was cut off while it was written. */
function holderOf(lock: string): number | null {
  try {
    const written = /^(\d{1,10})\n$/.exec(readFileSync(lock, 'utf8'))?.[1];
    return written === undefined ? null : Number(written);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Our own number in a lock is that of an earlier process: a container gives the same one at every start. */
function isRunning(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
