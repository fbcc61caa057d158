import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { isLoopback } from '../app/access/loopback.ts';

/** Proxies and orchestrators may ask these by any name; neither answers to what a browser brings along. */
const byAnyName = /^\/(?:hooks\/|healthz$|readyz$)/;

const says = 'Pages open under BASE_URL only. A proxy in front has to pass the header Host on.\n';

/**
 * Refuses requests under a name that is not ours. Whoever owns a name can point it at this machine, and the browser of
 * somebody here then takes our pages for theirs (DNS rebinding). Only names count, so a proxy may leave out the port.
 *
 * @param baseUrl null where none is stated: nobody can sign in then, and the pages only say so
 */
export function refuseForeignHosts(baseUrl: string | null): RequestHandler {
  const own = baseUrl === null ? null : new URL(baseUrl).hostname;
  return (request: Request, response: Response, next: NextFunction): void => {
    const asked = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? '';
    const isOwn = own === null || asked === own || isLoopback(asked);
    if (isOwn || byAnyName.test(request.path)) next();
    else response.status(421).type('text/plain').send(says);
  };
}
