import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';

export async function runStart(_deps: CliDeps): Promise<ExitStatus> {
  return exitStatus.ok;
}
