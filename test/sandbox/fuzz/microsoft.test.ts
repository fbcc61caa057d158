import { describe, expect, it } from '@jest/globals';
import { fuzzGraph } from './microsoft-fuzz.ts';

const operations = Number(process.env.FUZZ_OPERATIONS ?? 4_000);
const seed = Number(process.env.FUZZ_SEED ?? 1);

describe('the Graph calendar under random use by several people', () => {
  it('keeps its promises', async () => {
    const report = await fuzzGraph({ seed, operations, checkEvery: 250, reopenEvery: 1700 });
    expect(report).toMatchObject({ operations, log: [] });
    expect(report.acts).toBeGreaterThan(operations / 8);
    expect(report.notices).toBeGreaterThan(operations / 8);
  }, 300_000);
});
