import { DateTime } from 'luxon';
import type { SeriesJson } from '../../app/fairness-json.ts';
import type { FairnessPerson } from '../../core/fairness/fairness-person.ts';
import { displayText } from '../../front/plain-text.ts';
import { barChart } from './bars.ts';
import { cellsOf, cutCells, padCells, wrapCells } from './cells.ts';
import { bandLegend, dayBand } from './day-band.ts';
import { bullet, joinSections, titleLines, warningLines } from './fairness-lines.ts';
import { rotationLines } from './fairness-rotation.ts';
import { pointsText } from './fairness-words.ts';
import type { Frame } from './frame.ts';
import { createPalette, type Palette } from './palette.ts';

const widest = 100;
const longestName = 30;
const longestTitle = 120;
const mostRows = 40;
const mostShifts = 20;
const dayMs = 86_400_000;

/** What is shown of several series. */
export interface SeriesView {
  /** The most unfair first. */
  readonly series: readonly SeriesJson[];
  readonly people: readonly FairnessPerson[];
  /** At most so many in the table. */
  readonly limit: number;
}

/** Series in a terminal: a table where there are several, then the story of the first. */
export function fairnessSeriesText({ series, people, limit }: SeriesView, frame: Frame): string {
  const palette = createPalette(frame.colors);
  const columns = Math.min(frame.columns ?? widest, widest);
  const first = series[0];
  if (!first) return 'No series lies in this range.\n';
  return joinSections([
    series.length > 1 ? seriesTable(series, limit, columns, palette) : [],
    headLines(first, columns, palette),
    bandLines(first, people, frame, columns, palette),
    carryLines(first, columns, palette),
    shiftLines(first, columns, palette),
    rotationLines(first, columns, palette),
    warningLines(
      first.warnings.filter(({ rule }) => rule !== 'clock-change'),
      columns,
      palette,
    ),
  ]);
}

function seriesTable(
  series: readonly SeriesJson[],
  limit: number,
  columns: number,
  palette: Palette,
): string[] {
  const rows = series.slice(0, limit).map((each) => {
    const worst = worstOff(each);
    const who = worst ? `${pointsText(worst.kept ?? 0)} ${displayText(worst.name, 16)}` : 'unknown';
    return { title: titleOf(each), text: `${who}, Gini ${each.fairness.kept.gini.toFixed(2)}` };
  });
  const textCells = Math.max(...rows.map(({ text }) => cellsOf(text)));
  const longest = Math.max(...rows.map(({ title }) => cellsOf(title)));
  const titleCells = Math.max(8, Math.min(longest, columns - textCells - 2));
  const hidden = series.length - rows.length;
  return [
    ...wrapCells(
      `${series.length} series, the most unfair first: who carries most in the end, point-minutes`,
      columns,
    ).map(palette.bold),
    ...rows.map(({ title, text }) =>
      cutCells(`${padCells(cutCells(title, titleCells), titleCells)}  ${text}`, columns),
    ),
    ...(hidden > 0 ? [palette.quiet(`and ${hidden} more`)] : []),
  ];
}

function headLines(series: SeriesJson, columns: number, palette: Palette): string[] {
  const { weeks, zone } = series;
  const from = weeks[0]?.date ?? '';
  const to = weeks.at(-1)?.date ?? '';
  const count = weeks.length === 1 ? '1 occurrence' : `${weeks.length} occurrences`;
  return [
    ...titleLines(titleOf(series), columns, palette),
    ...wrapCells(`${count} from ${from} to ${to}, on the clock of ${zone ?? 'UTC'}`, columns),
  ];
}

