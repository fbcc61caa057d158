import Table from 'cli-table3';
import type { JudgedMeeting } from '../../app/triage.ts';
import type { Act } from '../../core/gate/act.ts';
import type { Verdict } from '../../core/gate/verdict.ts';
import { displayText } from '../../front/plain-text.ts';
import { verdictOrder } from '../../front/report/audit-page-data.ts';
import { cellsOf, cutCells, padCells, wrapCells } from './cells.ts';
import type { Frame } from './frame.ts';
import { meetingTime } from './meeting-time.ts';
import { createPalette, type Palette } from './palette.ts';
import { verdictMeanings, verdictNames } from './verdict-names.ts';
import { whyText } from './why.ts';

/** The texts of one row, cleaned but not yet fitted. */
interface Row {
  readonly verdict: Verdict;
  readonly title: string;
  /** What is offered instead; null where nothing is. */
  readonly format: string | null;
  /** What the gate would do by itself; null where it only prompts or does nothing. */
  readonly answers: string | null;
  readonly when: string;
  readonly why: string;
}

interface Layout {
  readonly columns: number;
  /** False for a file or a pipe: a row is as tall as it has to be. */
  readonly mayCut: boolean;
  readonly palette: Palette;
}

const longestTitle = 160;
/** Below this many cells columns would be a word wide, so every meeting becomes a paragraph. */
const narrowBelow = 70;
const widestTable = 150;
/** Width of the columns where nothing limits the table. */
const unlimited = 140;
const mostTitleLines = 3;
const mostWhyLines = 4;
const verdictCells = Math.max(...Object.values(verdictNames).map(cellsOf));
const gap = 2;

/** The zone in which a meeting's time is shown; null shows it as written. */
export type ZoneOf = (meeting: JudgedMeeting['meeting']) => string | null;

/** Meetings in their order with verdict, title, time and reason; empty for none. */
export function verdictTable(judged: readonly JudgedMeeting[], zoneOf: ZoneOf, frame: Frame): string {
  if (judged.length === 0) return '';
  const rows = judged.map((each) => rowOf(each, zoneOf(each.meeting)));
  const layout = layoutOf(frame);
  return `${isNarrow(layout) ? paragraphs(rows, layout, 'with verdict') : drawTable(rows, layout, 'with verdict')}\n`;
}

/** The same under a heading for each verdict, those with something to do first. */
export function verdictGroups(judged: readonly JudgedMeeting[], zoneOf: ZoneOf, frame: Frame): string {
  const rows = judged.map((each) => rowOf(each, zoneOf(each.meeting)));
  const layout = layoutOf(frame);
  const groups = verdictOrder.flatMap((name) => {
    const group = rows.filter(({ verdict }) => verdict === name);
    if (group.length === 0) return [];
    const heading = headingOf(name, group.length, layout);
    const body = isNarrow(layout) ? paragraphs(group, layout, 'bare') : drawTable(group, layout, 'bare');
    return [`${heading}\n${body}\n`];
  });
  return groups.join('\n');
}

function layoutOf({ columns, colors }: Frame): Layout {
  const palette = createPalette(colors);
  return { columns: Math.min(columns ?? unlimited, widestTable), mayCut: columns !== null, palette };
}

function isNarrow({ columns }: Layout): boolean {
  return columns < narrowBelow;
}

function rowOf(judged: JudgedMeeting, zone: string | null): Row {
  const { meeting, judgement } = judged;
  const counted = meeting.occurrences.find(({ counts }) => counts) ?? meeting.occurrences[0] ?? null;
  return {
    verdict: judgement.verdict,
    title:
      displayText(meeting.summary ?? '', longestTitle) || (meeting.isPrivate ? '(private)' : '(no title)'),
    format: judgement.alternative?.format ?? null,
    answers: answerNames[judgement.act] ?? null,
    when: meetingTime(meeting, counted, zone),
    why: whyText(judged),
  };
}

/** Acts that answer the invite, in words; the others leave it to people. */
const answerNames: Readonly<Partial<Record<Act, string>>> = {
  decline: 'declines at once',
  tentative: 'answers tentatively, then declines',
};

/** What is offered instead, and what the gate would do by itself. */
function offerLines({ format, answers, verdict }: Row, palette: Palette): string[] {
  return [
    ...(format === null ? [] : [palette.verdict('go-async', `→ ${format}`)]),
    ...(answers === null ? [] : [palette.verdict(verdict, `! ${answers}`)]),
  ];
}

function headingOf(verdict: Verdict, count: number, { columns, palette }: Layout): string {
  const [first = '', ...others] = wrapCells(
    `${verdictNames[verdict].toUpperCase()} (${count}): ${verdictMeanings[verdict]}`,
    columns,
  );
  return [first, ...others].map((line) => palette.verdict(verdict, line)).join('\n');
}

function drawTable(rows: readonly Row[], layout: Layout, kind: 'with verdict' | 'bare'): string {
  const { columns, mayCut, palette } = layout;
  const bare = kind === 'bare';
  const room = columns - 2 * gap - (bare ? gap : verdictCells + gap);
  const when = Math.min(26, Math.max(14, Math.floor(room * 0.24)));
  const title = Math.floor((room - when) * 0.38);
  const why = room - when - title;
  const table = new Table({
    chars: noLines,
    colWidths: [bare ? gap : verdictCells + gap, title + gap, when + gap, null],
    style: { 'padding-left': 0, 'padding-right': gap, head: [], border: [] },
  });
  if (!bare) table.push(['verdict', 'meeting', 'when', 'why'].map((name) => palette.quiet(name)));
  for (const row of rows) {
    const offer = offerLines(row, palette);
    table.push([
      bare ? '' : palette.verdict(row.verdict, padCells(verdictNames[row.verdict], verdictCells)),
      [...linesOf(row.title, title, mayCut ? mostTitleLines : null).map(palette.bold), ...offer].join('\n'),
      linesOf(row.when, when, null).join('\n'),
      linesOf(row.why, why, mayCut ? mostWhyLines : null).join('\n'),
    ]);
  }
  // Blanks at the ends of lines wrap on a terminal that is just too narrow, and get in the way when copied.
  return table.toString().replace(/ +$/gm, '');
}

function paragraphs(rows: readonly Row[], layout: Layout, kind: 'with verdict' | 'bare'): string {
  return rows.map((row) => paragraph(row, layout, kind)).join('\n\n');
}

function paragraph(row: Row, layout: Layout, kind: 'with verdict' | 'bare'): string {
  const { columns, palette } = layout;
  const inner = Math.max(10, columns - 2);
  const { verdict, title, when, why } = row;
  const indented = [
    ...wrapCells(when, inner).map(palette.quiet),
    ...linesOf(why, inner, mostWhyLines),
    ...offerLines(row, palette),
  ];
  return [
    ...(kind === 'bare' ? [] : [palette.verdict(verdict, verdictNames[verdict].toUpperCase())]),
    ...linesOf(title, Math.max(10, columns), mostTitleLines).map(palette.bold),
    ...indented.map((line) => `  ${line}`),
  ].join('\n');
}

/** Wraps, and cuts after `most` lines where that is not null. */
function linesOf(text: string, cells: number, most: number | null): string[] {
  const lines = wrapCells(text, cells);
  if (most === null || lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cutCells(lines.slice(most - 1).join(' '), cells)];
}

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
} as const;
