import type { ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { batchRoute } from './batch.ts';
import { calendarMethods } from './calendars.ts';
import { deltaMethods } from './delta.ts';
import { readMethods } from './events-read.ts';
import { writeMethods } from './events-write.ts';
import { translateMethod } from './exchange-ids.ts';
import { mailboxRoutes } from './mailbox-call.ts';
import { startNotifications } from './notifications.ts';
import { respondMethods } from './respond.ts';
import { scheduleMethod } from './schedule.ts';
import { subscriptionRoutes } from './subscriptions.ts';

/**
 * Calendars and subscriptions of Microsoft Graph v1.0, and the notifications that follow changes: call it once for
 * each sandbox.
 *
 * @param options `shortPages`: pages shorter than asked for, empty ones and repetitions, as Graph allows itself
 */
export function graphCalendarRoutes(
  parts: SandboxParts,
  { shortPages = false }: { readonly shortPages?: boolean } = {},
): readonly ApiRoute[] {
  startNotifications(parts);
  const methods = [
    ...deltaMethods,
    ...readMethods,
    ...writeMethods,
    ...respondMethods,
    ...calendarMethods,
    scheduleMethod,
    translateMethod,
  ];
  return [
    ...methods.flatMap((method) => mailboxRoutes(parts, shortPages, method)),
    ...subscriptionRoutes(parts),
    batchRoute(parts),
  ];
}
