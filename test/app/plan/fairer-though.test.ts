import { describe, expect, it } from '@jest/globals';
import { fairerThough } from '../../../src/app/plan/fairer-though.ts';
import type { FairSlot, SlotShare } from '../../../src/core/fairness/find-slots.ts';

type Load = readonly [name: string, burden: number | null, carried: number];

function slot(loads: readonly Load[], attends: SlotShare['attends'] = 'yes'): FairSlot {
  return {
    ...{ startMs: 0, endMs: 60_000, worst: 0, total: 0, availability: 'free' },
    people: loads.map(([name, burden, carried]) => ({
      ...{ name, burden, carried, attends, attendance: 'required', zone: burden === null ? null : 'UTC' },
    })),
  };
}

describe('why times that burden more people are fairer', () => {
  const chosen = slot([
    ['ann', 60, 300],
    ['ben', 0, 0],
    ['cai', 0, 0],
  ]);
  const harder = slot([
    ['ann', 0, 300],
    ['ben', 60, 0],
    ['cai', 60, 0],
  ]);

  it('is that who carried most is spared', () => {
    expect(fairerThough(chosen, [harder])).toEqual({ because: 'carried', address: 'ann' });
  });

  it('is that one large burden is spread where nobody carried anything', () => {
    const fresh = ({ people }: FairSlot) => slot(people.map(({ name, burden }) => [name, burden, 0]));
    expect(fairerThough(fresh(chosen), [fresh(harder)])).toEqual({ because: 'spread', address: 'ann' });
  });

  it('is that somebody cannot come at the chosen time', () => {
    const taken = slot([['ann', 0, 0]], 'no');
    const answer = fairerThough(taken, [slot([['ann', 60, 0]])]);
    expect(answer).toEqual({ because: 'taken', address: null });
  });

  it('is not told where no time burdens more people, or one that does spares nobody', () => {
    expect(fairerThough(harder, [chosen])).toBeNull();
    const unspared = slot([
      ['ann', 60, 300],
      ['ben', 60, 0],
      ['cai', null, 0],
    ]);
    expect(fairerThough(chosen, [harder, unspared])).toBeNull();
  });
});
