import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { importedBody } from '../../../src/sandbox/google/docs-import.ts';
import {
  type DocumentBody,
  emptyBody,
  linesOf,
  withBullets,
  withText,
  withTextStyle,
} from '../../../src/sandbox/google/docs-model.ts';

/** The style of every unit, one by one: what the runs stand for. */
function stylesOf({ runs }: DocumentBody): readonly unknown[] {
  return runs.flatMap(({ length, style }) => Array.from({ length }, () => style.mark));
}

const text = fc.string({ unit: fc.constantFrom('a', '\t', '\n'), minLength: 1, maxLength: 12 });
const span = fc.tuple(fc.nat(30), fc.nat(30));
const within = ([a, b]: readonly [number, number], length: number) => {
  const from = Math.min(a, b) % length;
  return { from, to: Math.max(from + 1, Math.min(length, Math.max(a, b))) };
};

describe('the body of a document', () => {
  it('styles exactly the units of a span', () => {
    fc.assert(
      fc.property(text, fc.array(span, { maxLength: 5 }), (words, spans) => {
        let body = withText(emptyBody, 0, words);
        const expected: unknown[] = Array.from({ length: body.text.length }, () => undefined);
        for (const [mark, pair] of spans.entries()) {
          const { from, to } = within(pair, body.text.length);
          body = withTextStyle(body, { from, to }, (style) => ({ ...style, mark }));
          expected.fill(mark, from, to);
        }
        expect(stylesOf(body)).toEqual(expected);
      }),
    );
  });

  it('takes leading tabs away with their styles, and tells from them how deep an item is', () => {
    fc.assert(
      fc.property(text, span, span, (words, styled, listed) => {
        const whole = withText(emptyBody, 0, words);
        const plain = withTextStyle(whole, within(styled, whole.text.length), () => ({ mark: 1 }));
        const { from, to } = within(listed, plain.text.length);
        const body = withBullets(plain, { from, to }, 'list', 'BULLET_CHECKBOX');
        let at = 0;
        const expected = linesOf(plain.text).map((line) => {
          const start = at;
          at += line.length;
          const isListed = start < to && at > from;
          const depth = isListed ? line.split('').findIndex((unit) => unit !== '\t') : 0;
          return {
            line: line.slice(depth),
            level: isListed ? depth : null,
            kept: [start + depth, at] as const,
          };
        });
        expect(linesOf(body.text)).toEqual(expected.map(({ line }) => line));
        expect(body.paragraphs.map(({ bullet }) => bullet?.level ?? null)).toEqual(
          expected.map(({ level }) => level),
        );
        expect(stylesOf(body)).toEqual(expected.flatMap(({ kept }) => stylesOf(plain).slice(...kept)));
      }),
    );
  });

  it('gives typed text the style before it, and new paragraphs that of their own', () => {
    const bold = withTextStyle(withText(emptyBody, 0, 'ab'), { from: 0, to: 1 }, () => ({ mark: 'bold' }));
    expect(stylesOf(withText(bold, 1, 'X'))).toEqual(['bold', 'bold', undefined, undefined]);
    const listed = withBullets(bold, { from: 0, to: 1 }, 'list', 'BULLET_CHECKBOX');
    expect(withText(listed, 1, '\n').paragraphs.map(({ bullet }) => bullet?.listId)).toEqual([
      'list',
      'list',
    ]);
  });
});

describe('importedBody', () => {
  it('reads headings and items of Markdown only', () => {
    const source = '## Goal\r\n\r\n- one\n* two\n#none\n';
    const markdown = importedBody(source, 'text/markdown', 'list');
    expect(markdown.text).toBe('Goal\none\ntwo\n#none\n');
    expect(markdown.paragraphs.map(({ style, bullet }) => [style.namedStyleType, bullet?.listId])).toEqual([
      ['HEADING_2', undefined],
      ['NORMAL_TEXT', 'list'],
      ['NORMAL_TEXT', 'list'],
      ['NORMAL_TEXT', undefined],
    ]);
    expect(importedBody('', 'text/markdown', 'list')).toMatchObject({ text: '\n', lists: {} });
    expect(importedBody(source, 'text/plain', 'list').text).toBe('## Goal\n\n- one\n* two\n#none\n\n');
  });
});
