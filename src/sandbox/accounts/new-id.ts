import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { SandboxParts } from '../parts.ts';
import type { Table } from '../state/tables.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
const stateKey = 'generator';

/**
 * Ids from a seed: the same run gives the same ids, and a restart goes on where the last one ended.
 *
 * @param table keeps the state of the generator
 * @param seed 32 bits; counts only where the table is empty
 */
export function createNewId(table: Table<readonly number[]>, seed: number): SandboxParts['newId'] {
  const state = table.get(stateKey);
  const generator = state ? xoroshiro128plusFromState(state) : xoroshiro128plus(seed);
  return (length) => {
    let id = '';
    while (id.length < length) id += alphabet[uniformInt(generator, 0, alphabet.length - 1)];
    table.put(stateKey, generator.getState());
    return id;
  };
}
