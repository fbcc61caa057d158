import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { sayNotes, sayRefused } from './messages.ts';
import type { Service } from './service/create-service.ts';
import { serveService } from './service/serve-service.ts';
import { loadSettings, type ServiceSettings } from './service/service-settings.ts';
import { startProblem } from './service/start-problem.ts';

/** `serve`: answers webhooks and pages, and with the embedded database works on jobs as well, until it is interrupted. */
export async function runServe(deps: CliDeps): Promise<ExitStatus> {
  const loaded = loadSettings(deps.environment);
  if (!loaded.ok) {
    await sayRefused(deps, loaded.problems);
    return exitStatus.refused;
  }
  const { settings } = loaded;
  const isEmbedded = settings.DATABASE_URL === null;
  return await runUntilInterrupted(deps, settings, { web: true, work: isEmbedded }, ({ url }) => {
    const both = isEmbedded ? ' It works on jobs as well: the embedded database has one process.' : '';
    return `Listening on ${url}. Ctrl-C ends it.${both}\n`;
  });
}

/** `worker`: works on jobs until it is interrupted. Any number of them beside any number of `serve`. */
export async function runWorker(deps: CliDeps): Promise<ExitStatus> {
  const loaded = loadSettings(deps.environment);
  if (!loaded.ok) {
    await sayRefused(deps, loaded.problems);
    return exitStatus.refused;
  }
  if (loaded.settings.DATABASE_URL === null) {
    const what = 'it is missing, and the embedded database has one process, which "serve" is';
    const remedy = 'run "serve", which then works on jobs too, or state a PostgreSQL database';
    await sayRefused(deps, [{ place: 'DATABASE_URL', what, remedy }]);
    return exitStatus.refused;
  }
  return await runUntilInterrupted(
    deps,
    loaded.settings,
    { web: false, work: true },
    () => 'Working on jobs. Ctrl-C ends it.\n',
  );
}

async function runUntilInterrupted(
  deps: CliDeps,
  settings: ServiceSettings,
  parts: { readonly web: boolean; readonly work: boolean },
  says: (service: Service) => string,
): Promise<ExitStatus> {
  const interrupted = deps.untilInterrupted();
  let service: Service;
  try {
    service = await serveService(deps, settings, parts);
  } catch (error) {
    const problem = startProblem(error, settings);
    if (problem === null) throw error;
    await sayRefused(deps, [problem]);
    return exitStatus.refused;
  }
  if (service.deps.baseUrl === null && parts.web) {
    const what = 'it is not stated: calendars are asked every few minutes, and answers carry no links';
    await sayNotes(deps, [{ place: 'BASE_URL', what, remedy: 'state the https address of this server' }]);
  }
  await deps.stdout.write(says(service));
  await interrupted;
  await service.stop();
  return exitStatus.ok;
}
