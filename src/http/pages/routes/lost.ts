import { Router } from 'express';
import { admit, sendNotice } from '../admit.ts';
import type { PageAccess } from '../page-access.ts';
import { isFormPath, pageOfPath } from '../page-of-path.ts';
import { seeOther } from '../send.ts';

/** Last of all: an address that nobody knows, as a page for people; the address of a form leads to the page that has it. Programs get the answer that they ask for. */
export function lostRoutes(access: PageAccess): Router {
  return Router().use(async (request, response, next) => {
    if (request.method !== 'GET' || request.accepts('json', 'html') !== 'html') return next();
    const page = isFormPath(request.path) ? pageOfPath(request.path) : '/';
    if (page !== '/') return seeOther(response, page);
    const visit = await admit(access, 'anyone', request, response, {});
    if (visit !== null) await sendNotice(response, access, 'not-found', visit);
  });
}
