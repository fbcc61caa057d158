import type { ReadProblem } from '../core/meeting/reading.ts';
import type { CliDeps } from './cli-deps.ts';
import { fileProblem } from './file-errors.ts';

/**
 * Writes a file that the user asked for and says so on standard error.
 *
 * @returns what the file system refused; null where the file stands
 */
export async function writeOutput(
  deps: CliDeps,
  path: string,
  text: string,
  said: string,
): Promise<ReadProblem | null> {
  try {
    await deps.writeFile(path, text);
  } catch (error) {
    const problem = fileProblem(error, path);
    if (!problem) throw error;
    const isFolderMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isFolderMissing
      ? { ...problem, what: 'its folder does not exist', remedy: 'create the folder, or name another place' }
      : problem;
  }
  await deps.stderr.write(`${said} ${path}\n`);
  return null;
}
