import { cellsOf, padCells } from './cells.ts';

/** A row of a bar chart in text. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Printed behind the bar. */
  readonly text: string;
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * Horizontal bars, the largest filling `cells`.
 *
 * @returns one line for each bar: label, bar, text
 */
export function barChart(bars: readonly Bar[], cells: number): string[] {
  const largest = Math.max(...bars.map(({ value }) => value), 0);
  const labelCells = Math.max(...bars.map(({ label }) => cellsOf(label)), 0);
  return bars.map(({ label, value, text }) => {
    const full = largest > 0 ? (value / largest) * cells : 0;
    const bar = '█'.repeat(Math.floor(full)) + (eighths[Math.floor((full % 1) * 8)] ?? '');
    return `${padCells(label, labelCells)}  ${padCells(bar, cells)}  ${text}`.trimEnd();
  });
}
