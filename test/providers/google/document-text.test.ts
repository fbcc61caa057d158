import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { documentRequests } from '../../../src/providers/google/document-text.ts';
import { anyText } from '../../support/any-text.ts';

type Blocks = Parameters<typeof documentRequests>[0];

/** What a style touches in the text that was inserted. */
function styled(blocks: Blocks) {
  const requests = documentRequests(blocks);
  const text = requests[0]?.insertText?.text ?? '';
  const at = (range?: { startIndex?: number | null; endIndex?: number | null }) =>
    text.slice((range?.startIndex ?? 0) - 1, (range?.endIndex ?? 0) - 1);
  return {
    text,
    headings: requests.flatMap(({ updateParagraphStyle: style }) => (style ? at(style.range) : [])),
    bullets: requests.flatMap(({ createParagraphBullets: made }) => (made ? at(made.range) : [])),
  };
}

describe('requests for a document', () => {
  it('inserts everything first and styles by index', () => {
    expect(
      styled([
        { kind: 'heading', text: 'Goal' },
        { kind: 'paragraph', text: 'Decide.' },
        { kind: 'bullet', text: 'one' },
        { kind: 'bullet', text: 'two' },
        { kind: 'paragraph', text: 'and' },
        { kind: 'bullet', text: 'three' },
      ]),
    ).toEqual({
      text: 'Goal\nDecide.\none\ntwo\nand\nthree',
      headings: ['Goal'],
      bullets: ['one\ntwo', 'three'],
    });
  });

  it('counts UTF-16 code units', () => {
    expect(
      styled([
        { kind: 'paragraph', text: '👩‍👩‍👧 café' },
        { kind: 'heading', text: 'Plan' },
      ]).headings,
    ).toEqual(['Plan']);
  });

  it('leaves nothing that Docs would drop, nest or break', () => {
    const hostile = '\t\ta\u0000b\r\nc\u000b\u2028d\uE000e\uD800\tf';
    expect(styled([{ kind: 'bullet', text: hostile }]).text).toBe('ab c de\uFFFD f');
  });

  it('styles an empty paragraph by its line end', () => {
    const requests = documentRequests([
      { kind: 'heading', text: '' },
      { kind: 'paragraph', text: 'x' },
    ]);
    expect(requests[1]?.updateParagraphStyle?.range).toEqual({ startIndex: 1, endIndex: 2 });
  });

  it('asks for nothing where there is nothing', () => {
    expect(documentRequests([])).toEqual([]);
    expect(documentRequests([{ kind: 'paragraph', text: ' \n' }])).toEqual([]);
  });

  it('keeps every range inside the document and on whole blocks', () => {
    const block = fc.record({
      kind: fc.constantFrom('heading' as const, 'paragraph' as const, 'bullet' as const),
      text: anyText({ maxLength: 30 }),
    });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const { text, headings, bullets } = styled(blocks);
        const lines = text.split('\n');
        expect(text).not.toMatch(/[\t\r\v\f]/);
        expect(text.isWellFormed()).toBe(true);
        if (text !== '') expect(lines).toHaveLength(blocks.length);
        const ofKind = (kind: string) => lines.filter((_, index) => blocks[index]?.kind === kind);
        const content = (ranges: string[]) =>
          ranges.flatMap((range) => range.split('\n')).filter((line) => line !== '');
        expect(content(headings)).toEqual(ofKind('heading').filter((line) => line !== ''));
        expect(content(bullets)).toEqual(ofKind('bullet').filter((line) => line !== ''));
      }),
    );
  });
});
