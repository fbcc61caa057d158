import type { FairnessPerson } from '../fairness/fairness-person.ts';
import { type FairSlot, findSlots, type SlotPerson, slotAt } from '../fairness/find-slots.ts';
import type { Occurrence, Window } from '../meeting/event-time.ts';
import { addDays, instantToLocal, isKnownZone, wallTimeToInstant } from '../meeting/wall-time.ts';
import { zoneAt } from '../meeting/zone-at.ts';
import type { ProtectedPerson } from '../time/find-collisions.ts';
import { fairnessPersonOf, isOffHours, meetingWindow } from '../time/off-hours.ts';
import { protectedWindows } from '../time/protected-windows.ts';

/** How many days are searched for a single meeting; a series keeps its day, so that one hour names all of its times. */
const searchedDays = 7;
/** A change of hours is worth the trouble where the worst-off carries at most this part of what they would. */
const worthIt = 0.5;
/** A moved series has to be worth it at this part of its times: daylight saving may spoil some. */
const seriesWorthFrom = 0.75;
const mostNamed = 3;
const midnight = { hour: 0, minute: 0 };

/** Somebody with a known zone. */
interface Placed {
  readonly protectedPerson: ProtectedPerson;
  readonly fairness: FairnessPerson;
}

/**
 * One sentence that proposes a time on the reader's clock at which the worst burden is at most half of that of the next
 * time, where that is off-hours for somebody. Calendars are not looked at, protected time is.
 *
 * @param occurrences the judged times, the next one first; several are a series, which moves as a whole
 * @param people everybody in it whose policy is known, the reader first
 * @param nowMs epoch milliseconds; nothing before it is proposed; null where unknown
 * @returns null where nobody is burdened, no such time exists, or fewer than two zones or not the reader's are known
 */
export function proposeFairerTime(
  occurrences: readonly Occurrence[],
  people: readonly ProtectedPerson[],
  nowMs: number | null,
): string | null {
  const [next] = occurrences;
  const [reader] = people;
  // Most invites name no colleague whose zone is known, and pay nothing for this.
  if (!next || !reader || people.length < 2) return null;
  const current = meetingWindow(next);
  const zone = current && zoneAt(reader.policy, current.fromMs);
  if (current === null || zone === null || !isKnownZone(zone)) return null;
  const placed = placedAmong(people);
  if (placed.length < 2) return null;
  const burdened = placed.filter(({ fairness }) => isOffHours(fairness, current));
  if (burdened.length === 0) return null;
  const isSeries = occurrences.length > 1;
  const slots = searchFor(placed, searchWindow(current, zone, nowMs, isSeries ? 1 : searchedDays), current);
  const best = slots.best;
  if (best === undefined || !isWorthIt(slots.current, best)) return null;
  const proposedZone = zoneAt(reader.policy, best.startMs);
  if (proposedZone === null || !isKnownZone(proposedZone)) return null;
  if (isSeries && !holdsForSeries(occurrences, placed, best.startMs, zone)) return null;
  const spared = sparedInWords(burdened, slots.current, best);
  if (spared === null) return null;
  const { text } = instantToLocal(best.startMs, proposedZone);
  return isSeries
    ? `A fairer time for the series: ${text.slice(-5)} (spares ${spared}).`
    : `A fairer time: ${text} (spares ${spared}).`;
}

function placedAmong(people: readonly ProtectedPerson[]): Placed[] {
  return people.flatMap((protectedPerson) => {
    const fairness = fairnessPersonOf(protectedPerson.person, protectedPerson.policy);
    return fairness === null ? [] : [{ protectedPerson, fairness }];
  });
}

/** So many local days from the one on which the meeting begins, and nothing that has passed. */
function searchWindow({ fromMs }: Window, zone: string, nowMs: number | null, days: number): Window {
  const { date } = instantToLocal(fromMs, zone);
  return {
    fromMs: Math.max(wallTimeToInstant(date, midnight, zone), nowMs ?? Number.NEGATIVE_INFINITY),
    toMs: wallTimeToInstant(addDays(date, days), midnight, zone),
  };
}

function searchFor(
  placed: readonly Placed[],
  window: Window,
  current: Window,
): { readonly current: FairSlot; readonly best: FairSlot | undefined } {
  const query = {
    people: placed.map((each) => slotPerson(each, window)),
    durationMinutes: minutesOf(current),
    currentStartMs: current.fromMs,
    quorum: null,
    bufferMinutes: 0,
  };
  return {
    current: slotAt(query, current.fromMs),
    best: findSlots({ ...query, window, limit: 1 }).slots[0],
  };
}

/** Nothing was carried: it is this one time whose burden is to be halved, whoever carried the last. */
function slotPerson(
  { protectedPerson: { policy, focusEvents }, fairness }: Placed,
  window: Window,
): SlotPerson {
  return {
    ...fairness,
    attendance: 'required',
    takesOffHours: policy.takesOffHours,
    carried: 0,
    availability: null,
    blocked: protectedWindows(policy, focusEvents, window),
  };
}

/** Whether the clock time of a proposal is worth it at most of the times of a series, too. */
function holdsForSeries(
  occurrences: readonly Occurrence[],
  placed: readonly Placed[],
  startMs: number,
  zone: string,
): boolean {
  const { minuteOfDay } = instantToLocal(startMs, zone);
  const time = { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
  const good = occurrences.filter((occurrence) => {
    const current = meetingWindow(occurrence);
    if (current === null) return false;
    const movedMs = wallTimeToInstant(instantToLocal(current.fromMs, zone).date, time, zone);
    const lengthMs = current.toMs - current.fromMs;
    const people = placed.map((each) => slotPerson(each, { fromMs: movedMs, toMs: movedMs + lengthMs }));
    const query = {
      people,
      durationMinutes: minutesOf(current),
      currentStartMs: null,
      quorum: null,
      bufferMinutes: 0,
    };
    const moved = slotAt(query, movedMs);
    return (
      moved.people.every(({ attends }) => attends !== 'no') && isWorthIt(slotAt(query, current.fromMs), moved)
    );
  });
  return good.length >= occurrences.length * seriesWorthFrom;
}

function isWorthIt(current: FairSlot, proposed: FairSlot): boolean {
  return worstBurden(proposed) <= worstBurden(current) * worthIt;
}

/** Of everyone: the search itself counts nobody who opted out of the hour, and the current hour may be just that. */
function worstBurden({ people }: FairSlot): number {
  return Math.max(0, ...people.map(({ burden }) => burden ?? 0));
}

/** `mei@acme.example 03:00`, those whose off-hours get lighter; null where there are none. */
function sparedInWords(burdened: readonly Placed[], current: FairSlot, best: FairSlot): string | null {
  const burdenOf = ({ people }: FairSlot, wanted: string): number | null =>
    people.find(({ name }) => name === wanted)?.burden ?? null;
  const spared = burdened.flatMap(({ fairness: { name }, protectedPerson: { policy } }) => {
    const [now, then] = [burdenOf(current, name), burdenOf(best, name)];
    const zone = zoneAt(policy, current.startMs);
    if (now === null || then === null || then >= now || zone === null) return [];
    return [`${name} ${instantToLocal(current.startMs, zone).text.slice(-5)}`];
  });
  if (spared.length === 0) return null;
  const named = spared.slice(0, mostNamed).join(', ');
  return spared.length > mostNamed ? `${named} and ${spared.length - mostNamed} more` : named;
}

function minutesOf({ fromMs, toMs }: Window): number {
  return Math.max(1, Math.floor((toMs - fromMs) / 60_000));
}
