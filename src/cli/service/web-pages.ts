import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Router } from 'express';
import { casesPages } from '../../front/app/cases/cases-pages.ts';
import { noticePage } from '../../front/app/notice/notice-page.tsx';
import { madePage, madePart } from '../../front/app/plan/made-page.tsx';
import { planPage, planPanel } from '../../front/app/plan/plan-page.tsx';
import { protectionsPage } from '../../front/app/protections/protections-page.tsx';
import { signInPage } from '../../front/app/sign-in/sign-in-page.tsx';
import { appStyle } from '../../front/app/style.ts';
import { draftMarkdown } from '../../front/offer/draft-markdown.ts';
import { createAssets } from '../../http/pages/assets.ts';
import { assetRoutes } from '../../http/pages/routes/assets.ts';
import { casesRoutes } from '../../http/pages/routes/cases.ts';
import { homeRoutes } from '../../http/pages/routes/home.ts';
import { languageRoutes } from '../../http/pages/routes/language.ts';
import { lostRoutes } from '../../http/pages/routes/lost.ts';
import { planRoutes } from '../../http/pages/routes/plan.ts';
import { protectionsRoutes } from '../../http/pages/routes/protections.ts';
import { signInRoutes } from '../../http/pages/routes/sign-in.ts';
import { oversightPages } from './oversight-pages.ts';
import { openAccess, type PageService } from './page-service.ts';
import { sandboxPages } from './sandbox-pages.ts';
import { steeringPages } from './steering-pages.ts';

/** The routes of all pages for people who are signed in. */
export function pageRoutes(service: PageService): readonly Router[] {
  const assets = createAssets({ style: appStyle, htmx: readHtmx() });
  const { access, deps, provider, company } = openAccess(service, assets.paths, noticePage);
  return [
    assetRoutes(assets),
    homeRoutes(access),
    languageRoutes(access),
    signInRoutes({ access, deps, provider, company, page: signInPage }),
    // The routes of each topic follow.
    casesRoutes({ ...service.deps, access, pages: casesPages }),
    planRoutes({
      ...{ access, deps: service.deps },
      pages: { plan: planPage, panel: planPanel, made: madePage, madePart, markdown: draftMarkdown },
    }),
    protectionsRoutes({ ...{ access, deps }, pages: { protections: protectionsPage } }),
    ...steeringPages(access, deps),
    ...oversightPages(access, deps),
    sandboxPages(access, service),
    lostRoutes(access),
  ];
}

function readHtmx(): string {
  return readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'), 'utf8');
}
