import type { ReadProblem } from '../core/meeting/reading.ts';
import { displayText } from '../front/plain-text.ts';
import type { CliDeps } from './cli-deps.ts';

/** Longer parts of a message are cut: they come from files, and a file may hold anything. */
const longestPart = 300;
/** Of notes that say the same of different places, so many are told one by one. */
const mostAlike = 5;
const mostKinds = 1000;

/** Says on standard error what was refused, where, and what to do. */
export async function sayRefused(deps: CliDeps, problems: readonly ReadProblem[]): Promise<void> {
  for (const { place, what, remedy } of problems) {
    await deps.stderr.write(`refused: ${part(place)}: ${part(what)}; ${part(remedy)}\n`);
  }
}

/** Says notes one after the other; many of a kind are counted and told at the end. */
export interface Notes {
  readonly say: (problem: ReadProblem) => Promise<void>;
  readonly end: () => Promise<void>;
}

export function createNotes(deps: CliDeps): Notes {
  const seen = new Map<string, number>();
  return {
    say: async ({ place, what, remedy }) => {
      const count = (seen.get(what) ?? 0) + 1;
      // A file may bring a million kinds of trouble; a list of them is of no use to anybody.
      if (seen.size < mostKinds || seen.has(what)) seen.set(what, count);
      if (count <= mostAlike && seen.has(what)) {
        await deps.stderr.write(`note: ${part(place)}: ${part(what)}; ${part(remedy)}\n`);
      }
    },
    end: async () => {
      for (const [what, count] of seen) {
        if (count > mostAlike)
          await deps.stderr.write(`note: ${part(what)}: ${count - mostAlike} more places\n`);
      }
      if (seen.size >= mostKinds) await deps.stderr.write('note: other kinds of notes are left out\n');
    },
  };
}

/** Says on standard error what was understood but deserves a word. */
export async function sayNotes(deps: CliDeps, problems: readonly ReadProblem[]): Promise<void> {
  const notes = createNotes(deps);
  for (const problem of problems) await notes.say(problem);
  await notes.end();
}

function part(text: string): string {
  return displayText(text, longestPart);
}
