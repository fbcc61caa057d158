import { displayText } from '../../front/plain-text.ts';
import { wrapCells } from './cells.ts';
import type { Palette } from './palette.ts';

const longestSentence = 600;
/** Text is never squeezed into less than this, however far it is indented. */
const leastCells = 8;

/** Sections with a blank line between them. */
export function joinSections(sections: readonly (readonly string[])[]): string {
  const shown = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${shown.join('\n\n')}\n`;
}

/** Warnings as sentences. */
export function warningLines(
  warnings: readonly { readonly because: string }[],
  columns: number,
  palette: Palette,
): string[] {
  if (warnings.length === 0) return [];
  return [
    ...titleLines('Worth knowing', columns, palette),
    ...warnings.flatMap(({ because }) => bullet(because, columns)),
  ];
}

/** The heading of a section. */
export function titleLines(title: string, columns: number, palette: Palette): string[] {
  return wrapCells(title, columns).map(palette.bold);
}

/** A sentence of a list, later lines indented. */
export function bullet(sentence: string, columns: number): string[] {
  return indented('- ', displayText(sentence, longestSentence), columns);
}

/** A text behind `lead`; its later lines are indented by `later` cells. */
export function indented(lead: string, text: string, columns: number, later = lead.length): string[] {
  const [first = '', ...others] = wrapCells(
    text,
    Math.max(leastCells, columns - Math.max(lead.length, later)),
  );
  return [lead + first, ...others.map((line) => ' '.repeat(later) + line)];
}
