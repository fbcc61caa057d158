import type { ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { discoveryRoutes } from './discovery.ts';
import { docsRoutes } from './docs-routes.ts';
import { driveRoutes } from './drive-routes.ts';
import { gmailRoutes } from './gmail-routes.ts';
import { authorizeRoutes } from './oauth-authorize.ts';
import { serviceAccountRoute } from './oauth-delegation.ts';
import { identityRoutes } from './oauth-identity.ts';
import { tokenRoute } from './oauth-token.ts';

/**
 * Google beside the calendar: sign-in, discovery, Docs, Drive and Gmail.
 * @param calendarRoutes methods of the calendar, which discovery describes too; they are not among the answer
 */
export function googleWorkspaceRoutes(
  parts: SandboxParts,
  calendarRoutes: readonly ApiRoute[] = [],
): readonly ApiRoute[] {
  const workspace = [...docsRoutes(parts), ...driveRoutes(parts), ...gmailRoutes(parts)];
  const described = [...calendarRoutes, ...workspace];
  const scopes = new Set(['openid', 'email', 'profile', ...described.flatMap((route) => route.scopes ?? [])]);
  return [
    ...authorizeRoutes(parts),
    tokenRoute(parts, [...scopes]),
    ...identityRoutes(parts),
    serviceAccountRoute(parts),
    ...discoveryRoutes(described),
    ...workspace,
  ];
}
