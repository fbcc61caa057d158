import { usualWorkingHours } from '../../core/fairness/fairness-person.ts';
import { type FairSlot, findSlots, type SlotPerson, slotAt } from '../../core/fairness/find-slots.ts';
import { type HourKinds, hourKinds } from '../../core/fairness/hour-kinds.ts';
import { warnAboutSlot } from '../../core/fairness/warnings.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import { instantToLocal } from '../../core/meeting/wall-time.ts';
import { fairnessPersonOf } from '../../core/time/off-hours.ts';
import { protectedWindows } from '../../core/time/protected-windows.ts';
import { burdenedOf, type FairerThough, fairerThough } from './fairer-though.ts';
import type { PlanPerson } from './plan-people.ts';
import type { Plan } from './read-plan.ts';

/** What the hour is to somebody: the hardest kind of its minutes. */
type HourKind = 'preferred' | 'near' | 'awake' | 'asleep' | 'day-off' | 'unknown';

/** What the chosen time means for one person. */
interface PersonHour {
  readonly address: string;
  /** IANA name at that time; null where nobody knows it. */
  readonly zone: string | null;
  readonly kind: HourKind;
  /** Point-minutes; null where the zone is unknown. */
  readonly burden: number | null;
  /** Point-minutes that they carried off-hours in meetings with the planner; 0 where none are known. */
  readonly carried: number;
}

/** Another time that could be chosen. Epoch milliseconds. */
interface PlanSlot {
  readonly startMs: number;
  readonly endMs: number;
  /** For whom it lies outside working hours; `zone` is the IANA name of their clock then. */
  readonly burdened: readonly { readonly address: string; readonly zone: string }[];
  /** `free` only where everybody is known to be free. */
  readonly availability: FairSlot['availability'];
}

const toldRules = ['asleep', 'off-hours', 'day-off', 'unfair-share', 'unknown-zone'] as const;

/** Something to be said of the chosen time; people of one warning about their hour share a zone. */
interface PlanWarning {
  readonly rule: (typeof toldRules)[number];
  /** Addresses. */
  readonly people: readonly string[];
}

export interface PlanHours {
  readonly people: readonly PersonHour[];
  /** As the planner's calendar calls people, by address; hostile text. */
  readonly names: ReadonlyMap<string, string>;
  /** Empty where the hour hurts nobody. */
  readonly warnings: readonly PlanWarning[];
  /** Fairest first; none where every time of the window is taken or protected. */
  readonly slots: readonly PlanSlot[];
  /** Why slots are fairer although they burden more people; null where none does, or there is no plain reason. */
  readonly fairer: FairerThough | null;
}

const mostSlots = 5;
/** Somebody who cannot on a day can on none of its hours. */
const mostADay = 2;
/** Quarter hours beside each other are equally fair: so many are looked at to find some that do not overlap. */
const lookedAt = 1_500;

/** Weighs the chosen time for everybody and looks for the fairest others in the window. */
export function planHours(
  { startMs, endMs, zone }: Plan,
  people: readonly PlanPerson[],
  { carried, names }: Pick<PlanHours, 'names'> & { readonly carried: ReadonlyMap<string, number> },
  window: Window,
): PlanHours {
  const query = {
    people: people.map((person) => slotPerson(person, carried.get(person.address) ?? 0, window)),
    durationMinutes: Math.round((endMs - startMs) / 60_000),
    currentStartMs: startMs,
    quorum: null,
    bufferMinutes: 0,
  };
  const chosen = slotAt(query, startMs);
  const slots = apart(findSlots({ ...query, window, limit: lookedAt }).slots, zone);
  return {
    people: chosen.people.map(({ name, zone: at, burden, carried: before }, index) => {
      const person = query.people[index];
      return {
        ...{ address: name, zone: at, burden, carried: before },
        kind: person === undefined ? 'unknown' : hardestKind(hourKinds(person, startMs, endMs)),
      };
    }),
    names,
    warnings: warnAboutSlot(chosen, query.people, { of: '', since: null }).flatMap((warning) => {
      const rule = toldRules.find((told) => told === warning.rule);
      return rule === undefined ? [] : [{ rule, people: warning.people }];
    }),
    slots: slots.map((slot) => ({
      startMs: slot.startMs,
      endMs: slot.endMs,
      burdened: burdenedOf(slot),
      availability: slot.availability,
    })),
    fairer: fairerThough(chosen, slots),
  };
}

function slotPerson(
  { address, policy, zone, focusEvents, availability }: PlanPerson,
  carried: number,
  window: Window,
): SlotPerson {
  const known = policy === null ? null : fairnessPersonOf(address, policy);
  const assumed = {
    name: address,
    stays: [{ fromMs: Number.NEGATIVE_INFINITY, zone }],
    workingHours: usualWorkingHours,
    daysOff: [],
  };
  return {
    ...(known ?? assumed),
    attendance: 'required',
    takesOffHours: policy?.takesOffHours ?? true,
    carried,
    availability,
    blocked: policy === null ? [] : protectedWindows(policy, focusEvents, window),
  };
}

/** The best that do not overlap each other, on several days. */
function apart(slots: readonly FairSlot[], zone: string): FairSlot[] {
  const dayOf = ({ startMs }: FairSlot): string => instantToLocal(startMs, zone).date;
  const chosen: FairSlot[] = [];
  for (const slot of slots) {
    if (chosen.length === mostSlots) break;
    const overlaps = chosen.some((each) => each.startMs < slot.endMs && slot.startMs < each.endMs);
    const sameDay = chosen.filter((each) => dayOf(each) === dayOf(slot));
    if (!overlaps && sameDay.length < mostADay) chosen.push(slot);
  }
  return chosen;
}

function hardestKind(kinds: HourKinds | null): HourKind {
  if (kinds === null) return 'unknown';
  if (kinds.asleep > 0) return 'asleep';
  if (kinds.dayOff > 0) return 'day-off';
  if (kinds.awake > 0) return 'awake';
  return kinds.near > 0 ? 'near' : 'preferred';
}
