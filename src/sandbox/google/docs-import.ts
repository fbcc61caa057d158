import type { DocumentBody } from './docs-model.ts';

/** What Drive converts to a document in the sandbox: source type to targets, as in `about.importFormats`. */
export const importFormats: Readonly<Record<string, readonly string[]>> = {
  'text/markdown': ['application/vnd.google-apps.document'],
  'text/plain': ['application/vnd.google-apps.document'],
};

const blank = /^\s*$/;
const heading = /^(#{1,6}) (.*)$/;
const item = /^[-*] (.*)$/;

/** A document from uploaded text. Of Markdown, headings, flat lists and paragraphs are understood. */
export function importedBody(source: string, mimeType: string, listId: string): DocumentBody {
  const isMarkdown = mimeType === 'text/markdown';
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const kept = isMarkdown ? lines.filter((line) => !blank.test(line)) : lines;
  const blocks = (kept.length === 0 ? [''] : kept).map((line) => (isMarkdown ? blockOf(line) : plain(line)));
  const text = blocks.map((block) => `${block.text}\n`).join('');
  return {
    text,
    runs: [{ length: text.length, style: {} }],
    paragraphs: blocks.map(({ style, isItem }) => ({
      style: { namedStyleType: style },
      bullet: isItem ? { listId, level: 0 } : null,
    })),
    lists: blocks.some(({ isItem }) => isItem) ? { [listId]: 'BULLET_DISC_CIRCLE_SQUARE' } : {},
  };
}

function blockOf(line: string) {
  const [, marks, title] = heading.exec(line) ?? [];
  if (marks !== undefined && title !== undefined) {
    return { text: title, style: `HEADING_${marks.length}`, isItem: false };
  }
  const [, words] = item.exec(line) ?? [];
  return words === undefined ? plain(line) : { ...plain(words), isItem: true };
}

function plain(text: string) {
  return { text, style: 'NORMAL_TEXT', isItem: false };
}
