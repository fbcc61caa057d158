import type { Window } from '../../core/meeting/event-time.ts';
import { gapsOf } from '../../core/meeting/intervals.ts';
import type { AutoDecline, Policy } from '../../core/meeting/policy.ts';
import { instantToLocal } from '../../core/meeting/wall-time.ts';
import { type ProtectedDay, protectedDays } from './protected-days.ts';

/** Protected time that a hold is to keep. */
export interface WantedHold {
  /** Says all about it: what is protected, when on which clock, and what the calendar declines because of it. */
  readonly key: string;
  readonly title: string;
  readonly startMs: number;
  readonly endMs: number;
  /** IANA name. */
  readonly zone: string;
  readonly autoDecline: AutoDecline;
}

const titles = {
  'no-meeting-day': 'No-meeting day',
  'focus-block': 'Focus time',
  'focus-goal': 'Focus time',
} as const;
type HoldReason = keyof typeof titles;

/**
 * The holds that a policy asks for in a window of time, whole, by start: each no-meeting day within the working hours,
 * and each focus block as far as no such day covers it. None on public holidays, and none where nobody knows the clock.
 * (`protectedWindows` of the core answers another question: all protected time as one, whatever the reason and hour.)
 */
export function wantedHolds(policy: Policy, window: Window): readonly WantedHold[] {
  if (!policy.holds.inCalendar) return [];
  return protectedDays(policy, window)
    .flatMap((day) => holdsOfDay(day, policy.holds))
    .filter(({ startMs, endMs }) => startMs < window.toMs && endMs > window.fromMs)
    .toSorted((a, b) => a.startMs - b.startMs);
}

function holdsOfDay({ free, focus, zone }: ProtectedDay, { autoDecline }: Policy['holds']): WantedHold[] {
  return [
    ...free.map((part) => holdFor('no-meeting-day', { ...part, zone }, autoDecline)),
    ...gapsOf(focus, free).map((part) => holdFor('focus-block', { ...part, zone }, autoDecline)),
  ];
}

/** The hold that keeps a stretch of time for a reason. */
export function holdFor(
  reason: HoldReason,
  { fromMs, toMs, zone }: Window & { readonly zone: string },
  autoDecline: AutoDecline,
): WantedHold {
  const from = instantToLocal(fromMs, zone).text.slice(4);
  const to = instantToLocal(toMs, zone).text.slice(-5);
  const declining = autoDecline === 'none' ? '' : ` ${autoDecline}`;
  const key = `${reason} ${from}-${to} ${zone}${declining}`;
  return { key, title: titles[reason], startMs: fromMs, endMs: toMs, zone, autoDecline };
}
