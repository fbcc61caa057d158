import type { ChangedLimits } from '../../../src/sandbox/limits/limits-figures.ts';
import type { SwitchWorld } from './switch-world.ts';

/** How a client can tell in which position a switch is. */
export interface Proof {
  readonly limits?: ChangedLimits;
  readonly observe: (world: SwitchWorld) => Promise<unknown>;
  /** What is observed in the first and in the second position. */
  readonly seen: readonly [unknown, unknown];
}
