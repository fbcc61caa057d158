import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Choices that come out the same for the same seed. */
export interface Choices {
  /** A whole number from 0 to `limit` - 1. */
  readonly below: (limit: number) => number;
  /** True in `percent` of 100 cases. */
  readonly chance: (percent: number) => boolean;
  /** @throws RangeError for an empty list */
  readonly pick: <T>(list: readonly T[]) => T;
}

export function createChoices(seed: number): Choices {
  const generator = xoroshiro128plus(seed);
  const below = (limit: number) => uniformInt(generator, 0, limit - 1);
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (list) => {
      const [picked] = list.slice(below(list.length));
      if (picked === undefined) throw new RangeError('nothing to choose from');
      return picked;
    },
  };
}
