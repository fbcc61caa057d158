import type { ReadProblem } from '../core/meeting/reading.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { UnreadableState } from '../sandbox/state/journal.ts';
import { StateInUse } from '../sandbox/state/state-lock.ts';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { fileProblem } from './file-errors.ts';
import { sayRefused } from './messages.ts';
import { frameOf } from './view/frame.ts';
import { createPalette } from './view/palette.ts';

export interface SandboxArguments {
  readonly portGoogle?: string;
  readonly portMicrosoft?: string;
  readonly portControl?: string;
  readonly state?: string;
  readonly seed?: string;
  readonly empty?: boolean;
}

const usualPorts = { google: 4010, microsoft: 4011, control: 4012 } as const;
const usualSeed = 1;
const mostPort = 65_535;
const mostSeed = 2 ** 31 - 1;

/** `sandbox`: runs the emulators of both calendars until it is interrupted. The state is kept then. */
export async function runSandbox(deps: CliDeps, given: SandboxArguments): Promise<ExitStatus> {
  const problems: ReadProblem[] = [];
  const whole = (option: string, text: string | undefined, usual: number, most: number): number => {
    const value = text === undefined ? usual : wholeNumber(text, most);
    if (value === null) problems.push(notWhole(option, text ?? '', most));
    return value ?? usual;
  };
  const ports = {
    google: whole('--port-google', given.portGoogle, usualPorts.google, mostPort),
    microsoft: whole('--port-microsoft', given.portMicrosoft, usualPorts.microsoft, mostPort),
    control: whole('--port-control', given.portControl, usualPorts.control, mostPort),
  };
  const seed = whole('--seed', given.seed, usualSeed, mostSeed);
  const started = problems.length === 0 ? await start(deps, given, ports, seed) : { problems };
  if ('problems' in started) {
    await sayRefused(deps, started.problems);
    return exitStatus.refused;
  }
  await deps.stdout.write(introduction(started, given, deps));
  await deps.untilInterrupted();
  await started.close();
  return exitStatus.ok;
}

type Ports = { readonly google: number; readonly microsoft: number; readonly control: number };

async function start(
  deps: CliDeps,
  { state, empty }: SandboxArguments,
  ports: Ports,
  seed: number,
): Promise<Sandbox | { readonly problems: readonly ReadProblem[] }> {
  try {
    return await startSandbox({
      realNowMs: deps.nowMs,
      startMs: null,
      seed,
      stateFile: state ?? null,
      ports,
      sample: !empty,
      log: (text) => void deps.stderr.write(`${text}\n`),
    });
  } catch (error) {
    const problem = portProblem(error) ?? stateProblem(error, state);
    if (problem === null) throw error;
    return { problems: [problem] };
  }
}

function portProblem(error: unknown): ReadProblem | null {
  if (typeof error !== 'object' || error === null || !('port' in error) || !('code' in error)) return null;
  const remedy =
    'choose other ports with --port-google, --port-microsoft and --port-control; 0 is any free one';
  if (error.code === 'EADDRINUSE') return { place: `port ${error.port}`, what: 'it is taken', remedy };
  if (error.code === 'EACCES') return { place: `port ${error.port}`, what: 'it may not be used', remedy };
  return null;
}

function stateProblem(error: unknown, state: string | undefined): ReadProblem | null {
  if (error instanceof UnreadableState) {
    return {
      place: `${error.file}, line ${error.line}`,
      what: 'this is no record of the sandbox',
      remedy: 'name another file with --state, or move this one away',
    };
  }
  if (error instanceof StateInUse) {
    return {
      place: state ?? error.lock,
      what: `process ${error.processId} has it open`,
      remedy: `end that one, or name another file with --state; if it is no sandbox, delete ${error.lock}`,
    };
  }
  return state === undefined ? null : fileProblem(error, state);
}

function introduction(sandbox: Sandbox, { state }: SandboxArguments, { stdout }: CliDeps): string {
  const { bold, quiet } = createPalette(frameOf(stdout).colors);
  const person = sandbox.parts.people.all().find(({ kind }) => kind === 'person');
  const order = JSON.stringify({ mailbox: person?.address });
  return [
    bold('Invented calendars are running on this machine only. Ctrl-C ends them.'),
    `Google Calendar   ${sandbox.google.origin}`,
    `Microsoft Graph   ${sandbox.microsoft.origin}`,
    `Control, a page   ${sandbox.control.origin}`,
    `State             ${state ?? 'forgotten at the end; --state FILE keeps it'}`,
    '',
    'An access token for anybody on that page:',
    `  curl -s ${sandbox.control.origin}/tokens -H 'content-type: application/json' -d '${order}'`,
    quiet('docs/sandbox.md: scripts with the vendors’ own clients, faults, and what else can be turned.'),
    '',
  ].join('\n');
}

function wholeNumber(text: string, most: number): number | null {
  return /^\d{1,10}$/.test(text) && Number(text) <= most ? Number(text) : null;
}

function notWhole(option: string, text: string, most: number): ReadProblem {
  return {
    place: option,
    what: `${JSON.stringify(text.slice(0, 80))} is no whole number from 0 to ${most}`,
    remedy: 'correct it, or leave the option out',
  };
}
