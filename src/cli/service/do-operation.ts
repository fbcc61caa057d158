import type { z } from 'zod';
import type { ReadProblem } from '../../core/meeting/reading.ts';
import { type CliDeps, type ExitStatus, exitStatus } from '../cli-deps.ts';
import { sayNotes, sayRefused } from '../messages.ts';
import { askServer, findServer, sandboxFolder } from './ask-server.ts';
import { createCliLog } from './cli-log.ts';
import { createService } from './create-service.ts';
import type { Operation, OperationResult } from './operation.ts';
import { type OperationInput, type OperationName, type OperationValue, operations } from './operations.ts';
import { loadSettings, type ServiceSettings } from './service-settings.ts';
import { startProblem } from './start-problem.ts';

/**
 * Does something with the product: the running server is asked where it has the embedded database open; else the
 * database is opened here, and closed again.
 */
export async function doOperation<Name extends OperationName>(
  deps: CliDeps,
  name: Name,
  input: OperationInput<Name>,
): Promise<OperationResult<OperationValue<Name>>> {
  const loaded = loadSettings(deps.environment);
  if (!loaded.ok) return loaded;
  const wrong = wrongInput(name, input);
  if (wrong !== null) return { ok: false, problems: [wrong] };
  const server = await serverFor(deps, loaded.settings);
  if (server !== null) return await askServer(server, name, input);
  return await doHere(deps, loaded.settings, name, input);
}

/** Said here: what the server says of it is meant for programs. */
function wrongInput(name: OperationName, input: unknown): ReadProblem | null {
  const schema: z.ZodType = operations[name].input;
  const [issue] = schema.safeParse(input).error?.issues ?? [];
  if (issue === undefined) return null;
  const place = issue.path.join('.') || name;
  return { place, what: issue.message, remedy: 'correct it; --help shows examples' };
}

async function serverFor(deps: CliDeps, { DATABASE_URL, DATA_FOLDER }: ServiceSettings) {
  const server = DATABASE_URL === null ? findServer(DATA_FOLDER) : null;
  if (server?.folder === sandboxFolder(DATA_FOLDER)) {
    const what = 'this is about the sandbox that is running';
    await sayNotes(deps, [{ place: server.folder, what, remedy: 'end it to reach anything else' }]);
  }
  return server;
}

async function doHere<Name extends OperationName>(
  deps: CliDeps,
  settings: ServiceSettings,
  name: Name,
  input: OperationInput<Name>,
): Promise<OperationResult<OperationValue<Name>>> {
  // The table has one type for each name; that they belong together is what `Name` says.
  const operation = operations[name] as unknown as Operation<z.ZodType, OperationValue<Name>>;
  const parsed = operation.input.safeParse(input);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(inputProblem) };
  const log = createCliLog(deps, { ...settings, LOG_LEVEL: 'error' });
  try {
    const options = { web: false, work: false, clock: { nowMs: deps.nowMs }, log };
    const service = await createService(settings, options);
    try {
      return await operation.run(service, parsed.data);
    } finally {
      await service.stop();
    }
  } catch (error) {
    const problem = startProblem(error, settings);
    if (problem === null) throw error;
    return { ok: false, problems: [problem] };
  }
}

function inputProblem({ path, message }: z.core.$ZodIssue): ReadProblem {
  return { place: path.join('.'), what: message, remedy: 'correct it' };
}

/** Does it and shows the result, or says what was refused. */
export async function runOperation<Name extends OperationName>(
  deps: CliDeps,
  name: Name,
  input: OperationInput<Name>,
  show: (value: OperationValue<Name>) => string,
): Promise<ExitStatus> {
  const result = await doOperation(deps, name, input);
  if (!result.ok) {
    await sayRefused(deps, result.problems);
    return exitStatus.refused;
  }
  await deps.stdout.write(show(result.value));
  return exitStatus.ok;
}
