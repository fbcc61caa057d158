import { performance } from 'node:perf_hooks';
import type { NextFunction, Request, Response } from 'express';
import type { GateDeps } from '../app/gate-deps.ts';

/**
 * Gives every request an id (`X-Request-Id`) and writes one line when it ends. The line holds the pattern of the route
 * and never the address itself: links, validation tokens and codes of a sign-in stand in paths and queries.
 */
export function logRequests({ log, chance }: Pick<GateDeps, 'log' | 'chance'>) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const beganMs = performance.now();
    const requestId = chance.uuid();
    response.locals.requestId = requestId;
    response.setHeader('X-Request-Id', requestId);
    response.once('close', () => {
      log.info('request', {
        requestId,
        method: request.method,
        route: request.route === undefined ? 'unknown' : String(request.route.path),
        status: response.statusCode,
        finished: response.writableFinished,
        ms: Math.round(performance.now() - beganMs),
      });
    });
    next();
  };
}
