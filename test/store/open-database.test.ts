import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { createStore } from '../../src/store/create-store.ts';
import { DatabaseInUse, lockFolder, readLockHolder } from '../../src/store/folder-lock.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { openEmbeddedDatabase } from '../support/embedded-database.ts';
import { testKeyring } from '../support/test-store.ts';
import { calendarEntry, noonMs } from './records.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gatekeeper-store-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const folder = () => path.join(root, 'state', 'database');

describe('the embedded database in a folder', () => {
  it('keeps what was written, and is open once at a time', async () => {
    const first = await openEmbeddedDatabase(folder());
    const store = createStore({ database: first, keyring: testKeyring, enqueue: async () => {} });
    await store.directory.createOrganization({ id: 'o', name: 'One', createdMs: 0 });
    await store.inOrganization('o', (tx) => tx.meetings.save('m', [calendarEntry({ id: 'e' })], noonMs));
    await expect(openDatabase({ kind: 'embedded', folder: folder() })).rejects.toThrow(DatabaseInUse);
    await first.close();
    expect(existsSync(`${folder()}.lock`)).toBe(false);

    const second = await openDatabase({ kind: 'embedded', folder: folder() });
    const again = createStore({ database: second, keyring: testKeyring, enqueue: async () => {} });
    const found = await again.inOrganization('o', (tx) => tx.meetings.find('m', 'e'));
    expect(found?.entry).toEqual(calendarEntry({ id: 'e' }));
    await second.close();
  });

  it('tells where its process can be reached', async () => {
    const database = await openEmbeddedDatabase(folder());
    expect(readLockHolder(folder())).toEqual({ pid: process.pid, controlUrl: null });
    database.announce('http://127.0.0.1:4711');
    expect(readLockHolder(folder())).toEqual({ pid: process.pid, controlUrl: 'http://127.0.0.1:4711' });
    await database.close();
    expect(readLockHolder(folder())).toBeNull();
  });

  it('is not opened where a file has its name', async () => {
    writeFileSync(path.join(root, 'file'), '');
    const opening = openDatabase({ kind: 'embedded', folder: path.join(root, 'file') });
    await expect(opening).rejects.toMatchObject({ code: 'EEXIST' });
  });

  it('gives its lock back where it cannot be opened', async () => {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(path.join(folder(), 'PG_VERSION'), '9.6\n');
    await expect(openDatabase({ kind: 'embedded', folder: folder() })).rejects.toThrow();
    expect(readLockHolder(folder())).toBeNull();
  });

  it('refuses numbers that it could not give exactly', async () => {
    const database = await openEmbeddedDatabase();
    const largest = await sql`select 9007199254740991::bigint as number`.execute(database.kysely);
    expect(largest.rows).toEqual([{ number: Number.MAX_SAFE_INTEGER }]);
    const larger = sql`select 9007199254740993::bigint as number`.execute(database.kysely);
    await expect(larger).rejects.toThrow(RangeError);
    await database.close();
  });
});

describe('the lock of a folder', () => {
  const place = () => path.join(root, 'database');
  const lock = () => `${place()}.lock`;
  const held = (pid: number) => `${JSON.stringify({ pid, controlUrl: 'http://127.0.0.1:1' })}\n`;

  it('names the process that has it', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(other, 'spawn');
    const pid = other.pid ?? 0;
    writeFileSync(lock(), held(pid));
    expect(() => lockFolder(place())).toThrow(
      expect.objectContaining({ folder: place(), holder: { pid, controlUrl: 'http://127.0.0.1:1' } }),
    );
    expect(readFileSync(lock(), 'utf8')).toBe(held(pid));
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(readLockHolder(place())).toBeNull();
    lockFolder(place()).release();
    expect(existsSync(lock())).toBe(false);
  });

  it('is taken over from a process that had our number, as after a restart of a container', () => {
    writeFileSync(lock(), held(process.pid));
    expect(readLockHolder(place())).toBeNull();
    const taken = lockFolder(place());
    expect(readLockHolder(place())).toEqual({ pid: process.pid, controlUrl: null });
    taken.release();
  });

  it.each(['', '{"pid":', '{"pid":-1,"controlUrl":null}', '[]'])(
    'is taken over where it says %j',
    (content) => {
      writeFileSync(lock(), content);
      const taken = lockFolder(place());
      expect(() => lockFolder(place())).toThrow(DatabaseInUse);
      taken.release();
      taken.release();
      lockFolder(place()).release();
    },
  );
});
