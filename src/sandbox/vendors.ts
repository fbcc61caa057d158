import type { ApiErrors, ApiRoute } from './api/api-route.ts';
import { googleCalendarRoutes } from './google/calendar-routes.ts';
import { googleError, googleErrors } from './google/errors.ts';
import { expireGoogleSyncTokens } from './google/list-position.ts';
import { googleWorkspaceRoutes } from './google/workspace-routes.ts';
import { graphCalendarRoutes } from './microsoft/calendar-routes.ts';
import { expireGraphDeltaTokens } from './microsoft/delta-token.ts';
import { graphErrorsOf } from './microsoft/errors.ts';
import { sendLifecycleEvent } from './microsoft/notifications.ts';
import { graphOfficeRoutes } from './microsoft/office-routes.ts';
import type { SandboxParts } from './parts.ts';

/** Events of the life of a Graph subscription (microsoft.md 4.4). */
export const lifecycleEvents = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;

interface Vendor {
  readonly routes: readonly ApiRoute[];
  readonly errors: ApiErrors;
}

/** Both APIs as tables of methods, and what only their own side can do to them. */
export interface Vendors {
  readonly google: Vendor;
  readonly microsoft: Vendor;
  /** Every sync token and delta link of the mailbox that was given out so far is too old from now on. */
  readonly expireSync: (mailbox: string) => void;
  readonly sendLifecycle: (subscriptionId: string, event: (typeof lifecycleEvents)[number]) => boolean;
}

/** From here on changes of the calendars are told to whoever watches them. */
export function createVendors(parts: SandboxParts, shortPages: boolean): Vendors {
  const googleCalendar = googleCalendarRoutes(parts, { shortPages });
  return {
    google: {
      routes: [...googleCalendar, ...googleWorkspaceRoutes(parts, googleCalendar)],
      errors: {
        ...googleErrors,
        quotaExhausted: () =>
          googleError(403, 'usageLimits', 'quotaExceeded', 'Calendar usage limits exceeded.'),
      },
    },
    microsoft: {
      routes: [...graphCalendarRoutes(parts, { shortPages }), ...graphOfficeRoutes(parts)],
      errors: graphErrorsOf(parts),
    },
    expireSync: (mailbox) => {
      expireGoogleSyncTokens(parts, mailbox);
      expireGraphDeltaTokens(parts, mailbox);
    },
    sendLifecycle: (subscriptionId, event) => sendLifecycleEvent(parts, subscriptionId, event),
  };
}
