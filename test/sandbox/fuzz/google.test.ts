import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { fuzzGoogle } from './google-fuzz.ts';

const operations = Number(process.env.FUZZ_OPERATIONS ?? 4_000);
const seed = Number(process.env.FUZZ_SEED ?? 1);
const folder = mkdtemp(path.join(tmpdir(), 'fuzz-google-'));

afterAll(async () => rm(await folder, { recursive: true }));

describe('random operations of several people against the Google emulator', () => {
  it('copies converge, syncs equal full reads, every message and every act is accounted for', async () => {
    const counts = await fuzzGoogle({ seed, operations, stateFile: path.join(await folder, 'state') });
    // A run in which some kind of operation never came proves nothing about it.
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
  }, 600_000);
});
