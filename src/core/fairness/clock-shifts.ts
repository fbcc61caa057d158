import { addDays, instantToLocal, wallTimeToInstant } from '../meeting/wall-time.ts';
import { type BurdenTimeline, burdenBetween, burdenTimeline } from './burden.ts';
import { type FairnessPerson, zoneOfPerson } from './fairness-person.ts';
import type { JudgedOccurrence } from './judge-series.ts';

const dayMs = 86_400_000;
const minutesPerDay = 1440;

/** Occurrences that one change of clocks moves into other hours of somebody's day. */
export interface ClockShift {
  readonly name: string;
  readonly zone: string;
  /** Dates of the first and the last of them on the series' own clock. */
  readonly from: string;
  readonly to: string;
  readonly occurrences: number;
  /** Minutes since midnight on the person's clock: in these weeks, and otherwise. */
  readonly minuteOfDay: number;
  readonly usualMinuteOfDay: number;
  /** Point-minutes of one occurrence without what days off add: in these weeks, and at the usual hour. */
  readonly burden: number;
  readonly usualBurden: number;
}

/** An occurrence as the clock of one zone shows it. */
interface LocalOccurrence {
  readonly occurrence: JudgedOccurrence;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly minuteOfDay: number;
}

/**
 * The weeks in which clock changes move somebody over a boundary of burden: same hour for the series, another hour for
 * the person, and another burden than the usual hour has on that day. Usual is the hour that most occurrences have for
 * that person in that zone, the earliest of them where several are as frequent. Moved occurrences and travel are no
 * clock changes: only those that are at the same hour for the series, in the same zone of the person, are compared.
 */
export function clockShifts(
  occurrences: readonly JudgedOccurrence[],
  people: readonly FairnessPerson[],
): ClockShift[] {
  return people.flatMap((person) => {
    const byZone = Map.groupBy(occurrences, ({ startMs }) => zoneOfPerson(person, startMs));
    return [...byZone].flatMap(([zone, there]) => (zone === null ? [] : shiftsInZone(person, zone, there)));
  });
}

function shiftsInZone(
  person: FairnessPerson,
  zone: string,
  occurrences: readonly JudgedOccurrence[],
): ClockShift[] {
  const timeline = clockTimeline(person, zone, occurrences);
  const alike = Map.groupBy(
    occurrences,
    ({ minuteOfDay, startMs, endMs }) => `${minuteOfDay} ${endMs - startMs}`,
  );
  return [...alike.values()].flatMap((group) => {
    const local = group.map((occurrence) => {
      const { date, minuteOfDay } = instantToLocal(occurrence.startMs, zone);
      return { occurrence, date, minuteOfDay };
    });
    const byMinute = Map.groupBy(local, ({ minuteOfDay }) => minuteOfDay);
    const usual = mostFrequent([...byMinute.values()])?.[0]?.minuteOfDay ?? 0;
    return stretchesOf(local)
      .filter(([first]) => first?.minuteOfDay !== usual)
      .flatMap((stretch) => shiftsOf(stretch, usual, timeline, zone))
      .map((shift) => ({ name: person.name, zone, ...shift }));
  });
}

/** What only the clock costs: days off and travel would look like a change of clocks. */
function clockTimeline(
  { name, workingHours }: FairnessPerson,
  zone: string,
  occurrences: readonly JudgedOccurrence[],
): BurdenTimeline {
  const atHome = {
    name,
    stays: [{ fromMs: Number.NEGATIVE_INFINITY, zone }],
    workingHours: onEveryDay(workingHours),
    daysOff: [],
  };
  // The usual hour may lie a day before or after.
  return burdenTimeline(atHome, {
    fromMs: Math.min(...occurrences.map(({ startMs }) => startMs)) - 2 * dayMs,
    toMs: Math.max(...occurrences.map(({ endMs }) => endMs)) + 2 * dayMs,
  });
}

/**
 * The usual hours, those that most working weekdays have, on days without any too: a meeting around midnight costs the
 * same on Friday and on Saturday.
 */
function onEveryDay(workingHours: FairnessPerson['workingHours']): FairnessPerson['workingHours'] {
  const stated = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    windows: workingHours.filter(({ weekdays }) => weekdays.includes(weekday)),
  }));
  const free = stated.filter(({ windows }) => windows.length === 0).map(({ weekday }) => weekday);
  const byHours = Map.groupBy(
    stated.filter(({ windows }) => windows.length > 0),
    ({ windows }) => JSON.stringify(windows.map(({ start, end }) => [start, end])),
  );
  const usual = mostFrequent([...byHours.values()]);
  return [...workingHours, ...(usual?.[0]?.windows ?? []).map((window) => ({ ...window, weekdays: free }))];
}

/** The largest group, the first of those where several are as large. */
function mostFrequent<Item>(groups: readonly (readonly Item[])[]): readonly Item[] | undefined {
  return groups.reduce<readonly Item[] | undefined>(
    (most, group) => (group.length > (most?.length ?? 0) ? group : most),
    undefined,
  );
}

/** Consecutive occurrences at one hour of the person's clock. */
function stretchesOf(local: readonly LocalOccurrence[]): LocalOccurrence[][] {
  const stretches: LocalOccurrence[][] = [];
  for (const each of local) {
    const last = stretches.at(-1);
    if (last?.[0]?.minuteOfDay === each.minuteOfDay) last.push(each);
    else stretches.push([each]);
  }
  return stretches;
}

/** What a stretch costs against the usual hour of the same days; weekdays with other hours are told apart. */
function shiftsOf(
  stretch: readonly LocalOccurrence[],
  usualMinuteOfDay: number,
  timeline: BurdenTimeline,
  zone: string,
): Omit<ClockShift, 'name' | 'zone'>[] {
  const judged = stretch.map(({ occurrence, date, minuteOfDay }) => {
    const { startMs, endMs } = occurrence;
    const usualMs = usualStartMs(date, minuteOfDay, usualMinuteOfDay, zone);
    return {
      date: occurrence.date,
      minuteOfDay,
      burden: burdenBetween(timeline, startMs, endMs) ?? 0,
      usualBurden: burdenBetween(timeline, usualMs, usualMs + endMs - startMs) ?? 0,
    };
  });
  const byBurden = Map.groupBy(judged, ({ burden, usualBurden }) => `${burden} ${usualBurden}`);
  return [...byBurden.values()].flatMap((group) => {
    const [first] = group;
    if (!first || first.burden === first.usualBurden) return [];
    const { date, minuteOfDay, burden, usualBurden } = first;
    const to = group.at(-1)?.date ?? date;
    return [
      { from: date, to, occurrences: group.length, minuteOfDay, usualMinuteOfDay, burden, usualBurden },
    ];
  });
}

/** The usual hour on that day: clocks change by little, so across midnight it is that of the day before or after. */
function usualStartMs(date: string, minuteOfDay: number, usual: number, zone: string): number {
  const apart = usual - minuteOfDay;
  const days = apart > minutesPerDay / 2 ? -1 : apart < -minutesPerDay / 2 ? 1 : 0;
  return wallTimeToInstant(addDays(date, days), { hour: Math.floor(usual / 60), minute: usual % 60 }, zone);
}
