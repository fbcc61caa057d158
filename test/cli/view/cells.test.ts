import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { barChart } from '../../../src/cli/view/bars.ts';
import { cutCells, padCells, wrapCells } from '../../../src/cli/view/cells.ts';

const text = fc.string({ unit: 'grapheme' }).map((each) => each.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' '));
const cells = fc.integer({ min: 4, max: 60 });

describe('cells of a terminal', () => {
  it('cut to the width, and never inside a character', () => {
    expect(cutCells('設計レビュー', 7)).toBe('設計レ…');
    expect(cutCells('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3)).toBe('👩‍👩‍👧‍👦…');
    expect(cutCells('short', 5)).toBe('short');
    fc.assert(fc.property(text, cells, (each, width) => stringWidth(cutCells(each, width)) <= width));
  });

  it('wrap between words, breaking only what is too long', () => {
    expect(wrapCells('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapCells('abcdefgh ij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    fc.assert(
      fc.property(text, cells, (each, width) => {
        const lines = wrapCells(each, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(each.replaceAll(' ', ''));
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('pad by what is seen', () => {
    expect(padCells('設計', 6)).toBe('設計  ');
    expect(padCells('\u001b[31mred\u001b[39m', 5)).toBe('\u001b[31mred\u001b[39m  ');
  });
});

describe('barChart', () => {
  it('fills the width with the largest, in eighths of a cell', () => {
    const bars = barChart(
      [
        { label: 'a', value: 8, text: '8 h' },
        { label: 'bb', value: 3, text: '3 h' },
        { label: 'c', value: 0, text: '0 h' },
      ],
      4,
    );
    expect(bars).toEqual(['a   ████  8 h', 'bb  █▌    3 h', 'c         0 h']);
  });

  it('draws nothing of nothing', () => {
    expect(barChart([], 4)).toEqual([]);
    expect(barChart([{ label: 'a', value: 0, text: '0 h' }], 2)).toEqual(['a      0 h']);
  });
});
