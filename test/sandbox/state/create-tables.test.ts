import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTables } from '../../../src/sandbox/state/create-tables.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tables-'));
let files = 0;
const newFile = () => path.join(folder, `${files++}.jsonl`);

afterAll(() => rmSync(folder, { recursive: true }));

interface Change {
  readonly table: string;
  readonly key: string;
  /** Undefined deletes. */
  readonly value: unknown;
}

const tableNames = ['copies', '__proto__'];
const changes = fc.array(
  fc.record({
    table: fc.constantFrom(...tableNames),
    key: fc.constantFrom('a', 'b', '__proto__', '\n', '\ud800'),
    value: fc.option(fc.jsonValue(), { nil: undefined }),
  }),
  { maxLength: 20 },
);

async function apply(file: string | null, list: readonly Change[]) {
  const tables = await createTables(file);
  for (const { table, key, value } of list) {
    if (value === undefined) tables.table(table).delete(key);
    else tables.table(table).put(key, value);
  }
  return tables;
}

/** What a plain map holds after these changes, in its order. */
function expected(list: readonly Change[]) {
  return tableNames.map((name) => {
    const map = new Map<string, unknown>();
    for (const { table, key, value } of list) {
      if (table !== name) continue;
      if (value === undefined) map.delete(key);
      else map.set(key, JSON.parse(JSON.stringify(value)));
    }
    return [...map];
  });
}

async function contents(file: string) {
  const tables = await createTables(file);
  const all = tableNames.map((name) => [...tables.table(name).entries()]);
  await tables.close();
  return all;
}

describe('tables in a file', () => {
  it('are the same after they were opened again, twice', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const file = newFile();
        await (await apply(file, list)).close();
        expect(await contents(file)).toEqual(expected(list));
        expect(await contents(file)).toEqual(expected(list));
      }),
      { numRuns: 60 },
    );
  });

  it('lose only what came last, wherever the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(changes, fc.double({ min: 0, max: 1, noNaN: true }), async (list, share) => {
        const file = newFile();
        await (await apply(file, list)).close();
        const bytes = readFileSync(file);
        const cut = bytes.subarray(0, Math.floor(bytes.length * share));
        writeFileSync(file, cut);
        const whole = cut.toString('latin1').split('\n').length - 1;
        const written = list.filter((change, at) => change.value !== undefined || existed(list, at));
        expect(await contents(file)).toEqual(expected(written.slice(0, whole)));
      }),
      { numRuns: 60 },
    );
  });

  it('have everything in the file without being closed, as after a kill', async () => {
    const file = newFile();
    await apply(file, [
      { table: 'copies', key: 'a', value: 1 },
      { table: 'copies', key: 'b', value: null },
      { table: 'copies', key: 'a', value: undefined },
    ]);
    expect(await contents(file)).toEqual([[['b', null]], []]);
  });

  it('drop what was overwritten when they are opened', async () => {
    const file = newFile();
    const many = Array.from({ length: 500 }, (_, value) => ({ table: 'copies', key: 'a', value }));
    await (await apply(file, many)).close();
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(501);
    expect(await contents(file)).toEqual([[['a', 499]], []]);
    expect(readFileSync(file, 'utf8')).toBe('{"table":"copies","key":"a","value":499}\n');
  });

  it('refuse a file that is something else, and leave it alone', async () => {
    const file = newFile();
    writeFileSync(file, '{"table":"copies","key":"a","value":1}\nDear diary\n');
    await expect(createTables(file)).rejects.toMatchObject({ file, line: 2 });
    expect(readFileSync(file, 'utf8')).toContain('Dear diary');
  });

  it.each(['Dear diary', '{"kind":"calendar#events","items":[]}', '\0'])(
    'refuse a file without an end of line that is something else: %j',
    async (text) => {
      const file = newFile();
      writeFileSync(file, text);
      await expect(createTables(file)).rejects.toMatchObject({ file, line: 1 });
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  it('refuse a device, which has no end', async () => {
    await expect(createTables('/dev/zero')).rejects.toMatchObject({ file: '/dev/zero', line: 1 });
  });
});

describe('tables in memory', () => {
  it('give the same table for the same name', async () => {
    const tables = await createTables(null);
    tables.table<number>('copies').put('a', 1);
    expect(tables.table<number>('copies').get('a')).toBe(1);
    expect(tables.table('others').size()).toBe(0);
  });

  it('refuse to hold nothing', async () => {
    const tables = await createTables(null);
    expect(() => tables.table('copies').put('a', undefined)).toThrow('nothing to put at copies a');
  });
});

/** Whether the key of this change was there: deleting nothing writes nothing. */
function existed(list: readonly Change[], at: number): boolean {
  const { table, key } = list[at] ?? { table: '', key: '' };
  const before = list.slice(0, at).findLast((change) => change.table === table && change.key === key);
  return before !== undefined && before.value !== undefined;
}
