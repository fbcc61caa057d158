import { localText, type RotationBlockJson, type SeriesJson } from '../../app/fairness-json.ts';
import { displayText } from '../../front/plain-text.ts';
import { cellsOf, padCells, wrapCells } from './cells.ts';
import { indented, titleLines } from './fairness-lines.ts';
import { pointsText } from './fairness-words.ts';
import type { Palette } from './palette.ts';

const longestName = 30;
const columnGap = '  ';

/** A rotation: its blocks, what it changes, and how good it is. Nothing where none was planned. */
export function rotationLines(series: SeriesJson, columns: number, palette: Palette): string[] {
  const { rotation, rotationProof, fairness } = series;
  if (rotation.length === 0) return [];
  const planned = series.people.filter(({ rotated }) => rotated !== null);
  const kept = Math.max(...planned.map((person) => person.kept ?? 0), 0);
  const rotated = rotationProof?.worst ?? Math.max(...series.people.map((person) => person.rotated ?? 0), 0);
  const gini = fairness.rotated ? `, Gini ${fairness.rotated.gini.toFixed(2)}` : '';
  const result =
    `Kept as it is, the worst-off carries ${pointsText(kept)}, Gini ${fairness.kept.gini.toFixed(2)}; ` +
    `rotated ${pointsText(rotated)}${gini}.`;
  return [
    ...titleLines('A rotation', columns, palette),
    ...(tableLines(rotation, columns) ??
      rotation.flatMap((block, index) => blockLines(block, index, columns))),
    ...[result, ...proofSentence(rotationProof)].flatMap((sentence) => wrapCells(sentence, columns)),
  ];
}

function proofSentence(proof: SeriesJson['rotationProof']): string[] {
  if (!proof) return [];
  if (proof.exact) return ['No other choice of half-hourly times for these blocks does better.'];
  return [`This is at most ${pointsText(proof.gap)} point-minutes from the best possible.`];
}

/** One row for each block, a column for each person; null where that is wider than the terminal. */
function tableLines(rotation: readonly RotationBlockJson[], columns: number): string[] | null {
  const people = rotation[0]?.people ?? [];
  const head = ['', 'dates', 'time', ...people.map(({ name }) => displayText(name, longestName) || '?')];
  const rows = rotation.map((block, index) => [
    `${index + 1}.`,
    datesText(block),
    clock(block.local),
    ...block.people.map(({ local, burden }) => `${clockOn(block, local)} ${burdenText(burden)}`),
  ]);
  const widths = head.map((text, column) =>
    Math.max(cellsOf(text), ...rows.map((row) => cellsOf(row[column] ?? ''))),
  );
  const width = widths.reduce((sum, each) => sum + each + columnGap.length, -columnGap.length);
  if (width > columns) return null;
  return [head, ...rows].map((row) =>
    row
      .map((text, column) => padCells(text, widths[column] ?? 0))
      .join(columnGap)
      .trimEnd(),
  );
}

/** A block on its own lines, for narrow terminals and many people. */
function blockLines(block: RotationBlockJson, index: number, columns: number): string[] {
  const lead = `${index + 1}. `;
  const head = `${datesText(block)}, ${clock(block.local)} ${block.zone}`;
  const people = block.people.map(
    ({ name, local, burden }) =>
      `${displayText(name, longestName) || '?'} ${clockOn(block, local)} ${burdenText(burden)}`,
  );
  const indent = ' '.repeat(lead.length);
  return [...indented(lead, head, columns), ...indented(indent, people.join(', '), columns)];
}

function datesText({ from, to, occurrences }: RotationBlockJson): string {
  const dates = from === to ? from : `${from} to ${to}`;
  return `${dates} (${occurrences} ×)`;
}

/** `22:30`, and the weekday where it is not that of the series' own clock: `Tue 22:30`. */
function clockOn({ start, zone }: RotationBlockJson, local: string | null): string {
  const own = localText(Date.parse(start), zone);
  return local === null || own?.slice(0, 3) === local.slice(0, 3)
    ? clock(local)
    : `${local.slice(0, 3)} ${clock(local)}`;
}

function clock(local: string | null): string {
  return local?.slice(-5) ?? '?';
}

function burdenText(burden: number | null): string {
  if (burden === null) return 'unknown';
  return burden === 0 ? 'fits' : pointsText(burden);
}
