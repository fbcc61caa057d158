import pc from 'picocolors';
import type { FairnessPerson } from '../../core/fairness/fairness-person.ts';
import { type HourKinds, hourKinds } from '../../core/fairness/hour-kinds.ts';
import { displayText } from '../../front/plain-text.ts';
import { cellsOf, cutCells, padCells } from './cells.ts';
import type { Frame } from './frame.ts';

/** A time that is marked below the band. */
interface BandMark {
  readonly atMs: number;
  readonly text: string;
}

/** One row of marks. */
export interface BandMarks {
  readonly label: string;
  readonly marks: readonly BandMark[];
}

type CellKind = 'working' | 'near' | 'awake' | 'dayOff' | 'asleep' | 'unknown';

/** By how they weigh: the worst minute of a cell decides. Each is told apart by its shape alone; colour helps. */
const glyphs: Readonly<Record<CellKind, string>> = {
  working: '█',
  near: '▒',
  awake: '░',
  dayOff: '×',
  asleep: '·',
  unknown: '?',
};
const meanings: readonly (readonly [CellKind, string])[] = [
  ['working', 'working hours'],
  ['near', 'within 2 hours'],
  ['awake', 'awake'],
  ['asleep', 'asleep'],
  ['dayOff', 'day off'],
];

const dayMs = 86_400_000;
/** Cells of a day from fine to coarse, each with the narrowest terminal it is for and the hours between two labels. */
const scales = [
  { cells: 96, from: 120, labelHours: 1 },
  { cells: 48, from: 64, labelHours: 2 },
  { cells: 24, from: 34, labelHours: 3 },
  { cells: 12, from: 0, labelHours: 6 },
] as const;
const pipedColumns = 80;
const widestLabel = 30;
const gap = '  ';

/**
 * A line for each person over the 24 hours from `dayStartMs` on (a midnight of UTC), with marks below: what their
 * clock makes of each part of the day. A cell shows its worst minute, so a zone of half an hour looks no better than
 * it is.
 *
 * @returns lines without line ends, none wider than the terminal
 */
export function dayBand(
  people: readonly FairnessPerson[],
  dayStartMs: number,
  marks: readonly BandMarks[],
  frame: Frame,
): string[] {
  const columns = frame.columns ?? pipedColumns;
  const scale = scales.find(({ from }) => columns >= from) ?? scales[3];
  const names = people.map(({ name }) => displayText(name, widestLabel) || '?');
  const rows = marks.filter((row) => row.marks.length > 0);
  const longest = Math.max(...[...names, ...rows.map(({ label }) => label), 'UTC'].map(cellsOf));
  const labelCells = Math.max(1, Math.min(longest, columns - scale.cells - gap.length));
  const label = (text: string): string => padCells(cutCells(text, labelCells), labelCells) + gap;
  const cellMs = dayMs / scale.cells;
  const kinds = people.map((person) =>
    Array.from({ length: scale.cells }, (_, cell) => cellKind(person, dayStartMs + cell * cellMs, cellMs)),
  );
  return [
    (label('UTC') + hourLabels(scale.cells, scale.labelHours)).trimEnd(),
    ...kinds.map((cells, index) => label(names[index] ?? '') + paint(cells, frame.colors)),
    ...rows.flatMap((row) =>
      markLines(row.marks, dayStartMs, scale.cells).map((line, index) =>
        (label(index === 0 ? row.label : '') + line).trimEnd(),
      ),
    ),
  ];
}

/** How to read the band; unknown hours are explained where there are any. */
export function bandLegend(people: readonly FairnessPerson[], frame: Frame): string[] {
  const hasUnknown = people.some(({ stays }) => stays.some(({ zone }) => zone === null));
  const parts = [...meanings, ...(hasUnknown ? [['unknown', 'zone unknown'] as const] : [])];
  const lines: { cells: number; text: string }[] = [];
  const columns = frame.columns ?? pipedColumns;
  for (const [kind, meaning] of parts) {
    const cells = cellsOf(`${glyphs[kind]} ${meaning}`);
    const text = `${paint([kind], frame.colors)} ${meaning}`;
    const last = lines.at(-1);
    if (last && last.cells + gap.length + cells <= columns) {
      last.text += gap + text;
      last.cells += gap.length + cells;
    } else lines.push({ cells, text });
  }
  return lines.map(({ text }) => text);
}

function cellKind(person: FairnessPerson, fromMs: number, lengthMs: number): CellKind {
  const kinds = hourKinds(person, fromMs, fromMs + lengthMs);
  return kinds === null ? 'unknown' : worstKind(kinds);
}

/** A waking hour of a day off weighs more than one of a working day, and sleep more than either. */
function worstKind({ asleep, dayOff, awake, near }: HourKinds): CellKind {
  if (asleep > 0) return 'asleep';
  if (dayOff > 0) return 'dayOff';
  if (awake > 0) return 'awake';
  return near > 0 ? 'near' : 'working';
}

function paint(cells: readonly CellKind[], colors: boolean): string {
  const { green, cyan, yellow, magenta, red, dim } = pc.createColors(colors);
  const colorOf: Readonly<Record<CellKind, (text: string) => string>> = {
    working: green,
    near: cyan,
    awake: yellow,
    dayOff: magenta,
    asleep: red,
    unknown: dim,
  };
  let painted = '';
  for (let from = 0, to = 0; from < cells.length; from = to) {
    const kind = cells[from] ?? 'unknown';
    while (to < cells.length && cells[to] === kind) to += 1;
    painted += colorOf[kind](glyphs[kind].repeat(to - from));
  }
  return painted;
}

function hourLabels(cells: number, everyHours: number): string {
  const hours = Array.from({ length: 24 / everyHours }, (_, index) => index * everyHours);
  return hours.map((hour) => padCells(String(hour).padStart(2, '0'), (cells / 24) * everyHours)).join('');
}

/** Puts each mark at the cell in which it starts; where two would touch, the later one goes a line further down. */
function markLines(marks: readonly BandMark[], dayStartMs: number, cells: number): string[] {
  const lines: string[] = [];
  for (const { atMs, text } of marks.toSorted((a, b) => a.atMs - b.atMs)) {
    const cell = Math.floor(((atMs - dayStartMs) / dayMs) * cells);
    if (cell < 0 || cell >= cells) continue;
    const at = Math.min(cell, cells - cellsOf(text));
    const free = lines.findIndex((line) => line.length === 0 || line.length < at);
    const line = lines[free];
    if (line === undefined) lines.push(' '.repeat(at) + text);
    else lines[free] = line.padEnd(at) + text;
  }
  return lines;
}
