import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Lexicon } from '../../../../src/core/signals/wording/lexicon.ts';
import { tokenize } from '../../../../src/core/signals/wording/tokens.ts';

/** What was found, as `concept: the words`. */
function found(phrases: Record<string, readonly string[]>, text: string): string[] {
  const tokens = tokenize(text);
  return new Lexicon(phrases)
    .match(tokens)
    .map(
      ({ concept, from, to }) =>
        `${concept}: ${tokens
          .slice(from, to)
          .map(({ norm }) => norm)
          .join(' ')}`,
    )
    .sort();
}

describe('phrases', () => {
  it.each([
    ['exact words', { a: ['sign off'] }, 'Please sign-off today, sign the off', ['a: sign off']],
    ['a word by its beginning', { a: ['kundig*'] }, 'Kündigung, gekündigt', ['a: kundigung']],
    [
      'a word by its ending',
      { a: ['*gesprach'] },
      'Feedbackgespräch, Gesprächsnotiz',
      ['a: feedbackgesprach'],
    ],
    [
      'an affix inside a phrase',
      { a: ['read* the *doc'] },
      'reading the designdoc',
      ['a: reading the designdoc'],
    ],
    ['the affix itself', { a: ['plan*'] }, 'plan', ['a: plan']],
    ['CJK character by character', { a: ['報 告'] }, '月次報告会', ['a: 報 告']],
    [
      'two concepts at one place',
      { a: ['stand up'], b: ['stand up'] },
      'stand up',
      ['a: stand up', 'b: stand up'],
    ],
    [
      'phrases that overlap',
      { a: ['read the doc'], b: ['the doc here'] },
      'read the doc here',
      ['a: read the doc', 'b: the doc here'],
    ],
    [
      'a phrase inside a longer one',
      { a: ['doc'], b: ['doc review'] },
      'doc review',
      ['a: doc', 'b: doc review'],
    ],
    ['a phrase each time it stands', { a: ['no'] }, 'no no', ['a: no', 'a: no']],
    ['nothing in nothing', { a: ['no'] }, '', []],
    ['no phrase that the text breaks off', { a: ['sign off now'] }, 'please sign off', []],
    ['no concept called like a built-in', { a: ['x'] }, '__proto__ constructor', []],
  ])('match %s', (_, phrases, text, expected) => {
    expect(found(phrases, text)).toEqual(expected);
  });

  it('may name a concept like a property of every object', () => {
    expect(found(Object.fromEntries([['constructor', ['x']]]), 'x')).toEqual(['constructor: x']);
  });

  it('are found wherever they stand in any text, and never past its end', () => {
    const word = fc.constantFrom('read', 'the', 'doc', 'now', 'x');
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 12 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        (text, phrase) => {
          const tokens = tokenize(text.join(' '));
          const starts = text.flatMap((_, at) =>
            phrase.every((each, step) => text[at + step] === each) ? [at] : [],
          );
          const matches = new Lexicon({ a: [phrase.join(' ')] }).match(tokens);
          expect(matches.map(({ from }) => from)).toEqual(starts);
          expect(matches.every(({ from, to }) => to === from + phrase.length && to <= tokens.length)).toBe(
            true,
          );
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});
