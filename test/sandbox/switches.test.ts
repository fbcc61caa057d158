import { describe, expect, it } from '@jest/globals';
import { type SwitchName, switches } from '../../src/sandbox/switches.ts';
import { googleProofs } from './switches/google-proofs.ts';
import { microsoftProofs } from './switches/microsoft-proofs.ts';
import type { Proof } from './switches/proof.ts';
import { openWorld } from './switches/switch-world.ts';

/** By its type complete: a switch without a proof does not compile. */
const proofs: { readonly [name in SwitchName]: Proof } = { ...googleProofs, ...microsoftProofs };

const rows = (Object.keys(switches) as SwitchName[]).flatMap((name) =>
  switches[name].positions.map((position, index) => [name, position, index] as const),
);

describe('a switch, as a client sees it', () => {
  it.each(rows)('%s is %s', async (name, position, index) => {
    const { limits, observe, seen } = proofs[name];
    const world = await openWorld({ [name]: position }, limits);
    try {
      expect(await observe(world)).toEqual(seen[index]);
    } finally {
      await world.close();
    }
  });

  it.each(Object.entries(proofs))('%s is seen to differ', (_, { seen: [first, second] }) => {
    expect(first).not.toEqual(second);
  });
});
