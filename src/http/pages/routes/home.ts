import type { Router } from 'express';
import type { PageAccess } from '../page-access.ts';
import { pageRouter } from '../page-router.ts';
import { seeOther } from '../send.ts';

/** `GET /` leads on: to one's cases, to the invented company, or to the sign-in. */
export function homeRoutes(access: PageAccess): Router {
  return pageRouter(access).get('/', (_request, response, { frame }) => {
    if (access.mode === 'sandbox' && frame.viewer === null) seeOther(response, '/sandbox');
    else seeOther(response, frame.viewer === null ? '/sign-in' : '/cases');
  }).router;
}
