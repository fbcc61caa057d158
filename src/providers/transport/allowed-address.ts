const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Whether a token may be sent to an address: the same origin as one of the roots, encrypted unless it never leaves
 * this machine, and without a user name in it.
 */
export function isAllowedAddress(address: string, roots: readonly string[]): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
  return safe && roots.some((root) => URL.parse(root)?.origin === url.origin);
}
