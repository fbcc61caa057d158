import type { IncomingHttpHeaders } from 'node:http';

const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether a page of the internet sent this from a browser on this machine: it names its own origin, or it came by a
 * name that was made to lead here (DNS rebinding). Programs send no origin and use the address that was printed.
 */
export function isForeign({ host = '', origin }: IncomingHttpHeaders): boolean {
  const own = hostnameOf(`http://${host}`);
  return own === null || !ownNames.has(own) || (origin !== undefined && origin !== `http://${host}`);
}

function hostnameOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname : null;
}
