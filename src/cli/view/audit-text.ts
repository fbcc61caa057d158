import { DateTime } from 'luxon';
import type { Audit } from '../../app/audit.ts';
import type { MonthLoad } from '../../core/load/month-load.ts';
import { displayText } from '../../front/plain-text.ts';
import { barChart } from './bars.ts';
import { cellsOf, cutCells, padCells, wrapCells } from './cells.ts';
import type { Frame } from './frame.ts';
import { createPalette, type Palette } from './palette.ts';
import { verdictCounts } from './summary.ts';

const mostSeries = 10;
const longestNote = 300;
/** Narrower terminals leave out how often a series happens in the month. */
const roomForCounts = 60;
const widest = 100;
const widestWhenUncut = 140;

/**
 * A month in a terminal: its hours, a bar for each week, the largest series, the verdicts and the notes.
 *
 * @param currency of the cost, for example `EUR`
 */
export function auditText(audit: Audit, currency: string, frame: Frame): string {
  const palette = createPalette(frame.colors);
  const columns = frame.columns === null ? widestWhenUncut : Math.min(frame.columns, widest);
  const sections = [
    loadLines(audit, currency, columns, palette),
    weekLines(audit.load, columns, palette),
    seriesLines(audit.load, columns, palette),
    verdictLines(audit, columns, palette),
    noteLines(audit.notes, columns, palette),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function loadLines({ load }: Audit, currency: string, columns: number, palette: Palette): string[] {
  const { meeting, after, conflict, focus, fragmented } = load.minutes;
  const name = DateTime.fromISO(`${load.month}-01`, { zone: 'utc' }).setLocale('en-GB').toFormat('LLLL yyyy');
  const count = load.occurrences.length;
  const meetings = count === 1 ? '1 meeting' : `${count} meetings`;
  const figures = [
    `${hours(focus)} of focus time`,
    `${hours(fragmented)} of fragments`,
    `${hours(after)} outside working hours`,
    `${hours(conflict)} in two meetings at once`,
    `cost ${Math.round(load.cost).toLocaleString('en-GB')} ${currency}`,
  ];
  return [
    ...wrapCells(`${name}: ${hours(meeting)} in ${meetings} (${load.zone})`, columns).map(palette.bold),
    ...wrapCells(`${figures.join(' · ')}.`, columns),
  ];
}

function weekLines({ weeks, occurrences }: MonthLoad, columns: number, palette: Palette): string[] {
  if (occurrences.length === 0) return [];
  const bars = weeks.map(({ fromDate, toDate, minutes }) => ({
    label: `${dayText(fromDate)} – ${dayText(toDate)}`,
    value: minutes,
    text: hours(minutes),
  }));
  return [
    palette.bold('Hours in meetings by week'),
    ...barChart(bars, Math.max(8, Math.min(50, columns - 28))),
  ];
}

function seriesLines({ series }: MonthLoad, columns: number, palette: Palette): string[] {
  if (series.length === 0) return [];
  const top = series.slice(0, mostSeries).map(({ summary, inMonth, minutesPerYear }) => ({
    title: displayText(summary ?? '', 160) || '(no title)',
    text:
      `${padStart(hours(minutesPerYear), 8)} a year` +
      (columns < roomForCounts ? '' : `, ${padStart(String(inMonth), 2)} × this month`),
  }));
  const textCells = Math.max(...top.map(({ text }) => cellsOf(text)));
  const titleCells = Math.max(
    10,
    Math.min(columns - textCells - 2, Math.max(...top.map(({ title }) => cellsOf(title)))),
  );
  const more = series.length - top.length;
  return [
    palette.bold('Largest series'),
    ...top.map(({ title, text }) => `${padCells(cutCells(title, titleCells), titleCells)}  ${text}`),
    ...(more > 0 ? [palette.quiet(`and ${more} more`)] : []),
  ];
}

function verdictLines(audit: Audit, columns: number, palette: Palette): string[] {
  if (audit.judged.length === 0) return [];
  const { async, unclear } = audit.minutesByNeed.month;
  const finding =
    async > 0
      ? `${hours(async)} of this month could come back: the content can be read, watched or answered in writing.`
      : 'No invite says that it could be read, watched or answered in writing.';
  const open = unclear > 0 ? [`For ${hours(unclear)} the invites do not say enough to tell.`] : [];
  return [
    palette.bold('What the gate would have said'),
    ...verdictCounts(audit.verdicts, columns, palette),
    ...[finding, ...open].flatMap((sentence) => wrapCells(sentence, columns)),
  ];
}

function noteLines(notes: readonly string[], columns: number, palette: Palette): string[] {
  if (notes.length === 0) return [];
  const lines = notes.flatMap((note) => {
    const [first = '', ...others] = wrapCells(displayText(note, longestNote), columns - 2);
    return [`- ${first}`, ...others.map((line) => `  ${line}`)];
  });
  return [palette.bold('Notes'), ...lines];
}

/** Hours with at most one decimal: `61.5 h`. */
function hours(minutes: number): string {
  return `${Math.round(minutes / 6) / 10} h`;
}

function dayText(date: string): string {
  return DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('dd LLL');
}

function padStart(text: string, cells: number): string {
  return ' '.repeat(Math.max(0, cells - cellsOf(text))) + text;
}
