import { Router } from 'express';
import type { GateDeps } from '../../app/gate-deps.ts';
import { openOffer } from '../../app/offers/open-offer.ts';
import { type LinkPages, sendNotice, sendPage } from './link-pages.ts';

export interface OfferRouteDeps extends Pick<GateDeps, 'store' | 'links' | 'clock' | 'policies'> {
  readonly pages: LinkPages;
}

/** `GET /o/<token>`: the draft of an offer; `GET /o/<token>.md`: the same as Markdown, to be saved. */
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
      sendPage(response, pages, pages.offer(opened.offer, `/o/${token}.md`));
    });
}
