import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayText } from '../../src/front/plain-text.ts';

describe('text for display', () => {
  it.each([
    ['stays as it is', 'Design review', 'Design review'],
    ['is one line', ' a\r\n\tb\u2028c ', 'a b c'],
    ['has no control characters', 'a\u0000b\u001b[31mc\u009b', 'a b [31mc'],
    ['has no direction overrides', 'invoice\u202efdp.exe\u2069\u200f', 'invoicefdp.exe'],
    ['has nothing of no width', '\ufeffa\u200b\u2060b\u{e0041}', 'ab'],
    ['keeps a word whole around a soft hyphen', 'Be\u00adsprechung', 'Besprechung'],
    ['has no half of a character', 'a\ud83d', 'a\ufffd'],
    ['keeps other scripts and joined emoji', 'שלום 会议 👩‍👧', 'שלום 会议 👩‍👧'],
  ])('%s', (_name, text, shown) => {
    expect(displayText(text, 40)).toBe(shown);
  });

  it('is cut at whole characters, with a sign that it was', () => {
    expect(displayText('abcdef', 6)).toBe('abcdef');
    expect(displayText('abcdefg', 6)).toBe('abcde…');
    expect(displayText('👩‍👧👩‍👧👩‍👧', 2)).toBe('👩‍👧…');
    expect(displayText('👩‍👧👩‍👧👩‍👧', 3)).toBe('👩‍👧👩‍👧👩‍👧');
  });

  it('does not let marks pile up', () => {
    expect(displayText(`a${'\u0301'.repeat(500)}b`, 10).normalize('NFD').length).toBeLessThan(8);
  });

  it('cuts a megabyte short, and says that there was more', () => {
    expect(displayText(' '.repeat(1_000_000), 20)).toBe('…');
    expect(displayText('a\u0301'.repeat(500_000), 20)).toBe(`${'a\u0301'.repeat(19)}…`);
  });

  it('is never longer than asked for, whatever it is', () => {
    const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 1, max: 30 }),
        (text, length) => {
          const shown = displayText(text, length);
          expect([...segments.segment(shown)].length).toBeLessThanOrEqual(length);
          expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        },
      ),
    );
  });
});
