import { Router } from 'express';
import { openCaseStory } from '../../app/brake/case-view.ts';
import { undoCase } from '../../app/brake/undo-case.ts';
import type { GateDeps } from '../../app/gate-deps.ts';
import { readLink } from '../../app/offers/read-link.ts';
import { type LinkPages, sendNotice, sendPage } from './link-pages.ts';
import { isFromOwnPage } from './own-page.ts';

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
      // Only what an undo takes: it works also where the story cannot be told, for example by a policy that is broken.
      const read = await readLink(deps, token, 'case');
      if (read.kind !== 'valid') return sendNotice(response, pages, read.kind);
      const { organizationId, subjectId: caseId } = read.link;
      const undone = await undoCase(deps, organizationId, caseId, 'link');
      if (undone === 'unknown-case') return sendNotice(response, pages, 'unknown');
      response.redirect(303, `/c/${token}`);
    });
}
