import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizeWord, tokenize } from '../../../../src/core/signals/wording/tokens.ts';
import { anyText } from '../../../support/any-text.ts';

const norms = (text: string): string[] => tokenize(text).map(({ norm }) => norm);

/** Any UTF-16, lone surrogates included, seasoned with what tokenizing could trip over. */
const seasonedText = fc
  .array(
    fc.oneof(
      anyText({ maxLength: 8 }),
      fc.constantFrom(
        '\ud83c',
        '\udf89',
        '\u0301',
        "'",
        '’',
        'ß',
        'İ',
        'Straße',
        '会議',
        'ー',
        '👩‍👩‍👧',
        ' ',
        '\n',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('words', () => {
  it.each([
    ['Café Übergabe', ['cafe', 'ubergabe']],
    ['Straße, Łódź, smørrebrød', ['strasse', 'lodz', 'smorrebrod']],
    ["don't DON’T", ['dont', 'dont']],
    ["'quoted' rock'n'roll dogs'", ['quoted', 'rocknroll', 'dogs']],
    ['sign-off v2.1', ['sign', 'off', 'v2', '1']],
    ['新人ランチ', ['新', '人', 'ラ', 'ン', 'チ']],
    ['Sam様', ['sam', '様']],
    ['🎉party🎉', ['party']],
    ['', []],
    [' \n\t— … !', []],
  ])('of %j are %j', (text, expected) => {
    expect(norms(text)).toEqual(expected);
  });

  it('of composed and decomposed accents are the same', () => {
    expect(norms('Überprüfung'.normalize('NFD'))).toEqual(norms('Überprüfung'.normalize('NFC')));
  });

  it('of more than forty characters are left out, and the next one is read', () => {
    expect(norms(`${'a'.repeat(40)} ${'b'.repeat(41)} end`)).toEqual(['a'.repeat(40), 'end']);
  });
});

describe('places of words', () => {
  it('are verbatim text of any string, in order, without overlaps', () => {
    fc.assert(
      fc.property(seasonedText, (text) => {
        let last = 0;
        for (const { norm, start, end } of tokenize(text)) {
          expect(normalizeWord(text.slice(start, end))).toBe(norm);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('inside a window are offsets into the whole text', () => {
    const text = 'before [the window] after';
    expect(tokenize(text, 8, 18).map(({ start, end }) => text.slice(start, end))).toEqual(['the', 'window']);
  });

  it('never leave the window that was asked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
        fc.nat(40),
        fc.nat(40),
        (text, a, b) => {
          const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
          for (const { start, end } of tokenize(text, from, to)) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(end).toBeLessThanOrEqual(to);
          }
        },
      ),
      { seed: 1 },
    );
  });
});

describe('hostile text', () => {
  it.each([
    ['one endless word', 'a'.repeat(1_000_000), 0],
    ['a million apostrophes', "'".repeat(1_000_000), 0],
    ['apostrophes between letters', "a'".repeat(500_000), 0],
    ['half emoji', '\ud83c'.repeat(1_000_000), 0],
    ['accents without a letter', '\u0301'.repeat(1_000_000), 0],
    ['a million ideographs', '会'.repeat(1_000_000), 1_000_000],
  ])('of %s is read', (_, text, words) => {
    expect(tokenize(text)).toHaveLength(words);
  });
});
