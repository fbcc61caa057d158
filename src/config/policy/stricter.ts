import {
  type AutoDecline,
  autoDeclines,
  type Enforcement,
  type ResponseWindow,
  type WeeklyWindow,
} from '../../core/meeting/policy.ts';
import { type BindingKey, enforcementLevels, type Setting } from './policy-schema.ts';
import { asyncUmbrella, isAsyncRule } from './rule-names.ts';
import { sharedWindows } from './weekly-windows.ts';

type Combine = { readonly [Key in BindingKey]: (a: Setting<Key>, b: Setting<Key>) => Setting<Key> };
type Enforcements = Setting<'enforcement'>;

/**
 * The meaning of "protects more", setting by setting: the value that protects at least as much as both.
 * Where two weekly windows share no hour there is no such value, and `a`, the higher level's, stands.
 */
export function stricter<Key extends BindingKey>(key: Key, a: Setting<Key>, b: Setting<Key>): Setting<Key> {
  return combine[key](a, b);
}

const combine: Combine = {
  workingHours: narrower,
  noMeetingDays: (a, b) => {
    const days = new Map(a.map((day) => [day.weekday, day]));
    for (const day of b) {
      const known = days.get(day.weekday);
      const exceptDates = known ? inBoth(known.exceptDates, day.exceptDates) : day.exceptDates;
      const allowPurposes = known ? inBoth(known.allowPurposes, day.allowPurposes) : day.allowPurposes;
      days.set(day.weekday, { weekday: day.weekday, exceptDates, allowPurposes });
    }
    return [...days.values()].toSorted((x, y) => x.weekday - y.weekday);
  },
  focus: (a, b) => ({
    calendarEvents: either(a.calendarEvents, b.calendarEvents, (x, y) => x || y),
    categories: either(a.categories, b.categories, inEither),
    blocks: either(a.blocks, b.blocks, inEither),
    weeklyGoal: either(a.weeklyGoal, b.weeklyGoal, higherGoal),
  }),
  holds: (a, b) => ({
    inCalendar: either(a.inCalendar, b.inCalendar, (x, y) => x || y),
    autoDecline: either(a.autoDecline, b.autoDecline, harderDecline),
  }),
  publicHolidays: (a, b) => ({
    // Where somebody is, is no matter of strictness: the lower level knows it better.
    region: b.region ?? a.region,
    extra: either(a.extra, b.extra, inEither),
    except: inBoth(a.except ?? [], b.except ?? []),
  }),
  // A lower level may add an emergency but not remove one: being unreachable in an emergency costs more than an hour.
  emergencies: inEither,
  exempt: (a, b) => ({
    people: either(a.people, b.people, inBoth),
    domains: either(a.domains, b.domains, inBoth),
    categories: either(a.categories, b.categories, inBoth),
  }),
  enforcement: harder,
  // Caution is what this one protects: a lower level may ask for more certainty before anything is answered.
  answerConfidence: Math.max,
  responseWindows: (a, b) => ({
    question: either(a.question, b.question, longer),
    review: either(a.review, b.review, longer),
    rfc: either(a.rfc, b.rfc, longer),
    decision: either(a.decision, b.decision, longer),
    status: either(a.status, b.status, longer),
    video: either(a.video, b.video, longer),
    handover: either(a.handover, b.handover, longer),
  }),
  limits: (a, b) => ({
    people: either(a.people, b.people, lower),
    minutes: either(a.minutes, b.minutes, lower),
    agendaFromMinutes: either(a.agendaFromMinutes, b.agendaFromMinutes, lower),
  }),
  budget: (a, b) => ({
    slots: either(a.slots, b.slots, narrower),
    hoursPerDay: either(a.hoursPerDay, b.hoursPerDay, lower),
    hoursPerWeek: either(a.hoursPerWeek, b.hoursPerWeek, lower),
  }),
};

/** How hard a rule acts by one level's words; undefined where the level says nothing that reaches it. */
export function enforcementOf(stated: Enforcements, rule: string): Enforcement | undefined {
  return namedFor(stated, rule) ?? stated.default;
}

/** The same by name: of the rule itself, or of all rules that say async. */
export function namedFor(stated: Enforcements, rule: string): Enforcement | undefined {
  const entries: Readonly<Record<string, Enforcement | undefined>> = stated;
  const umbrella = isAsyncRule(rule) ? stated[asyncUmbrella] : undefined;
  return (Object.hasOwn(entries, rule) ? entries[rule] : undefined) ?? umbrella;
}

function harder(a: Enforcements, b: Enforcements): Enforcements {
  const rules = new Set([...Object.keys(a), ...Object.keys(b)]);
  const rank = (level: Enforcement) => enforcementLevels.indexOf(level);
  const pairs = [...rules].flatMap((rule) => {
    const level = either(enforcementOf(a, rule), enforcementOf(b, rule), (x, y) =>
      rank(x) >= rank(y) ? x : y,
    );
    return level ? [[rule, level] as const] : [];
  });
  return Object.fromEntries(pairs);
}

type Goal = NonNullable<Setting<'focus'>['weeklyGoal']>;

function higherGoal(a: Goal, b: Goal): Goal {
  return {
    hours: Math.max(a.hours, b.hours),
    firmness: either(a.firmness, b.firmness, (x, y) => (x === 'hard' ? x : y)),
    leastMinutes: either(a.leastMinutes, b.leastMinutes, Math.max),
  };
}

function harderDecline(a: AutoDecline, b: AutoDecline): AutoDecline {
  return autoDeclines.indexOf(b) > autoDeclines.indexOf(a) ? b : a;
}

/** The stated one of two values; both combined where both are stated. */
function either<Value>(
  a: Value | undefined,
  b: Value | undefined,
  both: (a: Value, b: Value) => Value,
): Value | undefined {
  // Not `??`: null is a value here, no limit.
  if (a === undefined) return b;
  return b === undefined ? a : both(a, b);
}

function inBoth<Item>(a: readonly Item[], b: readonly Item[]): Item[] {
  return a.filter((item) => b.includes(item));
}

function inEither<Item>(a: readonly Item[], b: readonly Item[]): Item[] {
  return [...new Map([...a, ...b].map((item) => [JSON.stringify(item), item])).values()];
}

function lower(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

/** A working day lasts at least the 24 hours of the clock until the same time of the next day. */
function longer(a: ResponseWindow, b: ResponseWindow): ResponseWindow {
  const clockHours = (window: ResponseWindow) =>
    'hours' in window ? window.hours : window.workingDays * 24 + 0.5;
  return clockHours(b) > clockHours(a) ? b : a;
}

function narrower<Item extends WeeklyWindow>(a: Item[], b: Item[]): Item[];
function narrower(a: WeeklyWindow[], b: WeeklyWindow[]): WeeklyWindow[] {
  const shared = sharedWindows(a, b);
  return shared.length > 0 ? shared : a;
}
