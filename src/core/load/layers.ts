import { msPerFrame, totalMs, unionOf } from '../meeting/intervals.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { MonthLoad } from './month-load.ts';

/** Minutes of a month by layer: the month, and each week in the order of `MonthLoad.weeks`. */
export interface LayeredMinutes<Layer extends string> {
  readonly month: Readonly<Record<Layer, number>>;
  readonly weeks: readonly Readonly<Record<Layer, number>>[];
}

/**
 * Splits the meeting hours so that the layers sum to them. A minute that meetings of several layers cover belongs to
 * the first of those layers. With the layers `live, unclear, async` the last one is the time that would really come
 * back: a status meeting that collides with a customer call frees nothing.
 *
 * @param layers strongest first
 */
export function layeredMinutes<Layer extends string>(
  load: MonthLoad,
  layers: readonly Layer[],
  layerOf: (meeting: Meeting) => Layer,
): LayeredMinutes<Layer> {
  const weeks = load.weeks.map((week) => week.window);
  const none = Object.fromEntries(layers.map((layer) => [layer, 0])) as Record<Layer, number>;
  const month = { ...none };
  const perWeek = weeks.map(() => ({ ...none }));
  let before = { total: 0, weeks: weeks.map(() => 0) };
  for (let depth = 1; depth <= layers.length; depth += 1) {
    const included = new Set(layers.slice(0, depth));
    const covered = unionOf(load.occurrences.filter(({ meeting }) => included.has(layerOf(meeting))));
    const now = { total: totalMs(covered), weeks: msPerFrame(weeks, covered) };
    const layer = layers[depth - 1];
    if (layer === undefined) break;
    month[layer] = (now.total - before.total) / 60_000;
    perWeek.forEach((week, index) => {
      week[layer] = ((now.weeks[index] ?? 0) - (before.weeks[index] ?? 0)) / 60_000;
    });
    before = now;
  }
  return { month, weeks: perWeek };
}
