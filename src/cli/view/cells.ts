import stringWidth from 'string-width';

/** Cells of a terminal that a text takes: wide characters and emoji take two. */
export function cellsOf(text: string): number {
  return stringWidth(text);
}

/** Fills a text up with blanks to `cells`. */
export function padCells(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - cellsOf(text)));
}

/** Cuts a text to at most `cells`; the last one is `…` where something was cut. Never splits a character. */
export function cutCells(text: string, cells: number): string {
  if (cellsOf(text) <= cells) return text;
  let kept = '';
  let taken = 0;
  for (const { segment } of segmenter.segment(text)) {
    taken += cellsOf(segment);
    if (taken > cells - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks a text between words into lines of at most `cells`; a word that is longer is broken inside. */
export function wrapCells(text: string, cells: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => breakWord(each, cells))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (cellsOf(longer) <= cells) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function breakWord(word: string, cells: number): string[] {
  if (cellsOf(word) <= cells) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of segmenter.segment(word)) {
    if (piece !== '' && cellsOf(piece + segment) > cells) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
