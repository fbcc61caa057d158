import type { ReadItem } from '../core/meeting/reading.ts';
import { type ReadOptions, readCalendar } from '../providers/files/read-calendar.ts';
import type { CliDeps, InputFile } from './cli-deps.ts';
import { fileProblem } from './file-errors.ts';

/** One file of the command line, not yet read. */
export interface Input {
  /** As it was named; `standard input` for `-`. */
  readonly name: string;
  /**
   * Reads it, once. A file that cannot be opened, or breaks while it is read, gives a refused item: it costs
   * nothing else.
   */
  readonly items: () => AsyncGenerator<ReadItem>;
}

const standardInput = '-';

/** The files in the order in which they were named. */
export function namedInputs(
  deps: CliDeps,
  names: readonly string[],
  window: ReadOptions['window'],
): readonly Input[] {
  const firstDash = names.indexOf(standardInput);
  return names.map((path, index) => {
    const name = path === standardInput ? 'standard input' : path;
    const taken = path === standardInput && index !== firstDash;
    return { name, items: () => (taken ? readAgain(name) : readInput(deps, path, name, window)) };
  });
}

/** Everything of all files, for those who need it at once. */
export async function readAll(inputs: readonly Input[]): Promise<readonly ReadItem[]> {
  const items: ReadItem[] = [];
  for (const input of inputs) {
    for await (const item of input.items()) items.push(item);
  }
  return items;
}

async function* readAgain(name: string): AsyncGenerator<ReadItem> {
  const problem = { place: name, what: 'standard input can be read only once', remedy: 'name it once' };
  yield { kind: 'refused', problem };
}

async function* readInput(
  deps: CliDeps,
  path: string,
  name: string,
  window: ReadOptions['window'],
): AsyncGenerator<ReadItem> {
  try {
    const { chunks, sizeBytes } = await open(deps, path);
    const progress = deps.startProgress(name, sizeBytes);
    try {
      yield* readCalendar(chunks, { name, window, sizeBytes, onBytes: progress.update });
    } finally {
      progress.stop();
    }
  } catch (error) {
    const problem = fileProblem(error, name);
    if (!problem) throw error;
    yield { kind: 'refused', problem };
  }
}

function open(deps: CliDeps, path: string): Promise<InputFile> {
  if (path !== standardInput) return deps.openFile(path);
  return Promise.resolve({ chunks: deps.stdin(), sizeBytes: 0 });
}
