import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { carryOut } from '../../../src/app/effects/carry-out.ts';
import type { Store } from '../../../src/app/ports/store/store.ts';
import { invite } from '../../contract/world.ts';
import { Killed, type LiveGate, leaseOverMs, liveGates, providers } from './live-gate.ts';

/** One run of the effect: where its process ends (transactions are counted), and whether another one runs beside it. */
interface Run {
  readonly killedAt: number;
  readonly when: 'before' | 'after';
  readonly beside: boolean;
  /** False where the next process begins while the lease of this one lasts. */
  readonly waits: boolean;
}

const runs = fc.array(
  fc.record<Run>({
    killedAt: fc.integer({ min: 1, max: 6 }),
    when: fc.constantFrom('before', 'after'),
    beside: fc.boolean(),
    waits: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);

/** A store whose process ends at a transaction: before it, or after its commit and before anybody hears of it. */
function dying(store: Store, { killedAt, when }: Run): Store {
  let count = 0;
  return {
    directory: store.directory,
    inOrganization: async (organizationId, work) => {
      count += 1;
      if (count > killedAt || (count === killedAt && when === 'before')) throw new Killed();
      const value = await store.inOrganization(organizationId, work);
      if (count === killedAt) throw new Killed();
      return value;
    },
  };
}

async function runOnce(gate: LiveGate, effectId: string, run: Run): Promise<void> {
  const dead = carryOut({ ...gate.deps, store: dying(gate.deps.store, run) }, gate.organizationId, effectId);
  const others = run.beside ? [carryOut(gate.deps, gate.organizationId, effectId)] : [];
  for (const ended of await Promise.allSettled([dead, ...others]))
    if (ended.status === 'rejected' && !(ended.reason instanceof Killed)) throw ended.reason;
  if (run.waits) gate.pass(leaseOverMs);
}

const places = providers.flatMap((name) =>
  (['embedded', 'postgres'] as const).map((engine) => [name, engine] as const),
);

describe.each(places)('processes that are killed and run beside each other on %s, %s', (name, engine) => {
  const openGate = liveGates(engine);

  it('give one answer, whatever happens', async () => {
    const gate = await openGate(name);
    let number = 0;
    await fc.assert(
      fc.asyncProperty(runs, async (plan) => {
        number += 1;
        const event = invite(gate.world, { summary: `Review ${number}` });
        await gate.pull();
        const [effect] = await gate.open('answerInvite');
        for (const run of plan) await runOnce(gate, effect?.id ?? '', run);
        gate.pass(leaseOverMs);
        await gate.act();
        const seen = gate.world.sandbox.parts.acts.all().filter(({ uid }) => uid === event.uid);
        expect(seen.filter(({ kind }) => kind === 'answer').map(({ detail }) => detail)).toEqual([
          'declined',
        ]);
        const ended = await gate.inside((tx) => tx.effects.find(effect?.id ?? ''));
        expect(ended?.state).toBe('done');
        expect(await gate.inside((tx) => tx.answers.standing(gate.mailboxId, event.uid))).toMatchObject([
          { confirmed: true, before: { answer: 'needs-action', given: 'declined' } },
        ]);
      }),
      { numRuns: 12 },
    );
  });
});
