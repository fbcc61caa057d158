import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in constant time, whatever the lengths. A missing or empty secret on either side is never the same. */
export function isSameSecret(presented: string | null | undefined, expected: string): boolean {
  if (!presented || expected === '') return false;
  return timingSafeEqual(digest(presented), digest(expected));
}
