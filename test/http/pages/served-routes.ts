import type { Router } from 'express';
import { pageRoutes } from '../../../src/cli/service/web-pages.ts';
import { linkPages } from '../../../src/front/pages/link-pages.ts';
import { caseRoutes } from '../../../src/http/routes/case.ts';
import { googleWebhook } from '../../../src/http/routes/google-webhook.ts';
import { healthRoutes } from '../../../src/http/routes/health.ts';
import { microsoftWebhook } from '../../../src/http/routes/microsoft-webhook.ts';
import { offerRoutes } from '../../../src/http/routes/offer.ts';
import type { LiveGate } from '../../app/effects/live-gate.ts';

/** Every route that express has, as `GET /path`; those of the control, which listens on this machine only, aside. */
export function servedRoutes({ deps, organizationId }: LiveGate): readonly string[] {
  const links = { ...deps, pages: linkPages };
  const settings = {
    ...{ ADMINISTRATORS: null, AUDITORS: null },
    ...{ SIGN_IN_ISSUER: null, SIGN_IN_CLIENT_ID: null, SIGN_IN_CLIENT_SECRET: null },
  };
  const routers = [
    ...[healthRoutes(async () => []), googleWebhook(deps), microsoftWebhook(deps)],
    ...[offerRoutes(links), caseRoutes(links)],
    ...pageRoutes({ deps, organizationId, settings, company: null }),
  ];
  return routers.flatMap(routesOf);
}

function routesOf({ stack }: Router): readonly string[] {
  return stack.flatMap(({ route, handle }) => {
    if (route === undefined) return 'stack' in handle ? routesOf(handle as Router) : [];
    const methods = new Set(route.stack.map(({ method }) => method.toUpperCase()));
    return [...methods].map((method) => `${method} ${route.path}`);
  });
}
