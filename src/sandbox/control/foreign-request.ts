import type { IncomingHttpHeaders } from 'node:http';

/** Whether a page of the internet sent this from a browser on this machine. Programs send no origin. */
export function isForeign({ host = '', origin }: IncomingHttpHeaders): boolean {
  return origin !== undefined && origin !== `http://${host}`;
}
