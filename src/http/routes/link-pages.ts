import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { CaseView } from '../../app/brake/case-view.ts';
import type { OfferView } from '../../app/offers/open-offer.ts';
import type { Draft } from '../../core/offer/draft.ts';

/** The pages that links open, as finished HTML; made by `front`, which escapes what it shows. */
export interface LinkPages {
  /** The text of the one style element that each page has. */
  readonly style: string;
  /**
   * @param places where the page is, the same draft as Markdown, and where the button that begins the writing is posted
   *   to; `isSandbox` where the company is invented
   */
  readonly offer: (
    offer: OfferView,
    places: {
      readonly offerPath: string;
      readonly markdownPath: string;
      readonly writePath: string;
      readonly isSandbox: boolean;
    },
  ) => string;
  /** @param forms where they are posted to; `isPurposeMissing` where one came back without a purpose */
  readonly story: (
    story: CaseView,
    forms: {
      readonly undoPath: string;
      readonly justifyPath: string;
      readonly isPurposeMissing: boolean;
    },
  ) => string;
  readonly notice: (about: LinkNotice) => string;
  readonly markdown: (draft: Draft, zone: string | null) => string;
}

const statuses = { unknown: 404, expired: 410, used: 410, over: 410, refused: 403 } as const;

type LinkNotice = keyof typeof statuses;

/**
 * Sends a page that runs nothing and loads nothing: the style of `front` is allowed by its digest, a form may only be
 * sent back here. Whoever has the address has the link, so no search engine may keep it.
 */
export function sendPage(response: Response, { style }: LinkPages, html: string): void {
  const digest = createHash('sha256').update(style).digest('base64');
  response
    .set({
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${digest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex, nofollow',
      'Cache-Control': 'no-store',
    })
    .type('html')
    .send(html);
}

export function sendNotice(response: Response, pages: LinkPages, about: LinkNotice): void {
  sendPage(response.status(statuses[about]), pages, pages.notice(about));
}
