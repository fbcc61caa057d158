import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { sayRefused } from './messages.ts';
import { createCliLog } from './service/cli-log.ts';
import { install, openNamedDatabase } from './service/open-storage.ts';
import { loadSettings } from './service/service-settings.ts';
import { startProblem } from './service/start-problem.ts';

/** `migrate`: brings the tables and the job queues up to date. Several at once do it once. */
export async function runMigrate(deps: CliDeps): Promise<ExitStatus> {
  const loaded = loadSettings(deps.environment);
  if (!loaded.ok) {
    await sayRefused(deps, loaded.problems);
    return exitStatus.refused;
  }
  const { settings } = loaded;
  try {
    const database = await openNamedDatabase(settings, null);
    try {
      const run = await install(database, settings, createCliLog(deps, { ...settings, LOG_LEVEL: 'error' }));
      const tables = run.length === 0 ? 'up to date' : run.join(', ');
      const where = database.kind === 'embedded' ? `embedded, in ${settings.DATA_FOLDER}` : 'PostgreSQL';
      await deps.stdout.write(`Database: ${where}\nTables:   ${tables}\nQueues:   up to date\n`);
      return exitStatus.ok;
    } finally {
      await database.close();
    }
  } catch (error) {
    const problem = startProblem(error, settings);
    if (problem === null) throw error;
    await sayRefused(deps, [problem]);
    return exitStatus.refused;
  }
}
