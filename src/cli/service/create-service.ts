import type { Express, Router } from 'express';
import type { GateDeps } from '../../app/gate-deps.ts';
import type { Clock, Log, Providers } from '../../app/ports/surroundings.ts';
import { createApp } from '../../http/create-app.ts';
import { type Listening, listen } from '../../http/listen.ts';
import { googleWebhook } from '../../http/routes/google-webhook.ts';
import { healthRoutes } from '../../http/routes/health.ts';
import { microsoftWebhook } from '../../http/routes/microsoft-webhook.ts';
import { pendingMigrations } from '../../store/migrate.ts';
import { createProviders } from './calendar-providers.ts';
import { systemChance } from './chance.ts';
import { createFaultPoint, faultLeaseOf } from './fault-point.ts';
import { createJobHandlers } from './job-handlers.ts';
import { createLinkMaker } from './link-maker.ts';
import { openStorage, refuseForeignKeys, type Storage } from './open-storage.ts';
import { ensureOrganization } from './organization.ts';
import type { PageService } from './page-service.ts';
import { createPolicyBook } from './policy-book.ts';
import type { ServiceSettings } from './service-settings.ts';

export interface ServiceOptions {
  /** Answers webhooks and pages. */
  readonly web: boolean;
  /** Works on jobs. */
  readonly work: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** In place of those of the settings: the sandbox's. */
  readonly providers?: Providers;
  /** Whom a visitor of the sandbox may be; outside it there is none. */
  readonly company?: PageService['company'];
  readonly sandbox?: PageService['sandbox'];
  /** Further routes, for example the control. */
  readonly routers?: (service: Service) => readonly Router[];
}

/** The parts of the product, put together and running. */
export interface Service extends Pick<Storage, 'database' | 'store' | 'jobs' | 'keyring'> {
  readonly settings: ServiceSettings;
  readonly deps: GateDeps;
  /** The organization of the settings. */
  readonly organizationId: string;
  readonly works: boolean;
  /** Calendars and clock are invented ones. */
  readonly isSandbox: boolean;
  /** Where it listens; null where it does not. */
  readonly url: string | null;
  /** Ends in less than five seconds whatever is under way; what was not finished is done after the next start. */
  readonly stop: () => Promise<void>;
}

/** Requests and jobs that run get this long; the rest of five seconds is for the queues and the database. */
const graceMs = 1500;

/** Puts the product together from its settings and starts it. Throws what the database or the port refuses. */
export async function createService(settings: ServiceSettings, options: ServiceOptions): Promise<Service> {
  const storage = await openStorage(settings, options.log);
  const { database, store, jobs, keyring } = storage;
  let listening: Listening | null = null;
  const stop = async () => {
    await Promise.all([listening?.close(graceMs), jobs.stop({ graceMs })]);
    await storage.close();
  };
  try {
    // Commands go on: "connect" and "doctor" are the way out.
    if (options.web || options.work) {
      await refuseForeignKeys(database, keyring);
      if (database.kind === 'embedded') await database.tidy();
    }
    const deps = await createDeps(settings, storage, options);
    const organizationId = await ensureOrganization(deps, {
      name: settings.ORGANIZATION_NAME,
      policyText: settings.policyText,
      observeDays: settings.OBSERVE_DAYS,
    });
    const parts = {
      ...{ settings, deps, database, store, jobs, keyring, organizationId, stop },
      works: options.work,
      isSandbox: options.providers !== undefined,
    };
    if (options.web) {
      const app = await createWebApp({ ...parts, url: null }, options);
      listening = await listen(app, { port: settings.PORT, host: settings.HOST });
    }
    if (options.work) {
      await jobs.work(createJobHandlers(deps), { concurrency: settings.WORKER_CONCURRENCY });
    }
    return { ...parts, url: listening?.origin ?? null };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function createDeps(
  settings: ServiceSettings,
  { store, keyring }: Storage,
  { clock, log, providers }: ServiceOptions,
): Promise<GateDeps> {
  // Texts and pages come with their renderer, which commands that only look at the database can do without.
  const { createWording } = await import('../../front/wording/create-wording.ts');
  const key = keyring.keys.get(keyring.current);
  if (key === undefined) throw new Error('the current encryption key is not among the keys');
  const onPoint = createFaultPoint(settings.FAULT_POINT);
  const leaseMs = faultLeaseOf(settings);
  return {
    store,
    providers: providers ?? createProviders(settings, clock.nowMs),
    policies: createPolicyBook(),
    clock,
    chance: systemChance,
    log,
    words: createWording(),
    links: createLinkMaker(key, settings.BASE_URL),
    baseUrl: settings.BASE_URL,
    ...(onPoint && { onPoint }),
    ...(leaseMs !== null && { leaseMs }),
  };
}

async function createWebApp(service: Service, options: ServiceOptions): Promise<Express> {
  const { deps, database } = service;
  const { offerRoutes } = await import('../../http/routes/offer.ts');
  const { caseRoutes } = await import('../../http/routes/case.ts');
  const { linkPages: pages } = await import('../../front/pages/link-pages.ts');
  const { pageRoutes } = await import('./web-pages.ts');
  const routers = [
    healthRoutes(() => pendingMigrations(database)),
    googleWebhook(deps),
    microsoftWebhook(deps),
    offerRoutes({ ...deps, pages, isSandbox: service.isSandbox }),
    caseRoutes({ ...deps, pages }),
    ...pageRoutes({
      ...service,
      company: options.company ?? null,
      ...(options.sandbox && { sandbox: options.sandbox }),
    }),
    ...(options.routers?.(service) ?? []),
  ];
  return createApp({ ...deps, routers });
}
