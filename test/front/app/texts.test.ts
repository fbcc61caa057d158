import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';

/** Every text of one language by its key; what a function makes is made with values that are easy to find. */
function written(value: unknown, key = ''): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value === 'function') return [[key, made(value as (...given: unknown[]) => unknown)]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([part, inner]) =>
    written(inner, key === '' ? part : `${key}.${part}`),
  );
}

/** What a function of words says; one that takes something richer than a word or a number is left to its own test. */
function made(words: (...given: unknown[]) => unknown): string {
  for (const given of ['Nora', 2, ['Nora']]) {
    try {
      const text = words(given, given, given, given);
      if (typeof text === 'string') return text;
    } catch {
      // It wanted the next one.
    }
  }
  return 'made of something richer';
}

type Both = Readonly<Record<'en' | 'de', unknown>>;

const isBoth = (value: unknown): value is Both =>
  typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'de,en';

const folder = path.resolve('src/front/app');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('-texts.ts'),
);

/** Words that are the same in both languages: names, and what German took over. */
const shared = /^[\W\d]*$|^(Name|Start|Team|Google|Outlook|Text|Sandbox|made of something richer)/;

/** Words that stand in nearly every sentence of one language and in none of the other. */
const english = /\b(the|and|with|your|you|were|this|that|has|have|been|from|which)\b/i;
const german = /\b(der|und|mit|ist|nicht|wird|wurde|auf|ein|eine|einer|für|von|dem|den|sich)\b|[äöüß]/i;

let found = 0;

describe.each(files)('%s', (file) => {
  it('says everything in both languages, each in its own', async () => {
    const module: object = await import(pathToFileURL(path.join(folder, file)).href);
    const tables = Object.values(module).filter(isBoth);
    for (const { en, de } of tables) {
      const [inEnglish, inGerman] = [written(en), written(de)];
      expect(inGerman.map(([key]) => key)).toEqual(inEnglish.map(([key]) => key));
      const germanOf = new Map(inGerman);
      const faults = inEnglish.flatMap(([key, text]) => faultsOf(key, text, germanOf.get(key) ?? ''));
      expect(faults).toEqual([]);
    }
    found += tables.length;
  });
});

// Some files keep their table to themselves; that most of them do not is what this test lives on.
it('the tables of texts are found', () => {
  expect(found).toBeGreaterThanOrEqual(files.length / 2);
});

function faultsOf(key: string, inEnglish: string, inGerman: string): string[] {
  if (inEnglish.trim() !== '' && inGerman.trim() === '') return [`${key} says nothing in German`];
  const isLong = inEnglish.length > 25;
  return [
    isLong && inEnglish === inGerman && !shared.test(inEnglish)
      ? `${key} is not translated: ${inEnglish}`
      : null,
    german.test(inEnglish) ? `${key} is German: ${inEnglish}` : null,
    english.test(inGerman) ? `${key} is English: ${inGerman}` : null,
  ].filter((fault) => fault !== null);
}
