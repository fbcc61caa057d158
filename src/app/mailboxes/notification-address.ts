import type { GateDeps } from '../gate-deps.ts';
import { webhookPaths } from '../intake/webhook-path.ts';
import type { CalendarProvider } from '../ports/provider.ts';

/** A sandbox on this machine takes notifications without encryption; no provider does. */
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Where a provider sends its notifications.
 *
 * @returns null where nobody stated an address, or none that a provider takes: such mailboxes are looked at by the sweep
 */
export function notificationAddress(
  { baseUrl }: Pick<GateDeps, 'baseUrl'>,
  provider: CalendarProvider['name'],
): string | null {
  const url = baseUrl === null ? null : URL.parse(baseUrl);
  if (url === null) return null;
  const reachable = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
  return reachable ? `${baseUrl}${webhookPaths[provider]}` : null;
}
