import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What stands in the data folder. */
export interface DataFolder {
  readonly folder: string;
  readonly database: string;
  readonly keys: string;
  readonly controlToken: string;
  readonly sandboxState: string;
}

/** Names in the data folder, which is nobody else's to read. */
export function dataFolder(folder: string): DataFolder {
  return {
    folder,
    database: path.join(folder, 'database'),
    keys: path.join(folder, 'encryption-keys'),
    controlToken: path.join(folder, 'control-token'),
    sandboxState: path.join(folder, 'sandbox-calendars.jsonl'),
  };
}

/** Makes the folder, closed to others. Throws the system's error. */
export function openDataFolder(folder: string): DataFolder {
  makeFolder(path.resolve(folder));
  return dataFolder(folder);
}

/** One by one: Node's own `recursive` never ends where the system says ENOENT for a folder that is there (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

/**
 * The text of the key file (`id:key`, see ENCRYPTION_KEYS). It is made where there is none; two processes that start
 * at once read the same one.
 */
export function readOrMakeKeys(file: string): string {
  try {
    writeFileSync(file, `k1:${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** A new token for whoever may read the file: the account that runs the server. */
export function makeControlToken(file: string): string {
  const token = randomBytes(32).toString('base64url');
  rmSync(file, { force: true });
  writeFileSync(file, `${token}\n`, { flag: 'wx', mode: 0o600 });
  // The mode of a new file is narrowed by the umask but never widened; this says so once more.
  chmodSync(file, 0o600);
  return token;
}

/** Null where no server wrote one, or it may not be read. */
export function readControlToken(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'EACCES') || hasCode(error, 'ENOTDIR')) return null;
    throw error;
  }
}

/** Compares in a time that says nothing of the token. */
export function isSameToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b);
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
