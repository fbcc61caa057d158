import express, { type Express, type Router } from 'express';
import type { GateDeps } from '../app/gate-deps.ts';
import { answerError, answerNotFound } from './error-answers.ts';
import { logRequests } from './log-requests.ts';
import { refuseForeignHosts } from './own-host.ts';
import { securityHeaders } from './security-headers.ts';

/** What every route may use. Others that a router needs are given to that router. */
export interface HttpDeps extends Pick<GateDeps, 'log' | 'chance' | 'baseUrl'> {
  /** Tried in order; what none of them knows is 404. */
  readonly routers: readonly Router[];
}

/** The web application, not yet listening: see `listen.ts`. */
export function createApp(deps: HttpDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  // Nothing is cached, so a digest of every answer would be work for nobody.
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(logRequests(deps));
  app.use(securityHeaders(deps.baseUrl));
  app.use(refuseForeignHosts(deps.baseUrl));
  for (const router of deps.routers) app.use(router);
  app.use(answerNotFound);
  app.use(answerError(deps.log));
  return app;
}
