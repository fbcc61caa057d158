import { describe, expect, it } from '@jest/globals';
import { rememberSubscriptions } from '../../../src/app/intake/known-subscriptions.ts';
import type { SubscriptionAddress } from '../../../src/app/ports/store/subscriptions.ts';
import { subscription } from './webhook-requests.ts';

function setUp(known: SubscriptionAddress[] = [subscription('ann')]) {
  const clock = { ms: Date.parse('2026-11-23T08:00:00Z'), nowMs: () => clock.ms };
  const asked: string[] = [];
  const directory = {
    subscription: async (id: string) => {
      asked.push(id);
      return known.find(({ subscriptionId }) => subscriptionId === id) ?? null;
    },
  };
  return { clock, asked, known, remembered: rememberSubscriptions(directory, clock) };
}

describe('known subscriptions', () => {
  it('asks for one once a minute', async () => {
    const { clock, asked, remembered } = setUp();
    await remembered.find('subscription-ann');
    clock.ms += 59_999;
    expect(await remembered.find('subscription-ann')).toEqual(subscription('ann'));
    expect(asked).toHaveLength(1);
    clock.ms += 1;
    await remembered.find('subscription-ann');
    expect(asked).toHaveLength(2);
  });

  it('finds one that was unknown a moment ago: a notification may be faster than the answer to its subscription', async () => {
    const { known, remembered } = setUp([]);
    expect(await remembered.find('subscription-ann')).toBeNull();
    known.push(subscription('ann'));
    expect(await remembered.find('subscription-ann')).toEqual(subscription('ann'));
  });

  it('believes one that was removed for a minute at most', async () => {
    const { clock, known, remembered } = setUp();
    await remembered.find('subscription-ann');
    known.length = 0;
    clock.ms += 60_000;
    expect(await remembered.find('subscription-ann')).toBeNull();
  });

  it('forgets what it was not asked for longest', async () => {
    const all = Array.from({ length: 10_001 }, (_, n) => subscription(`n${n}`));
    const { asked, remembered } = setUp(all);
    for (const { subscriptionId } of all) await remembered.find(subscriptionId);
    await remembered.find('subscription-n1');
    expect(asked).toHaveLength(10_001);
    await remembered.find('subscription-n0');
    expect(asked).toHaveLength(10_002);
  });
});

describe('how many notifications of one subscription are taken', () => {
  const taken = (count: number, mayTake: () => boolean) =>
    Array.from({ length: count }, mayTake).filter((isTaken) => isTaken).length;

  it('a burst of 2,000, then ten a second', () => {
    const { clock, remembered } = setUp();
    const mayTake = () => remembered.mayTake('a');
    expect(taken(3_000, mayTake)).toBe(2_000);
    clock.ms += 3_000;
    expect(taken(3_000, mayTake)).toBe(30);
    clock.ms += 24 * 3_600_000;
    expect(taken(3_000, mayTake)).toBe(2_000);
  });

  it('one does not count for another, and a clock that is set back takes nothing away', () => {
    const { clock, remembered } = setUp();
    taken(2_000, () => remembered.mayTake('a'));
    expect(remembered.mayTake('b')).toBe(true);
    clock.ms -= 60_000;
    expect(remembered.mayTake('a')).toBe(false);
    clock.ms += 1_000;
    expect(remembered.mayTake('a')).toBe(true);
  });
});
