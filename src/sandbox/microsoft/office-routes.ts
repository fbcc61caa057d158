import type { ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { driveRoutes } from './drive-routes.ts';
import { mailRoutes } from './mail-routes.ts';
import { mailboxSettingsRoutes } from './mailbox-settings.ts';
import { tokenAuthorizeRoutes } from './token-authorize.ts';
import { tokenIdentityRoutes } from './token-identity.ts';
import { tokenRoute } from './token-routes.ts';
import { userRoutes } from './user-routes.ts';

/** Microsoft beside the calendar: sign-in, people, mailbox settings, mail and files. */
export function graphOfficeRoutes(parts: SandboxParts): readonly ApiRoute[] {
  return [
    ...tokenAuthorizeRoutes(parts),
    tokenRoute(parts),
    ...tokenIdentityRoutes(parts),
    ...userRoutes(parts),
    ...mailboxSettingsRoutes(parts),
    ...mailRoutes(parts),
    ...driveRoutes(parts),
  ];
}
