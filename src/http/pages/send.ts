import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const compressed = promisify(gzip);
/** Below this a compressed answer is hardly shorter. */
const leastBytes = 1_000;

/**
 * Sends a whole page. It loads style, script and answers of this server only, runs nothing that stands in it, and is
 * shown in no frame.
 *
 * @param formTargets origins that a form of this page may lead to besides our own: a redirect of it counts
 */
export async function sendPage(
  response: Response,
  html: string,
  status = 200,
  formTargets: readonly string[] = [],
): Promise<void> {
  response
    .status(status)
    .set({
      'Content-Security-Policy': `default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action ${["'self'", ...formTargets].join(' ')}; base-uri 'none'; frame-ancestors 'none'`,
      'X-Robots-Tag': 'noindex, nofollow',
    })
    .vary('Accept-Encoding')
    .type('html');
  const bytes = Buffer.from(html);
  if (bytes.length < leastBytes || !response.req.acceptsEncodings('gzip')) {
    response.send(bytes);
    return;
  }
  response.set('Content-Encoding', 'gzip').send(await compressed(bytes));
}

/** Sends a part of a page, which htmx puts in its place. */
export async function sendFragment(response: Response, html: string): Promise<void> {
  await sendPage(response, html);
}

/**
 * After an act: leads to a page that can be loaded again without acting again.
 *
 * @param said code of what was done, which that page says once
 */
export function seeOther(response: Response, path: string, said?: string): void {
  const [page = '', ...place] = path.split(/(?=#)/);
  const separator = page.includes('?') ? '&' : '?';
  const query = said === undefined ? '' : `${separator}said=${said}`;
  response.redirect(303, `${page}${query}${place.join('')}`);
}

/** Whether htmx asks for a part of a page; a link that it was told to follow as a whole is none. */
export function isFragment(request: Pick<Request, 'headers'>): boolean {
  return request.headers['hx-request'] === 'true' && request.headers['hx-boosted'] !== 'true';
}
