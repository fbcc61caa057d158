/**
 * A `Retry-After` header (RFC 9110 section 10.2.3; Graph also sends fractions of seconds) in milliseconds.
 *
 * @param nowMs epoch milliseconds, for the form with a date
 * @returns null for none, or for words that are neither seconds nor a date
 */
export function readRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null || header.trim() === '') return null;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Math.round(Number(header) * 1000);
  const dateMs = Date.parse(header);
  return Number.isNaN(dateMs) ? null : Math.max(0, dateMs - nowMs);
}
