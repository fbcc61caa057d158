import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Choices of one run: the same seed chooses the same. */
export interface Chance {
  /** A whole number from 0 up to but not including `end`. */
  readonly below: (end: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** Undefined for an empty list. */
  readonly oneOf: <T>(from: readonly T[]) => T | undefined;
  readonly inPercent: (percent: number) => boolean;
  /** Each entry with a chance of one half. */
  readonly some: <T>(from: readonly T[]) => T[];
  /** By weight. */
  readonly weighted: <T>(from: readonly (readonly [number, T])[]) => T;
}

export function createChance(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const below = (end: number) => uniformInt(generator, 0, end - 1);
  return {
    below,
    pick: <T>(from: readonly T[]) => {
      const index = below(from.length);
      // The type of an entry may hold undefined.
      return from[index] as T;
    },
    oneOf: (from) => (from.length === 0 ? undefined : from[below(from.length)]),
    inPercent: (percent) => below(100) < percent,
    some: (from) => from.filter(() => below(2) === 0),
    weighted: (from) => {
      let left = below(from.reduce((sum, [weight]) => sum + weight, 0));
      for (const [weight, value] of from) {
        if (left < weight) return value;
        left -= weight;
      }
      throw new Error('weights have to be whole numbers above 0');
    },
  };
}
