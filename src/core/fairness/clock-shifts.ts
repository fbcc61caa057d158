import { instantToLocal } from '../meeting/wall-time.ts';
import { burdenBetween, burdenTimeline } from './burden.ts';
import { type FairnessPerson, zoneOfPerson } from './fairness-person.ts';
import type { JudgedOccurrence } from './judge-series.ts';

/** Consecutive occurrences that a change of clocks moves into other hours of somebody's day. */
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
  /** Point-minutes of one occurrence without what days off add: in these weeks, and otherwise. */
  readonly burden: number;
  readonly usualBurden: number;
}

/** An occurrence as one person's clock shows it. */
interface LocalOccurrence {
  readonly occurrence: JudgedOccurrence;
  readonly zone: string;
  readonly minuteOfDay: number;
  readonly burden: number;
}

/**
 * The weeks in which clock changes move somebody over a boundary of burden: same hour for the series, another hour for
 * the person, and another burden. Usual is the hour that most occurrences have for that person in that zone, the
 * earliest of them where several are as frequent. Moved occurrences and travel are no clock changes: only those that
 * are at the same hour for the series, in the same zone of the person, are compared.
 */
export function clockShifts(
  occurrences: readonly JudgedOccurrence[],
  people: readonly FairnessPerson[],
): ClockShift[] {
  return people.flatMap((person) => {
    const local = localOccurrences(occurrences, person);
    const alike = Map.groupBy(local, ({ occurrence, zone }) =>
      JSON.stringify([occurrence.minuteOfDay, occurrence.endMs - occurrence.startMs, zone]),
    );
    return [...alike.values()].flatMap((group) => shiftsOf(person.name, group));
  });
}

function localOccurrences(
  occurrences: readonly JudgedOccurrence[],
  person: FairnessPerson,
): LocalOccurrence[] {
  const first = occurrences[0];
  if (!first) return [];
  // Days off would make a holiday look like a change of clocks.
  const everyDay = { ...person, daysOff: [], workingHours: onEveryDay(person.workingHours) };
  const window = {
    fromMs: Math.min(...occurrences.map(({ startMs }) => startMs)),
    toMs: Math.max(...occurrences.map(({ endMs }) => endMs)),
  };
  const timeline = burdenTimeline(everyDay, window);
  return occurrences.flatMap((occurrence) => {
    const zone = zoneOfPerson(person, occurrence.startMs);
    const burden = burdenBetween(timeline, occurrence.startMs, occurrence.endMs);
    if (zone === null || burden === null) return [];
    return [{ occurrence, zone, burden, minuteOfDay: instantToLocal(occurrence.startMs, zone).minuteOfDay }];
  });
}

/** The same hours on days without any, so that a meeting around midnight costs the same on Friday and on Saturday. */
function onEveryDay(workingHours: FairnessPerson['workingHours']): FairnessPerson['workingHours'] {
  const free = [1, 2, 3, 4, 5, 6, 7].filter(
    (weekday) => !workingHours.some(({ weekdays }) => weekdays.includes(weekday)),
  );
  const [firstDay] = workingHours.flatMap(({ weekdays }) => weekdays).sort((a, b) => a - b);
  const added = workingHours
    .filter(({ weekdays }) => firstDay !== undefined && weekdays.includes(firstDay))
    .map((window) => ({ ...window, weekdays: free }));
  return [...workingHours, ...added];
}

function shiftsOf(name: string, group: readonly LocalOccurrence[]): ClockShift[] {
  const byMinute = [...Map.groupBy(group, ({ minuteOfDay }) => minuteOfDay).values()];
  const [usual] = byMinute.reduce<readonly LocalOccurrence[]>((a, b) => (b.length > a.length ? b : a), []);
  if (!usual) return [];
  const shifts: ClockShift[] = [];
  let runs: LocalOccurrence[] = [];
  const close = (): void => {
    const [first] = runs;
    const last = runs.at(-1);
    if (first && last && first.burden !== usual.burden)
      shifts.push({
        name,
        zone: first.zone,
        from: first.occurrence.date,
        to: last.occurrence.date,
        occurrences: runs.length,
        minuteOfDay: first.minuteOfDay,
        usualMinuteOfDay: usual.minuteOfDay,
        burden: first.burden,
        usualBurden: usual.burden,
      });
    runs = [];
  };
  for (const each of group) {
    if (runs[0] && (runs[0].minuteOfDay !== each.minuteOfDay || runs[0].burden !== each.burden)) close();
    if (each.minuteOfDay !== usual.minuteOfDay) runs.push(each);
  }
  close();
  return shifts;
}
