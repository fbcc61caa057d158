import type { ReadProblem } from '../core/meeting/reading.ts';

/** `NAME=VALUE` of an option, or `NAME` alone. */
export interface Entry {
  readonly name: string;
  /** Null where nothing stands behind the name. */
  readonly value: string | null;
}

/** The entries of an option, and what is wrong with it. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly problems: readonly ReadProblem[];
}

const longestQuoted = 80;

/**
 * Splits an option that lists `NAME=VALUE` at commas and each entry at its last `=`; blanks around the parts do
 * not count. An option may be given several times.
 */
export function parseEntries(option: string, given: readonly string[]): Entries {
  const texts = given.flatMap((each) => each.split(',')).map((text) => text.trim());
  const entries = texts.filter((text) => text !== '').map(entryOf);
  const nameless = entries.filter(({ name }) => name === '');
  return {
    entries: entries.filter(({ name }) => name !== ''),
    problems: nameless.map(({ value }) => ({
      place: option,
      what: `${quoted(`=${value ?? ''}`)} names nobody`,
      remedy: 'write a name before the =, for example Ann=Europe/Paris',
    })),
  };
}

/** Like `parseEntries` for an option whose values may hold commas and that names one person each time it is given. */
export function parseSingleEntries(option: string, given: readonly string[], sample: string): Entries {
  const entries = given.map((text) => {
    const at = text.indexOf('=');
    return { name: text.slice(0, Math.max(0, at)).trim(), value: text.slice(at + 1).trim(), text };
  });
  const isWhole = ({ name, value }: (typeof entries)[number]) => name !== '' && value !== '';
  return {
    entries: entries.filter(isWhole).map(({ name, value }) => ({ name, value })),
    problems: entries
      .filter((entry) => !isWhole(entry))
      .map(({ text }) => ({
        place: option,
        what: `${quoted(text)} does not say whose it is`,
        remedy: `give NAME=VALUE, for example ${sample}`,
      })),
  };
}

/** A text of the command line as messages show it. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > longestQuoted ? `${text.slice(0, longestQuoted)}…` : text);
}

function entryOf(text: string): Entry {
  const at = text.lastIndexOf('=');
  if (at < 0) return { name: text, value: null };
  return { name: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}
