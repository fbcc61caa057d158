import { draftMarkdown } from '../offer/draft-markdown.ts';
import { casePage } from './case-page.tsx';
import { linkPageStyle } from './link-page-style.ts';
import { noticePage } from './notice-page.tsx';
import { offerPage } from './offer-page.tsx';

/** The pages that links open. */
export const linkPages = {
  style: linkPageStyle,
  offer: offerPage,
  story: casePage,
  notice: noticePage,
  markdown: draftMarkdown,
};
