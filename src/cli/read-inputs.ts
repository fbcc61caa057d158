import type { ReadItem } from '../core/meeting/reading.ts';
import { type ReadOptions, readCalendar } from '../providers/files/read-calendar.ts';
import type { CliDeps, InputFile } from './cli-deps.ts';
import { fileProblem } from './file-errors.ts';

/** One file, read to its end or to where it broke. */
export interface ReadInput {
  /** As it was named on the command line; `standard input` for `-`. */
  readonly name: string;
  readonly items: readonly ReadItem[];
}

const standardInput = '-';

/**
 * Reads files one after the other, in the order in which they were named. A file that cannot be opened, or breaks
 * while it is read, costs nothing else: it gives a refused item.
 */
export async function readInputs(
  deps: CliDeps,
  names: readonly string[],
  window: ReadOptions['window'],
): Promise<readonly ReadInput[]> {
  const inputs: ReadInput[] = [];
  let standardInputTaken = false;
  for (const name of names) {
    if (name === standardInput && standardInputTaken) {
      inputs.push(refusedInput(name, 'standard input can be read only once', 'name it once'));
      continue;
    }
    standardInputTaken ||= name === standardInput;
    inputs.push(await readInput(deps, name, window));
  }
  return inputs;
}

async function readInput(deps: CliDeps, path: string, window: ReadOptions['window']): Promise<ReadInput> {
  const name = path === standardInput ? 'standard input' : path;
  const items: ReadItem[] = [];
  try {
    const { chunks, sizeBytes } = await open(deps, path);
    const progress = deps.startProgress(name, sizeBytes);
    try {
      for await (const item of readCalendar(chunks, { name, window, onBytes: progress.update }))
        items.push(item);
    } finally {
      progress.stop();
    }
  } catch (error) {
    const problem = fileProblem(error, name);
    if (!problem) throw error;
    items.push({ kind: 'refused', problem });
  }
  return { name, items };
}

function open(deps: CliDeps, path: string): Promise<InputFile> {
  if (path !== standardInput) return deps.openFile(path);
  return Promise.resolve({ chunks: deps.stdin(), sizeBytes: 0 });
}

function refusedInput(name: string, what: string, remedy: string): ReadInput {
  return { name, items: [{ kind: 'refused', problem: { place: name, what, remedy } }] };
}
