import { Router } from 'express';
import { convertCase } from '../../app/cases/convert-case.ts';
import type { GateDeps } from '../../app/gate-deps.ts';
import { openOffer } from '../../app/offers/open-offer.ts';
import { type LinkPages, sendNotice, sendPage } from './link-pages.ts';
import { isFromOwnPage } from './own-page.ts';

export interface OfferRouteDeps
  extends Pick<GateDeps, 'store' | 'links' | 'clock' | 'policies' | 'chance' | 'baseUrl'> {
  readonly pages: LinkPages;
  /** Calendars and people are invented ones. */
  readonly isSandbox?: boolean;
}

/**
 * `GET /o/<token>`: the draft of an offer; `GET /o/<token>.md`: the same as Markdown, to be saved;
 * `POST /o/<token>/write`: the organizer writes it instead, and a document is begun. As with the link of a case only
 * the POST acts, and only from our own page.
 */
export function offerRoutes(deps: OfferRouteDeps): Router {
  const { pages } = deps;
  return Router()
    .get('/o/:token.md', async (request, response) => {
      const opened = await openOffer(deps, request.params.token);
      if (opened.kind !== 'open') return sendNotice(response, pages, opened.kind);
      const { draft, zone } = opened.offer;
      response
        .set({
          'Content-Disposition': 'attachment; filename="draft.md"',
          'X-Robots-Tag': 'noindex, nofollow',
        })
        .type('text/markdown')
        .send(pages.markdown(draft, zone));
    })
    .get('/o/:token', async (request, response) => {
      const { token } = request.params;
      const opened = await openOffer(deps, token);
      if (opened.kind !== 'open') return sendNotice(response, pages, opened.kind);
      const offerPath = `/o/${token}`;
      const places = { offerPath, markdownPath: `${offerPath}.md`, writePath: `${offerPath}/write` };
      const isSandbox = deps.isSandbox ?? false;
      sendPage(response, pages, pages.offer(opened.offer, { ...places, isSandbox }));
    })
    .post('/o/:token/write', async (request, response) => {
      const { token } = request.params;
      if (!isFromOwnPage(request, deps.baseUrl)) return sendNotice(response, pages, 'refused');
      const opened = await openOffer(deps, token);
      if (opened.kind !== 'open') return sendNotice(response, pages, opened.kind);
      await convertCase(deps, opened.organizationId, opened.caseId, 'link');
      response.redirect(303, `/o/${token}`);
    });
}
