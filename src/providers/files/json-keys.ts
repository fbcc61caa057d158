import { maxJsonDepth } from '../formats/limits.ts';

const harmful: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of parsed JSON without the keys that must not be read: those that begin with `x_` (notes and labels of
 * whoever made the file), and names that would reach into prototypes. What lies deeper than any field is left out.
 */
export function withoutForeignKeys(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= maxJsonDepth) return null;
  if (Array.isArray(value)) return value.map((item) => withoutForeignKeys(item, depth + 1));
  const kept = Object.entries(value).filter(([key]) => !key.startsWith('x_') && !harmful.has(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutForeignKeys(item, depth + 1)]));
}
