import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarProvider } from '../../../src/app/ports/provider.ts';
import { burstKinds, runBurst, stretchMs } from './burst.ts';
import { compare, figures, leaks, visible } from './judge.ts';
import { type Day, runDay } from './run-day.ts';
import { earlyRequests } from './sent-requests.ts';
import { mailboxes } from './storm-people.ts';
import { storm } from './storm-plan.ts';
import { tightLimits } from './tight-limits.ts';

const { STORM_SEEDS = '3' } = process.env;
const seeds = Array.from({ length: Number(STORM_SEEDS) }, (_, index) => index + 1);
/** Every third storm is a light one. */
const strengthOf = (seed: number): number => (seed % 3 === 1 ? 0.1 : 0.35);

/** A day in four mailboxes, calm and in storms: the same comes of it. */
export function describeStorm(name: CalendarProvider['name']): void {
  describe(`${name} in a storm`, () => {
    let calm: Day;
    beforeAll(async () => {
      calm = await runDay(name);
    }, 60_000);

    it('comes to the same on a calm day whether mailboxes work at once or in turn', async () => {
      const inTurn = await runDay(name, { inSequence: true });
      expect(inTurn.steps).toEqual(calm.steps);
      expect(inTurn.state).toEqual(calm.state);
      expect(calm.exchanges.filter(({ faulted }) => faulted !== null)).toEqual([]);
      expect(calm.problems.map(({ code }) => code)).not.toContain('unavailable');
      expect(calm.state.subscriptions).toBe(0);
    }, 60_000);

    it.each(seeds.map((seed) => [seed, strengthOf(seed)] as const))(
      'gives the same with seed %d at strength %d, and nothing twice',
      async (seed, strength) => {
        const stormy = await runDay(name, { faults: storm(seed, strength), inSequence: seed % 5 === 0 });
        const comparison = compare(calm, stormy, mailboxes);
        process.stdout.write(
          `${figures(`${name}, seed ${seed}, ${strength * 100} %`, calm, stormy, comparison)}\n`,
        );
        expect(comparison).toMatchObject({ different: [], sentTwice: [], notSent: [] });
        expect(visible(stormy)).toEqual(visible(calm));
        expect(earlyRequests(stormy.sent)).toEqual([]);
        expect(leaks(stormy)).toEqual([]);
        for (const { refused } of Object.values(stormy.limits)) expect(refused).toBe(0);
        const hit = stormy.exchanges.filter(({ faulted }) => faulted !== null).length;
        expect(hit / stormy.exchanges.length).toBeGreaterThan(strength / 2);
      },
      60_000,
    );

    it('stays within the limits of the vendor where they are tight', async () => {
      const strength = 0.35;

      const tight = tightLimits(name);
      const day = await runDay(name, { ...tight, faults: storm(1, strength) });
      const comparison = compare(calm, day, mailboxes);
      expect(comparison).toMatchObject({ different: [], sentTwice: [], notSent: [] });
      for (const [limit, use] of Object.entries(day.limits)) expect([limit, use.refused]).toEqual([limit, 0]);
      process.stdout.write(
        `${figures(`${name}, tight limits`, calm, day, comparison)}; ${JSON.stringify(day.limits)}\n`,
      );
    }, 60_000);

    it.each(burstKinds(name).map((kind) => [kind.limit, kind] as const))(
      'holds back what is more than the limit takes: %s',
      async (_, kind) => {
        const { heldBackMs, refused } = await runBurst(name, kind);
        expect(refused).toBe(0);
        expect(heldBackMs).not.toEqual([]);
        // A stretch begins when a request is let go, a little before it leaves.
        for (const ms of heldBackMs) expect(ms).toBeGreaterThan(stretchMs / 2);
      },
      30_000,
    );
  });
}
