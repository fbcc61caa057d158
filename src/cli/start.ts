import { fileURLToPath } from 'node:url';
import type { ReadProblem } from '../core/meeting/reading.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/start-sandbox.ts';
import { UnreadableState } from '../sandbox/state/journal.ts';
import { StateInUse } from '../sandbox/state/state-lock.ts';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { sayRefused } from './messages.ts';
import { sandboxFolder } from './service/ask-server.ts';
import type { Service } from './service/create-service.ts';
import { openDataFolder } from './service/data-folder.ts';
import { freePort } from './service/free-port.ts';
import { createFaultLog, type FaultLog } from './service/sandbox/fault-log.ts';
import { companyOf, connectSample, sandboxProviders } from './service/sandbox-company.ts';
import { serveService } from './service/serve-service.ts';
import { loadSettings, type ServiceSettings } from './service/service-settings.ts';
import { startProblem } from './service/start-problem.ts';
import { startText } from './view/start-text.ts';

export interface StartArguments {
  readonly port?: string;
  readonly portGoogle?: string;
  readonly portMicrosoft?: string;
  readonly portControl?: string;
}

const policy = fileURLToPath(new URL('./sample/sandbox-policy.yaml', import.meta.url));
const usualPorts = { google: '4010', microsoft: '4011', control: '4012' } as const;
const seed = 1;

interface Running {
  readonly sandbox: Sandbox;
  readonly service: Service;
}

/** `start`: the whole product on invented calendars, in one process. What happens there stays until the next start. */
export async function runStart(deps: CliDeps, given: StartArguments): Promise<ExitStatus> {
  const beganMs = performance.now();
  const interrupted = deps.untilInterrupted();
  const started = await start(deps, given);
  if ('problems' in started) {
    await sayRefused(deps, started.problems);
    return exitStatus.refused;
  }
  const { sandbox, service } = started;
  const readyMs = performance.now() - beganMs;
  const stopping = new AbortController();
  // Begun before anybody is told to write an invite: whoever is invited before they are connected is answered too.
  const connecting = connectSample(service, sandbox, stopping.signal);
  await deps.stdout.write(startText(sandbox, service.url ?? '', readyMs, deps.stdout));
  await Promise.race([interrupted, connecting.then(() => interrupted)]);
  stopping.abort();
  await connecting;
  await service.stop();
  await sandbox.close();
  return exitStatus.ok;
}

async function start(
  deps: CliDeps,
  given: StartArguments,
): Promise<Running | { readonly problems: readonly ReadProblem[] }> {
  const loaded = loadSettings(sandboxEnvironment(deps, given));
  if (!loaded.ok) return loaded;
  const { DATA_FOLDER } = loaded.settings;
  let sandbox: Sandbox | null = null;
  try {
    const faults = createFaultLog();
    sandbox = await openSandbox(deps, DATA_FOLDER, { ...given, onExchange: faults.hear });
    const service = await openService(deps, loaded.settings, { sandbox, faults });
    return { sandbox, service };
  } catch (error) {
    await sandbox?.close();
    const problem = stateProblem(error, DATA_FOLDER) ?? startProblem(error, loaded.settings);
    if (problem === null) throw error;
    return { problems: [problem] };
  }
}

/** Nothing of a real installation: no database server, no credentials, a folder of its own. */
function sandboxEnvironment({ environment }: CliDeps, { port }: StartArguments) {
  const stated = port ?? environment.PORT;
  return {
    ...(stated !== undefined && { PORT: stated }),
    LOG_LEVEL: environment.LOG_LEVEL ?? 'warn',
    DATA_FOLDER: sandboxFolder(environment.DATA_FOLDER || 'data'),
    ORGANIZATION_NAME: 'Halden & Roe',
    OBSERVE_DAYS: '0',
    POLICY_FILE: policy,
    ADMINISTRATORS: 'claire.marchetti@halden.example',
    AUDITORS: 'sylvie.aubry@halden.example',
  };
}

async function openSandbox(
  deps: CliDeps,
  folder: string,
  given: StartArguments & Required<Pick<SandboxOptions, 'onExchange'>>,
): Promise<Sandbox> {
  return await startSandbox({
    realNowMs: deps.nowMs,
    startMs: null,
    seed,
    stateFile: openDataFolder(folder).sandboxState,
    ports: {
      google: Number(given.portGoogle ?? usualPorts.google),
      microsoft: Number(given.portMicrosoft ?? usualPorts.microsoft),
      control: Number(given.portControl ?? usualPorts.control),
    },
    sample: true,
    onExchange: given.onExchange,
    log: (text) => void deps.stderr.write(`${text}\n`),
  });
}

async function openService(
  deps: CliDeps,
  settings: ServiceSettings,
  { sandbox, faults }: { readonly sandbox: Sandbox; readonly faults: FaultLog },
): Promise<Service> {
  // Subscriptions name the address before anything listens, so the port has to be known.
  const port = settings.PORT === 0 ? await freePort(settings.HOST) : settings.PORT;
  return await serveService(
    deps,
    { ...settings, PORT: port, BASE_URL: `http://127.0.0.1:${port}` },
    {
      web: true,
      work: true,
      clock: sandbox.parts.clock,
      providers: await sandboxProviders(sandbox),
      company: companyOf(sandbox),
      sandbox: { sandbox, faults },
    },
  );
}

function stateProblem(error: unknown, folder: string): ReadProblem | null {
  if (error instanceof StateInUse) {
    const what = `process ${error.processId} has it open: the sandbox is running already`;
    const remedy = 'use that one, end it, or name another folder with DATA_FOLDER';
    return { place: folder, what, remedy };
  }
  if (error instanceof UnreadableState) {
    const what = 'this is no record of the sandbox';
    return { place: `${error.file}, line ${error.line}`, what, remedy: 'delete the folder to begin anew' };
  }
  return null;
}
