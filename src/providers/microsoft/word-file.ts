import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { NewDocument } from '../../app/ports/mail-and-documents.ts';

/** More text than this is no document that somebody reads. */
const maxBlockChars = 200_000;
/** Characters that XML 1.0 has no place for (section 2.2), but for line breaks and tabs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A Word document of the title and the blocks; all text as text. */
export function wordFile({ title, blocks }: NewDocument): Promise<Buffer> {
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(title) }),
    ...blocks.map(({ kind, text }) => {
      const runs = runsOf(text);
      if (kind === 'heading') return new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs });
      return new Paragraph({ children: runs, ...(kind === 'bullet' ? { bullet: { level: 0 } } : {}) });
    }),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** Line breaks within a block stay line breaks. */
function runsOf(text: string): TextRun[] {
  return text
    .slice(0, maxBlockChars)
    .toWellFormed()
    .replaceAll(notInXml, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => new TextRun({ text: line, ...(index === 0 ? {} : { break: 1 }) }));
}
