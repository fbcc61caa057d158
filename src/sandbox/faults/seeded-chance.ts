import { createHash } from 'node:crypto';

/** A number from 0 up to but not including 1 that the parts alone decide: the same parts, the same number. */
export function seededChance(...parts: readonly (string | number)[]): number {
  return createHash('sha256').update(JSON.stringify(parts)).digest().readUInt32BE() / 2 ** 32;
}
