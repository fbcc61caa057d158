import { Router } from 'express';
import { admit, sendNotice } from '../admit.ts';
import type { PageAccess } from '../page-access.ts';

/** Last of all: an address that nobody knows, as a page for people. Programs get the answer that they ask for. */
export function lostRoutes(access: PageAccess): Router {
  return Router().use(async (request, response, next) => {
    if (request.method !== 'GET' || request.accepts('json', 'html') !== 'html') return next();
    const visit = await admit(access, 'anyone', request, response, {});
    if (visit !== null) await sendNotice(response, access, 'not-found', visit);
  });
}
