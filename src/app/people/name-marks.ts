import { isWrittenLikeName } from './name-rules.ts';

/** Names in a text are looked for in its beginning; nobody reads on. */
const longestRead = 20_000;
const mostWords = 5;
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*\.?/gu;

/** What a name is remembered by, apart from addresses: the same for any spelling of its letters and spaces. */
export function markOfName(name: string): string {
  return `name:${name.trim().toLowerCase().replace(/\s+/gu, ' ')}`;
}

/** Everything in the texts of a value that is written like a name, by its mark. Linear: a name has few words. */
export function namesIn(value: unknown, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (typeof value === 'string') collect(value.slice(0, longestRead), found);
  else if (value !== null && typeof value === 'object')
    for (const part of Object.values(value)) namesIn(part, found);
  return found;
}

function collect(text: string, found: Map<string, string>): void {
  const words = [...text.matchAll(word)];
  for (const [index, { index: start }] of words.entries())
    for (const last of words.slice(index, index + mostWords)) {
      const name = text.slice(start, last.index + last[0].length);
      if (isWrittenLikeName(name)) found.set(markOfName(name), name);
    }
}
