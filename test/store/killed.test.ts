import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';
import { createStore } from '../../src/store/create-store.ts';
import { readLockHolder } from '../../src/store/folder-lock.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { openEmbeddedDatabase } from '../support/embedded-database.ts';
import { testKeyring } from '../support/test-store.ts';

const store = (name: string) => JSON.stringify(pathToFileURL(path.resolve('src/store', name)).href);

/** Writes mailboxes one after the other and says each that was committed, until it is killed. */
const program = (folder: string) => `
  import { createStore } from ${store('create-store.ts')};
  import { openDatabase } from ${store('open-database.ts')};
  const database = await openDatabase({ kind: 'embedded', folder: ${JSON.stringify(folder)} });
  const keyring = { current: 'test', keys: new Map([['test', new Uint8Array(32).fill(7)]]) };
  const store = createStore({ database, keyring, enqueue: async () => {} });
  await store.directory.createOrganization({ id: 'o', name: 'One', createdMs: 0 });
  for (let number = 0; ; number += 1) {
    await store.inOrganization('o', async (tx) => {
      for (const part of ['first', 'second'])
        await tx.deadlines.add({ id: part + number, caseId: 'c', name: 'grace', revision: 1, dueMs: number });
    });
    console.log(number);
  }`;

it('keeps every transaction of a process that was killed, each whole', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'gatekeeper-killed-'));
  const folder = path.join(root, 'database');
  const file = path.join(root, 'program.mts');
  writeFileSync(file, program(folder));
  await (await openEmbeddedDatabase(folder)).close();
  const writer = spawn(process.execPath, ['--liftoff-only', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of writer.stdout) {
    said += chunk;
    if (said.includes('\n10\n')) break;
  }
  expect(readLockHolder(folder)?.pid).toBe(writer.pid);
  writer.kill('SIGKILL');
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');

  const database = await openDatabase({ kind: 'embedded', folder });
  const opened = createStore({ database, keyring: testKeyring, enqueue: async () => {} });
  const found = await opened.inOrganization('o', (tx) => tx.deadlines.due(Number.MAX_SAFE_INTEGER, 10_000));
  const numbers = (part: string) => found.filter(({ id }) => id.startsWith(part)).map(({ dueMs }) => dueMs);
  expect(numbers('first')).toEqual(numbers('second'));
  expect(numbers('first').slice(0, 11)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  await database.close();
  rmSync(root, { recursive: true, force: true });
});
