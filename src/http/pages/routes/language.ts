import type { Router } from 'express';
import { setCookie } from '../cookies.ts';
import { isLanguage } from '../frame-of.ts';
import { localPath } from '../local-path.ts';
import type { PageAccess } from '../page-access.ts';
import { pageRouter } from '../page-router.ts';
import { seeOther } from '../send.ts';

const yearMs = 365 * 86_400_000;

/** `POST /language` with `language` and `to`: this browser reads pages in that language from now on. */
export function languageRoutes(access: PageAccess): Router {
  return pageRouter(access).post('/language', (_request, response, _visit, { language, to }) => {
    if (isLanguage(language)) setCookie(response, access, 'language', language, yearMs);
    seeOther(response, localPath(to));
  }).router;
}