function bandLines(
  series: SeriesJson,
  people: readonly FairnessPerson[],
  frame: Frame,
  columns: number,
  palette: Palette,
): string[] {
  const week = usualWeek(series);
  if (!week) return [];
  const startMs = Date.parse(week.start);
  const dayStartMs = Math.floor(startMs / dayMs) * dayMs;
  const shown = people.slice(0, mostRows);
  const locals = week.people.map(
    ({ name, local }) => `${displayText(name, longestName)} ${local?.slice(-5) ?? 'unknown'}`,
  );
  return [
    ...titleLines(
      `A usual week: ${week.start.slice(0, 10)}, ${week.start.slice(11, 16)} UTC`,
      columns,
      palette,
    ),
    ...dayBand(shown, dayStartMs, [{ label: 'now', marks: [{ atMs: startMs, text: '^' }] }], frame),
    ...bandLegend(shown, frame),
    ...wrapCells(`${locals.slice(0, mostRows).join(' · ')}`, columns),
  ];
}

/** The first occurrence at the times that most of them have on everyone's clock. */
function usualWeek({ weeks }: SeriesJson): SeriesJson['weeks'][number] | undefined {
  const byTimes = Map.groupBy(weeks, ({ people }) =>
    JSON.stringify(people.map(({ local }) => local?.slice(-5) ?? null)),
  );
  return [...byTimes.values()].reduce<SeriesJson['weeks']>((a, b) => (b.length > a.length ? b : a), [])[0];
}

function carryLines({ people, fairness }: SeriesJson, columns: number, palette: Palette): string[] {
  const bars = people
    .toSorted((a, b) => (b.kept ?? -1) - (a.kept ?? -1))
    .slice(0, mostRows)
    .map(({ name, burden, carried, kept }) => ({
      label: displayText(name, columns < 60 ? 10 : longestName) || '?',
      value: kept ?? 0,
      text:
        (burden === null ? 'unknown' : pointsText(burden)) + (carried > 0 ? ` + ${pointsText(carried)}` : ''),
    }));
  const widthOf = (texts: readonly string[]): number => Math.max(...texts.map(cellsOf), 0);
  const aside = widthOf(bars.map(({ label }) => label)) + widthOf(bars.map(({ text }) => text)) + 4;
  const { gini, jain } = fairness.kept;
  return [
    ...titleLines(
      'Who carries what, point-minutes (+ carried before, halved every twelve weeks)',
      columns,
      palette,
    ),
    ...barChart(bars, Math.max(4, Math.min(50, columns - aside))).map((line) => cutCells(line, columns)),
    ...wrapCells(`Gini ${gini.toFixed(2)} (0 is fair), Jain ${jain.toFixed(2)} (1 is fair)`, columns),
  ];
}

function shiftLines({ daylightSaving }: SeriesJson, columns: number, palette: Palette): string[] {
  if (daylightSaving.length === 0) return [];
  const shown = daylightSaving.slice(0, mostShifts).flatMap((shift) => {
    const { name, from, to, local, usually, burden, usualBurden } = shift;
    const dates = from === to ? dayText(from) : `${dayText(from)} to ${to}`;
    const change = `${displayText(name, longestName)} ${clock(local)} instead of ${clock(usually)}`;
    return bullet(
      `${dates}: ${change} (${burden > usualBurden ? 'harder' : 'easier'}: ${pointsText(burden)} instead of ${pointsText(usualBurden)})`,
      columns,
    );
  });
  const hidden = daylightSaving.length - Math.min(daylightSaving.length, mostShifts);
  return [
    ...titleLines('Weeks in which clock changes move somebody', columns, palette),
    ...shown,
    ...(hidden > 0 ? [palette.quiet(`and ${hidden} more`)] : []),
  ];
}

/** `22:30` of any local text. */
function clock(text: string): string {
  return text.slice(-5);
}

function dayText(date: string): string {
  const name = DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('ccc');
  return `${name} ${date}`;
}

function worstOff({ people }: SeriesJson): SeriesJson['people'][number] | null {
  return people.reduce<SeriesJson['people'][number] | null>(
    (worst, each) => ((each.kept ?? -1) > (worst?.kept ?? -1) ? each : worst),
    null,
  );
}

function titleOf({ summary, uid }: SeriesJson): string {
  return displayText(summary ?? '', longestTitle) || `(no title, ${displayText(uid, 60)})`;
}
