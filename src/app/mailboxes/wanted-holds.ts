import type { Window } from '../../core/meeting/event-time.ts';
import { gapsOf, intersectionOf, unionOf } from '../../core/meeting/intervals.ts';
import type { Policy, WeeklyWindow } from '../../core/meeting/policy.ts';
import {
  addDays,
  instantToLocal,
  isKnownZone,
  wallTimeToInstant,
  weekdayOf,
} from '../../core/meeting/wall-time.ts';
import { zoneStays } from '../../core/meeting/zone-at.ts';

/** Protected time that a hold is to keep. */
export interface WantedHold {
  /** Says all about it: what is protected, when on which clock, and what the calendar declines because of it. */
  readonly key: string;
  readonly title: string;
  readonly startMs: number;
  readonly endMs: number;
  /** IANA name. */
  readonly zone: string;
}

type HoldRule = 'no-meeting-day' | 'focus-block';
const titles: Readonly<Record<HoldRule, string>> = {
  'no-meeting-day': 'No-meeting day',
  'focus-block': 'Focus time',
};

/**
 * The holds that a policy asks for in a window of time, whole, by start: each no-meeting day within the working hours,
 * and each focus block as far as no such day covers it. None on public holidays, and none where nobody knows the clock.
 * (`protectedWindows` of the core answers another question: all protected time as one, whatever the reason and hour.)
 */
export function wantedHolds(policy: Policy, window: Window): readonly WantedHold[] {
  if (!policy.holds.inCalendar) return [];
  const stays = zoneStays(policy);
  return stays
    .flatMap(({ fromMs, zone }, index) => {
      const stay = { fromMs, toMs: stays[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY };
      return zone !== null && isKnownZone(zone) ? holdsOfStay(policy, zone, stay, window) : [];
    })
    .filter(({ startMs, endMs }) => startMs < window.toMs && endMs > window.fromMs)
    .toSorted((a, b) => a.startMs - b.startMs);
}

/** Holds of the days that a window touches, cut where another clock begins or ends. */
function holdsOfStay(policy: Policy, zone: string, stay: Window, window: Window): WantedHold[] {
  const from = Math.max(stay.fromMs, window.fromMs);
  const to = Math.min(stay.toMs, window.toMs);
  if (from >= to) return [];
  const holds: WantedHold[] = [];
  const last = instantToLocal(to, zone).date;
  for (let date = instantToLocal(from, zone).date; date <= last; date = addDays(date, 1)) {
    if (policy.publicHolidays.includes(date)) continue;
    const free = intersectionOf(freeDay(policy, date, zone), [stay]);
    const focus = intersectionOf(onDate(policy.focus.blocks, date, zone), [stay]);
    holds.push(
      ...free.map((part) => holdFor('no-meeting-day', part, zone, policy)),
      ...gapsOf(focus, free).map((part) => holdFor('focus-block', part, zone, policy)),
    );
  }
  return holds;
}

function freeDay({ noMeetingDays, workingHours }: Policy, date: string, zone: string): Window[] {
  const weekday = weekdayOf(date);
  const isFree = noMeetingDays.some((day) => day.weekday === weekday && !day.exceptDates.includes(date));
  return isFree ? onDate(workingHours, date, zone) : [];
}

/** The windows of a date as instants, joined where they touch. */
function onDate(windows: readonly WeeklyWindow[], date: string, zone: string): Window[] {
  const weekday = weekdayOf(date);
  return unionOf(
    windows
      .filter(({ weekdays }) => weekdays.includes(weekday))
      .map(({ start, end }) => ({
        fromMs: wallTimeToInstant(date, start, zone),
        toMs: wallTimeToInstant(date, end, zone),
      })),
  );
}

function holdFor(
  rule: HoldRule,
  { fromMs, toMs }: Window,
  zone: string,
  { holds: { autoDecline } }: Policy,
): WantedHold {
  const from = instantToLocal(fromMs, zone).text.slice(4);
  const to = instantToLocal(toMs, zone).text.slice(-5);
  const declining = autoDecline === 'none' ? '' : ` ${autoDecline}`;
  const key = `${rule} ${from}-${to} ${zone}${declining}`;
  return { key, title: titles[rule], startMs: fromMs, endMs: toMs, zone };
}
