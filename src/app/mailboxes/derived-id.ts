import { createHash } from 'node:crypto';

/**
 * A UUID (RFC 9562 version 8) that the same words always give: what is to happen once at most gets such an id, and a
 * second one is refused by the database.
 */
export function derivedId(purpose: string, subjectId: string): string {
  const digest = createHash('sha256').update(`${purpose} ${subjectId}`).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
