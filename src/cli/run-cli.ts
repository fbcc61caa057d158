import { type Command, CommanderError } from 'commander';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { createProgram } from './program.ts';

/** Help is prose; wider lines are hard to read. */
const widestHelp = 110;

/**
 * Runs one command.
 *
 * @param argv arguments without the interpreter and the script
 * @returns the exit status; rejects only where standard output or standard error do
 */
export async function runCli(argv: readonly string[], deps: CliDeps): Promise<ExitStatus> {
  const said = { out: '', err: '' };
  let status: ExitStatus = exitStatus.ok;
  const program = createProgram(deps, (reached) => {
    status = reached;
  });
  for (const command of withSubcommands(program)) collectOutput(command, said, deps);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    await deps.stdout.write(said.out);
    await deps.stderr.write(said.err);
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.ok : exitStatus.refused;
    await sayOurFault(deps, error, argv.includes('--debug'));
    return exitStatus.ourFault;
  }
}

function withSubcommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/** The parser writes where it stands; what it says is kept until it can be awaited. */
function collectOutput(command: Command, said: { out: string; err: string }, deps: CliDeps): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => {
      said.out += text;
    },
    writeErr: (text) => {
      said.err += text;
    },
    getOutHelpWidth: () => Math.min(deps.stdout.columns, widestHelp),
    getErrHelpWidth: () => Math.min(deps.stderr.columns, widestHelp),
    getOutHasColors: () => deps.stdout.colors,
    getErrHasColors: () => deps.stderr.colors,
  });
}

async function sayOurFault(deps: CliDeps, error: unknown, debug: boolean): Promise<void> {
  const what = error instanceof Error ? error.message : String(error);
  await deps.stderr.write(
    `error: ${JSON.stringify(what.slice(0, 300))}. This is a fault of Meeting Gatekeeper, not yours.\n`,
  );
  if (debug && error instanceof Error) await deps.stderr.write(`${error.stack ?? ''}\n`);
  else await deps.stderr.write('Run it again with --debug for what a report of this fault needs.\n');
}
