import type { CalendarProvider } from '../ports/provider.ts';

/** Where each provider's notifications arrive, below the base URL. Subscriptions name them, the server answers there. */
export const webhookPaths = {
  google: '/hooks/google',
  microsoft: '/hooks/microsoft',
} as const satisfies Record<CalendarProvider['name'], string>;
