const ownNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether a request names this machine. A page of the internet can send its browser here under a name of its own that
 * was made to lead to this machine (DNS rebinding).
 *
 * @param host the `Host` header
 */
export function isOwnHost(host: string | undefined): boolean {
  return ownNames.has(URL.parse(`http://${host ?? ''}`)?.hostname ?? '');
}
