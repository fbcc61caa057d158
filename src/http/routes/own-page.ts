import type { Request } from 'express';

/**
 * Whether a form was sent from our own page. Our pages send no referrer, and then browsers name the origin `null` even
 * to ourselves: `Sec-Fetch-Site` decides where it is there, the origin only elsewhere. Programs that are no browser
 * send neither; they have the token, which is what counts.
 */
export function isFromOwnPage({ headers }: Pick<Request, 'headers'>, baseUrl: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  if (origin === undefined) return true;
  const own = baseUrl === null ? null : new URL(baseUrl).origin;
  return origin === own || (URL.canParse(origin) && new URL(origin).host === host);
}
