import type { WeeklyWindow } from '../../core/meeting/policy.ts';

/** Start and end of one window, minutes since midnight, end excluded. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The hours of the week that lie in both lists; empty where they share none.
 * Days with the same hours become one window again, by start and then by weekday.
 */
export function sharedWindows(a: readonly WeeklyWindow[], b: readonly WeeklyWindow[]): WeeklyWindow[] {
  const weekdaysBySpan = new Map<string, { readonly span: Span; readonly weekdays: Set<number> }>();
  for (const one of a) {
    for (const other of b) {
      const span = overlap(spanOf(one), spanOf(other));
      const weekdays = one.weekdays.filter((day) => other.weekdays.includes(day));
      if (!span || weekdays.length === 0) continue;
      const key = `${span.from}-${span.to}`;
      const entry = weekdaysBySpan.get(key) ?? { span, weekdays: new Set() };
      for (const day of weekdays) entry.weekdays.add(day);
      weekdaysBySpan.set(key, entry);
    }
  }
  return [...weekdaysBySpan.values()]
    .map(({ span, weekdays }) =>
      windowOf(
        span,
        [...weekdays].toSorted((x, y) => x - y),
      ),
    )
    .toSorted((x, y) => spanOf(x).from - spanOf(y).from || (x.weekdays[0] ?? 0) - (y.weekdays[0] ?? 0));
}

function spanOf({ start, end }: WeeklyWindow): Span {
  return { from: start.hour * 60 + start.minute, to: end.hour * 60 + end.minute };
}

function overlap(a: Span, b: Span): Span | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : null;
}

function windowOf({ from, to }: Span, weekdays: readonly number[]): WeeklyWindow {
  return { weekdays, start: timeOf(from), end: timeOf(to) };
}

function timeOf(minutes: number): { hour: number; minute: number } {
  return { hour: Math.floor(minutes / 60), minute: minutes % 60 };
}
