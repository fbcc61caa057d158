import { type Request, Router } from 'express';
import { openCaseStory } from '../../app/brake/case-view.ts';
import { undoCase } from '../../app/brake/undo-case.ts';
import type { GateDeps } from '../../app/gate-deps.ts';
import { type LinkPages, sendNotice, sendPage } from './link-pages.ts';

export interface CaseRouteDeps
  extends Pick<GateDeps, 'store' | 'links' | 'clock' | 'policies' | 'chance' | 'baseUrl'> {
  readonly pages: LinkPages;
}

/**
 * `GET /c/<token>`: what was done with a meeting, and why; `POST /c/<token>/undo`: undoes it. Whoever previews a link
 * (mail scanners, chat programs) only looks, so nothing acts but the POST, and that only from our own page.
 */
export function caseRoutes(deps: CaseRouteDeps): Router {
  const { pages } = deps;
  return Router()
    .get('/c/:token', async (request, response) => {
      const { token } = request.params;
      const opened = await openCaseStory(deps, token);
      if (opened.kind !== 'open') return sendNotice(response, pages, opened.kind);
      sendPage(response, pages, pages.story(opened.story, `/c/${token}/undo`));
    })
    .post('/c/:token/undo', async (request, response) => {
      const { token } = request.params;
      if (!isFromOwnPage(request, deps.baseUrl)) return sendNotice(response, pages, 'refused');
      const opened = await openCaseStory(deps, token);
      if (opened.kind !== 'open') return sendNotice(response, pages, opened.kind);
      await undoCase(deps, opened.organizationId, opened.caseId, 'link');
      response.redirect(303, `/c/${token}`);
    });
}

/**
 * Whether a form was sent from our own page. Our pages send no referrer, and then browsers name the origin `null` even
 * to ourselves: `Sec-Fetch-Site` decides where it is there, the origin only elsewhere. Programs that are no browser
 * send neither; they have the token, which is what counts.
 */
function isFromOwnPage({ headers }: Request, baseUrl: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  if (origin === undefined) return true;
  const own = baseUrl === null ? null : new URL(baseUrl).origin;
  return origin === own || (URL.canParse(origin) && new URL(origin).host === host);
}
