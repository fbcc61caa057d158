import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openState } from '../../../src/sandbox/state/sandbox-state.ts';
import { lockState } from '../../../src/sandbox/state/state-lock.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
let files = 0;
const newFile = () => path.join(folder, `${files++}.jsonl`);

afterAll(() => rmSync(folder, { recursive: true }));

/** The number of another process: one that runs until `end`. */
async function startOther() {
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await once(other, 'spawn');
  const end = async () => {
    const ended = once(other, 'exit');
    other.kill('SIGKILL');
    await ended;
  };
  return { id: other.pid ?? 0, end };
}

describe('the lock of a state', () => {
  it('keeps another process from a state that is open, and lets it in after a kill', async () => {
    const file = newFile();
    const other = await startOther();
    writeFileSync(file, '{"table":"copies","key":"a","value":1}\n{"table":"copies","key":"a","value":2}\n');
    writeFileSync(`${file}.lock`, `${other.id}\n`);
    const before = readFileSync(file, 'utf8');

    await expect(openState(file)).rejects.toMatchObject({ processId: other.id, lock: `${file}.lock` });
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readFileSync(`${file}.lock`, 'utf8')).toBe(`${other.id}\n`);

    await other.end();
    const tables = await openState(file);
    expect(tables.table('copies').get('a')).toBe(2);
    await tables.close();
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it('is given back where the state is refused', async () => {
    const file = newFile();
    writeFileSync(file, 'Dear diary\n');
    await expect(openState(file)).rejects.toMatchObject({ line: 1 });
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it.each([
    ['', 'nobody'],
    ['rubbish', 'nobody'],
    [`${process.pid}\n`, 'an earlier process of this number'],
  ])('that says %j is left by %s', (written) => {
    const file = newFile();
    writeFileSync(`${file}.lock`, written);
    const unlock = lockState(file);
    expect(readFileSync(`${file}.lock`, 'utf8')).toBe(`${process.pid}\n`);
    unlock();
  });

  it('says what the system says where it cannot be written', () => {
    expect(() => lockState(path.join(folder, 'missing', 'state'))).toThrow(
      expect.objectContaining({ code: 'ENOENT' }),
    );
  });
});
