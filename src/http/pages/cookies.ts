import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import type { PageAccess } from './page-access.ts';

/**
 * `session`: who is signed in. `visit`: a browser in which nobody is; forms and sign-ins are bound to it. `language`:
 * what somebody chose to read.
 */
type CookieName = 'session' | 'visit' | 'language';

const names: Readonly<Record<CookieName, string>> = {
  session: 'gatekeeper',
  visit: 'gatekeeper-visit',
  language: 'gatekeeper-language',
};

type Where = Pick<PageAccess, 'baseUrl'>;

export function readCookie(
  request: Pick<Request, 'headers'>,
  { baseUrl }: Where,
  name: CookieName,
): string | null {
  return parseCookie(request.headers.cookie ?? '')[nameOf(name, baseUrl)] ?? null;
}

/**
 * Sets a cookie that no script reads and that only navigations bring from other sites.
 *
 * @param maxAgeMs null until the browser is closed
 */
export function setCookie(
  response: Response,
  { baseUrl }: Where,
  name: CookieName,
  value: string,
  maxAgeMs: number | null,
): void {
  const age = maxAgeMs === null ? {} : { maxAge: maxAgeMs };
  response.cookie(nameOf(name, baseUrl), value, { ...optionsOf(baseUrl), ...age });
}

export function clearCookie(response: Response, { baseUrl }: Where, name: CookieName): void {
  response.clearCookie(nameOf(name, baseUrl), optionsOf(baseUrl));
}

/**
 * With the prefix browsers take a cookie only over https and from this very host, so that no neighbour plants one.
 * Source: RFC 6265bis, section 4.1.3.2
 */
function nameOf(name: CookieName, baseUrl: string | null): string {
  return `${isSecure(baseUrl) ? '__Host-' : ''}${names[name]}`;
}

function optionsOf(baseUrl: string | null): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(baseUrl) };
}

function isSecure(baseUrl: string | null): boolean {
  return baseUrl?.startsWith('https:') ?? false;
}
