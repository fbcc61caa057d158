import type { CliDeps } from '../cli-deps.ts';
import { createCliLog } from './cli-log.ts';
import { controlRoutes } from './control-routes.ts';
import { createService, type Service, type ServiceOptions } from './create-service.ts';
import { makeControlToken, openDataFolder } from './data-folder.ts';
import type { ServiceSettings } from './service-settings.ts';

/**
 * Starts the product for good: with the embedded database commands can then ask it by its control, whose address
 * stands in the lock and whose token in a file that only this account can read.
 */
export async function serveService(
  deps: CliDeps,
  settings: ServiceSettings,
  options: Partial<ServiceOptions> & Pick<ServiceOptions, 'web' | 'work'>,
): Promise<Service> {
  const isEmbedded = settings.DATABASE_URL === null;
  let token: string | null = null;
  const service = await createService(settings, {
    clock: { nowMs: deps.nowMs },
    log: createCliLog(deps, settings),
    routers: (starting) => {
      if (!isEmbedded) return [];
      // Only whoever holds the lock comes here, so the token of a running server is never replaced.
      token = makeControlToken(openDataFolder(settings.DATA_FOLDER).controlToken);
      return [controlRoutes(starting, token)];
    },
    ...options,
  });
  if (service.database.kind === 'embedded' && service.url !== null)
    service.database.announce(controlAddress(service.url));
  return service;
}

/** The control answers on this machine only; a server that listens everywhere listens here too. */
function controlAddress(url: string): string {
  const { port, hostname } = new URL(url);
  return hostname === '[::]' || hostname === '[::1]' ? `http://[::1]:${port}` : `http://127.0.0.1:${port}`;
}
