import type { Policy, ProtectionRule } from '../meeting/policy.ts';

/** One occurrence as a person's own clock shows it. */
export interface LocalSpan {
  /** Local days it touches with the minutes of each, in order; `from` and `to` are minutes since local midnight, `to` exclusive. */
  readonly days: readonly LocalDay[];
  /** Start for people: `Wed 2026-11-25 10:30`. */
  readonly text: string;
}

export interface LocalDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** ISO weekday, 1 is Monday. */
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
}

/** A protection asks whether one occurrence touches the time it protects. True: it collides. */
export interface Protection {
  readonly name: ProtectionRule;
  readonly source: string;
  readonly collides: (
    span: LocalSpan,
    policy: Policy,
    busyFocus: readonly FocusEvent[],
    instant: Window | null,
    unfairPercent: number | null,
  ) => boolean;
  /** Purposes for which the policy lifts this one collision; a protection without it is lifted for none. */
  readonly allowedPurposes?: (span: LocalSpan, policy: Policy) => readonly string[];
  readonly because: (span: LocalSpan, burdened: Burdened) => string;
}

/** Whose time a collision is about. */
interface Burdened {
  /** Lower-case address, or a name for somebody without one. */
  readonly person: string;
  /** The part of a series' off-hours that they carried so far, whole percent; null where it is fair or unknown. */
  readonly unfairPercent: number | null;
}

/** A focus event in the person's calendar, epoch milliseconds, end exclusive. */
export interface FocusEvent {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The occurrence as instants; null where it has none (a floating time without a zone). */
interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Minutes since midnight of a wall time. */
export function minutesOf(time: { readonly hour: number; readonly minute: number }): number {
  return time.hour * 60 + time.minute;
}
