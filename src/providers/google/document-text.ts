import type { docs_v1 } from 'googleapis/build/src/apis/docs/index.js';
import type { NewDocument } from '../../app/ports/mail-and-documents.ts';

type Request = docs_v1.Schema$Request;
type Block = NewDocument['blocks'][number];

/**
 * The requests that write blocks into an empty document: all text in one piece, then the styles. Indices count UTF-16
 * code units and a body begins at 1. A tab before a bullet would nest it and vanish, a line end would end the
 * paragraph, and characters that Docs drops would shift what follows: each becomes a space or goes.
 * Source: developers.google.com/workspace/docs/api/reference/rest/v1/documents/request (InsertTextRequest)
 */
export function documentRequests(blocks: readonly Block[]): Request[] {
  if (blocks.length === 0) return [];
  const paragraphs = placed(blocks);
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  const headings = paragraphs
    .filter(({ kind }) => kind === 'heading')
    .map(
      ({ range }): Request => ({
        updateParagraphStyle: {
          range,
          paragraphStyle: { namedStyleType: 'HEADING_2' },
          fields: 'namedStyleType',
        },
      }),
    );
  const bullets = bulletRuns(paragraphs).map(
    (range): Request => ({ createParagraphBullets: { range, bulletPreset: 'BULLET_DISC_CIRCLE_SQUARE' } }),
  );
  const insert: Request[] = text === '' ? [] : [{ insertText: { location: { index: 1 }, text } }];
  return [...insert, ...headings, ...bullets];
}

interface Range {
  readonly startIndex: number;
  readonly endIndex: number;
}

interface Paragraph extends Block {
  readonly range: Range;
}

function placed(blocks: readonly Block[]): Paragraph[] {
  let startIndex = 1;
  return blocks.map(({ kind, text }) => {
    const plain = plainText(text);
    // A style holds for every paragraph that the range touches; its line end alone is enough.
    const range = { startIndex, endIndex: startIndex + Math.max(plain.length, 1) };
    startIndex += plain.length + 1;
    return { kind, text: plain, range };
  });
}

/** Neighbouring bullets are one list. */
function bulletRuns(paragraphs: readonly Paragraph[]): Range[] {
  const runs: { startIndex: number; endIndex: number }[] = [];
  let open = false;
  for (const { kind, range } of paragraphs) {
    const last = runs.at(-1);
    if (kind !== 'bullet') open = false;
    else if (open && last) last.endIndex = range.endIndex;
    else {
      runs.push({ ...range });
      open = true;
    }
  }
  return runs;
}

function plainText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\s\u0085]+/g, ' ')
      // Docs drops control characters and the private use area of the first plane.
      .replace(/[\p{Cc}\uE000-\uF8FF]/gu, '')
      .trim()
  );
}
