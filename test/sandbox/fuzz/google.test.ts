import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { fuzzGoogle } from './google-fuzz.ts';

/** Under a minute of one core; 10,000 took three and a half on a busy machine. */
const operations = Number(process.env.FUZZ_OPERATIONS ?? 3000);
const seeds = (process.env.FUZZ_SEEDS ?? '1').split(',').map(Number);
const folder = mkdtemp(path.join(tmpdir(), 'fuzz-google-'));

afterAll(async () => rm(await folder, { recursive: true }));

describe('random operations of several people against the Google emulator', () => {
  it.each(seeds)(
    'copies converge, syncs equal full reads, every message and every act is accounted for (seed %d)',
    async (seed) => {
      const counts = await fuzzGoogle({
        seed,
        operations,
        stateFile: path.join(await folder, `${seed}.state`),
      });
      // A run in which some kind of operation never came proves nothing about it.
      for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
    },
    600_000,
  );
});
