import type { EventTime, Window } from '../../core/meeting/event-time.ts';

/** Clocks are 12 hours behind to 14 hours ahead of UTC, so a day may lie that far from the same day in UTC. */
const anyZoneMs = 14 * 3_600_000;

/** Whether a time may touch a window. Days are given wherever some zone puts them inside; unknown times always. */
export function overlapsWindow(
  { start, end }: { readonly start: EventTime; readonly end: EventTime },
  window: Window,
): boolean {
  const from = instantOrNull(start, -anyZoneMs);
  const to = instantOrNull(end, anyZoneMs);
  if (from === null || to === null) return true;
  // An entry without length is inside at its start.
  return from < window.toMs && (to > window.fromMs || (from === to && from >= window.fromMs));
}

function instantOrNull(time: EventTime, dayMarginMs: number): number | null {
  if (time.kind === 'instant') return time.ms;
  return time.kind === 'date' ? Date.parse(time.date) + dayMarginMs : null;
}
