import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { admit, sendNotice } from './admit.ts';
import type { PageAccess } from './page-access.ts';
import { type Access, type RouteName, routeTable } from './route-table.ts';
import type { Visit } from './visit.ts';

/** The fields of a form as they were sent; one that was sent several times is a list. */
export type Form = Readonly<Record<string, string | readonly string[] | undefined>>;

export type PageRequest = Request<Readonly<Record<string, string>>>;

export type PageHandler = (
  request: PageRequest,
  response: Response,
  visit: Visit,
  form: Form,
) => void | Promise<void>;

/** Routes of pages. Both functions return the same router again. */
export interface PageRouter {
  readonly get: (path: string, handler: PageHandler) => PageRouter;
  /** @param longest what the form may take as it is sent; 100 kB unless stated */
  readonly post: (path: string, handler: PageHandler, longest?: number) => PageRouter;
  readonly router: Router;
}

const longestForm = 100 * 1024;

/**
 * A router whose handlers run only for whoever may use the route, by `routeTable`; a form only if our own page sent it.
 * Everybody else was answered before.
 *
 * @throws where a path does not stand in `routeTable`
 */
export function pageRouter(access: PageAccess): PageRouter {
  const router = Router();
  const guarded =
    (name: string, handler: PageHandler): RequestHandler<Readonly<Record<string, string>>> =>
    async (request, response) => {
      const form: Form = request.method === 'POST' ? (request.body ?? {}) : {};
      const visit = await admit(access, accessOf(name), request, response, form);
      if (visit === null) return;
      try {
        await handler(request, response, visit, form);
      } catch (thrown) {
        await apologize(access, response, visit, thrown);
      }
    };
  const routes: PageRouter = {
    get: (path, handler) => {
      accessOf(`GET ${path}`);
      router.get(path, guarded(`GET ${path}`, handler));
      return routes;
    },
    post: (path, handler, longest = longestForm) => {
      accessOf(`POST ${path}`);
      const parseForm = express.urlencoded({ extended: false, limit: longest });
      router.post(path, parseForm, guarded(`POST ${path}`, handler));
      return routes;
    },
    router,
  };
  return routes;
}

/** Our fault: a line in the log, and a page in place of the one that failed. */
async function apologize(
  access: PageAccess,
  response: Response,
  visit: Visit,
  thrown: unknown,
): Promise<void> {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  access.log.error('request-failed', { requestId: String(response.locals.requestId), error });
  if (response.headersSent) response.destroy();
  else await sendNotice(response, access, 'failed', visit);
}

function accessOf(name: string): Access {
  if (!isRouteName(name)) throw new Error(`"${name}" is not in routeTable: say there who may use it`);
  return routeTable[name];
}

function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(routeTable, name);
}
