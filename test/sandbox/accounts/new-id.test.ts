import { describe, expect, it } from '@jest/globals';
import { createNewId } from '../../../src/sandbox/accounts/new-id.ts';
import { createTables } from '../../../src/sandbox/state/create-tables.ts';

async function ids(seed: number, restartsAt: number, count = 2000): Promise<string[]> {
  const table = (await createTables(null)).table<readonly number[]>('ids');
  let newId = createNewId(table, seed);
  return Array.from({ length: count }, (_, n) => {
    // A restart may come with another seed: the state decides.
    if (n === restartsAt) newId = createNewId(table, seed + 1);
    return newId(12);
  });
}

describe('ids', () => {
  it('are of the length and the characters that were asked for', async () => {
    for (const id of await ids(7, 0, 200)) expect(id).toMatch(/^[a-z0-9]{12}$/);
  });

  it('use every character about as often', async () => {
    const counts = new Map<string, number>();
    for (const char of (await ids(7, -1)).join('')) counts.set(char, (counts.get(char) ?? 0) + 1);
    expect(counts.size).toBe(36);
    // 24,000 draws: 667 of each, with a standard deviation of 25.
    for (const count of counts.values()) expect(Math.abs(count - 667)).toBeLessThan(5 * 26);
  });

  it('are the same in a run that was restarted, and never come twice', async () => {
    const straight = await ids(7, -1);
    expect(await ids(7, 1000)).toEqual(straight);
    expect(new Set(straight).size).toBe(straight.length);
  });

  it('are others by another seed', async () => {
    expect((await ids(7, -1, 1))[0]).not.toBe((await ids(8, -1, 1))[0]);
  });
});
