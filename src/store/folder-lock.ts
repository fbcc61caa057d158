import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Another process has the folder of the embedded database open. */
export class DatabaseInUse extends Error {
  readonly folder: string;
  readonly holder: LockHolder | null;

  constructor(folder: string, holder: LockHolder | null) {
    super(
      `${folder}: ${holder === null ? 'another process' : `process ${holder.pid}`} has the database open`,
    );
    this.folder = folder;
    this.holder = holder;
  }
}

/** Who has the database open, and where it can be asked to do something; null where it does not say. */
export type LockHolder = z.infer<typeof lockHolder>;

const lockHolder = z.object({ pid: z.int().positive(), controlUrl: z.string().nullable() });

export interface FolderLock {
  /** Tells other processes where this one can be reached. */
  announce(controlUrl: string): void;
  release(): void;
}

/** Folders that this process has open itself: its own number in a lock file does not tell. */
const heldHere = new Set<string>();

/**
 * Keeps a second process from the folder: two of them destroy an embedded database. The lock is a file beside it with
 * one line of JSON, so one that was left by a kill is recognized by the number of its process.
 *
 * @throws DatabaseInUse, or the system's error where the lock cannot be written
 */
export function lockFolder(folder: string): FolderLock {
  const lock = lockOf(folder);
  if (heldHere.has(lock)) throw new DatabaseInUse(folder, { pid: process.pid, controlUrl: null });
  if (!tryLock(lock)) takeOver(folder, lock);
  heldHere.add(lock);
  return {
    announce: (controlUrl) => {
      const next = `${lock}.${process.pid}`;
      writeFileSync(next, line(controlUrl), { mode: 0o600 });
      renameSync(next, lock);
    },
    release: () => {
      if (heldHere.delete(lock)) rmSync(lock, { force: true });
    },
  };
}

/** The process that has the embedded database open; null where none that runs has. */
export function readLockHolder(folder: string): LockHolder | null {
  const lock = lockOf(folder);
  const holder = holderOf(lock);
  return holder !== null && (heldHere.has(lock) || isRunning(holder.pid)) ? holder : null;
}

const lockOf = (folder: string) => `${folder}.lock`;
const line = (controlUrl: string | null) => `${JSON.stringify({ pid: process.pid, controlUrl })}\n`;

function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, line(null), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Puts the lock of a dead process aside and looks again what it was: another process may take it over as well. */
function takeOver(folder: string, lock: string): void {
  const holder = holderOf(lock);
  if (holder !== null && isRunning(holder.pid)) throw new DatabaseInUse(folder, holder);
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    const moved = holderOf(aside);
    if (moved !== null && isRunning(moved.pid)) {
      linkSync(aside, lock);
      throw new DatabaseInUse(folder, moved);
    }
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  if (!tryLock(lock)) throw new DatabaseInUse(folder, holderOf(lock));
}

/** Null where the lock is gone or was cut off while it was written. */
function holderOf(lock: string): LockHolder | null {
  try {
    return lockHolder.parse(JSON.parse(readFileSync(lock, 'utf8')));
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError || error instanceof z.ZodError) return null;
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
