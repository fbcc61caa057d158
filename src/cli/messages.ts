import type { ReadProblem } from '../core/meeting/reading.ts';
import { displayText } from '../front/plain-text.ts';
import type { CliDeps } from './cli-deps.ts';

/** Longer parts of a message are cut: they come from files, and a file may hold anything. */
const longestPart = 300;
/** Of notes that say the same of different places, so many are told one by one. */
const mostAlike = 5;

/** Says on standard error what was refused, where, and what to do. */
export async function sayRefused(deps: CliDeps, problems: readonly ReadProblem[]): Promise<void> {
  for (const { place, what, remedy } of problems) {
    await deps.stderr.write(`refused: ${part(place)}: ${part(what)}; ${part(remedy)}\n`);
  }
}

/** Says on standard error what was understood but deserves a word; many of a kind are counted. */
export async function sayNotes(deps: CliDeps, problems: readonly ReadProblem[]): Promise<void> {
  for (const [what, alike] of Map.groupBy(problems, ({ what }) => what)) {
    for (const { place, remedy } of alike.slice(0, mostAlike)) {
      await deps.stderr.write(`note: ${part(place)}: ${part(what)}; ${part(remedy)}\n`);
    }
    if (alike.length > mostAlike) {
      await deps.stderr.write(`note: ${part(what)}: ${alike.length - mostAlike} more places\n`);
    }
  }
}

/** One sentence on standard error. */
export async function sayNote(deps: CliDeps, sentence: string): Promise<void> {
  await deps.stderr.write(`note: ${part(sentence)}\n`);
}

function part(text: string): string {
  return displayText(text, longestPart);
}
