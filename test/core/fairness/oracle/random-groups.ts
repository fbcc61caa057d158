import fc from 'fast-check';
import type { SlotPerson, SlotQuery } from '../../../../src/core/fairness/find-slots.ts';
import type { Window } from '../../../../src/core/meeting/event-time.ts';
import type { WeeklyWindow } from '../../../../src/core/meeting/policy.ts';
import type { ZoneStay } from '../../../../src/core/meeting/zone-at.ts';
import { clockChanges } from './local-clock.ts';

/** Zones and moments that a few hundred random groups share, so that luxon is asked once for each of their minutes. */
export interface Season {
  /** Where the ranges lie: a clock change of some of the zones, and any moment. */
  readonly anchors: readonly Anchor[];
}

interface Anchor {
  readonly ms: number;
  /** Zones of somebody in every group. */
  readonly zones: readonly string[];
  /** Zones of the others. */
  readonly otherZones: readonly string[];
}

export const seasonCount = 20;

/** Old names that calendars still write, beside all names of the runtime. */
const aliases = [
  ...['Asia/Calcutta', 'Asia/Katmandu', 'Asia/Saigon', 'America/Buenos_Aires', 'US/Pacific', 'UTC', 'GB'],
  ...['Etc/GMT+12', 'Etc/GMT-14', 'Europe/Kiev', 'America/Godthab', 'Pacific/Enderbury', 'NZ-CHAT'],
];
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Season 0 to 19: each has its own twentieth of all zones, a year from 2024 to 2028 and a clock change of it. */
export function seasonOf(index: number): Season {
  const zones = [...Intl.supportedValuesOf('timeZone'), ...aliases].filter(
    (_, at) => at % seasonCount === index,
  );
  const year = 2024 + (index % 5);
  const zonesByChange = new Map<number, string[]>();
  for (const zone of zones)
    for (const ms of clockChanges(zone, year))
      zonesByChange.set(ms, [...(zonesByChange.get(ms) ?? []), zone]);
  const changes = [...zonesByChange]
    .sort(([a], [b]) => a - b)
    .map(([ms, changing]) => ({ ms, zones: changing, otherZones: zones }));
  const change = changes[(index * 7) % changes.length];
  // Clocks change on few weekdays; the others come from a moment without a change, in a few of the zones.
  const few = change ? zones.filter((_, at) => at % 4 === index % 4) : zones;
  const quietMs = Date.UTC(year, index % 12, 1 + ((index * 11) % 28), index);
  const quiet = { ms: quietMs, zones: few, otherZones: few };
  return { anchors: change ? [change, quiet] : [quiet] };
}

/** `value` once for every `times` times `otherwise`. */
const sometimes = <T>(value: fc.Arbitrary<T>, times: number, otherwise: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: otherwise, weight: times }, { arbitrary: value, weight: 1 });

const carried = fc.oneof(
  { arbitrary: fc.constant(0), weight: 3 },
  { arbitrary: fc.integer({ min: 0, max: 500 }), weight: 2 },
  { arbitrary: fc.integer({ min: 0, max: 1_000_000 }), weight: 1 },
);

const usualHours: readonly WeeklyWindow[] = [
  { weekdays: [1, 2, 3, 4, 5], start: { hour: 9, minute: 0 }, end: { hour: 17, minute: 0 } },
];

/** Nights, part time, half hours, windows until 24:00, several a day, nothing on some days or at all. */
const ownHours: fc.Arbitrary<readonly WeeklyWindow[]> = fc.array(
  fc
    .record({
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
      from: fc.oneof(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 47 }).map((half) => half * 30),
        fc.integer({ min: 0, max: 1439 }),
      ),
      length: fc.oneof(
        fc.constant(1440),
        fc.integer({ min: 1, max: 20 }).map((half) => half * 30),
      ),
    })
    .map(({ weekdays, from, length }) => ({
      weekdays,
      start: { hour: Math.floor(from / 60), minute: from % 60 },
      end: wallTime(Math.min(1440, from + length)),
    })),
  { maxLength: 4 },
);

function wallTime(minute: number): WeeklyWindow['end'] {
  return { hour: Math.floor(minute / 60), minute: minute % 60 };
}

/** Windows around a moment, at any minute. */
const windowsAround = (ms: number, longestHours: number): fc.Arbitrary<Window[]> =>
  fc.array(
    fc
      .record({
        from: fc.integer({ min: -48 * 60, max: 48 * 60 }),
        length: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: longestHours * 60 })),
      })
      .map(({ from, length }) => ({
        fromMs: ms + from * minuteMs,
        toMs: ms + (from + length) * minuteMs,
      })),
    { maxLength: 3 },
  );

/** Where somebody is: at home, or travelling once or twice, and now and then nobody knows where. */
function staysIn({ ms, otherZones }: Anchor): fc.Arbitrary<readonly ZoneStay[]> {
  const zone = sometimes<string | null>(fc.constant(null), 4, fc.constantFrom(...otherZones));
  const journey = fc.record({ minute: fc.integer({ min: -30 * 60, max: 30 * 60 }), zone });
  return fc
    .record({
      home: zone,
      journeys: fc.uniqueArray(journey, { maxLength: 2, selector: ({ minute }) => minute }),
    })
    .map(({ home, journeys }) => [
      { fromMs: Number.NEGATIVE_INFINITY, zone: home },
      ...journeys
        .sort((one, other) => one.minute - other.minute)
        .map((stay) => ({ fromMs: ms + stay.minute * minuteMs, zone: stay.zone })),
    ]);
}

const staysAtHome = (zones: readonly string[]): fc.Arbitrary<readonly ZoneStay[]> =>
  fc.constantFrom(...zones).map((zone) => [{ fromMs: Number.NEGATIVE_INFINITY, zone }]);

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

type Life = Pick<SlotPerson, 'stays' | 'workingHours' | 'daysOff'>;

/** A third of the groups live by their own hours, with days off and journeys. */
function livesIn(anchor: Anchor): fc.Arbitrary<Life[]> {
  const { ms, zones, otherZones } = anchor;
  const dates = [-2, -1, 0, 1, 2].map((days) => dateOf(ms + days * dayMs));
  const plain = fc.record({
    stays: staysAtHome(otherZones),
    workingHours: fc.constant(usualHours),
    daysOff: fc.constant<string[]>([]),
  });
  const own = fc.record({
    stays: fc.oneof(staysAtHome(otherZones), staysIn(anchor)),
    workingHours: sometimes(ownHours, 1, fc.constant(usualHours)),
    daysOff: sometimes(fc.subarray(dates), 1, fc.constant<string[]>([])),
  });
  const group = (life: fc.Arbitrary<Life>): fc.Arbitrary<Life[]> =>
    fc
      .tuple(staysAtHome(zones), fc.array(life, { minLength: 2, maxLength: 12 }))
      .map(([stays, [first, ...rest]]) => [
        { workingHours: usualHours, daysOff: [], ...first, stays },
        ...rest,
      ]);
  return fc.oneof({ arbitrary: group(plain), weight: 2 }, { arbitrary: group(own), weight: 1 });
}

type Terms = Omit<SlotPerson, keyof Life | 'name'>;

const withoutTerms: fc.Arbitrary<Terms> = carried.map((points) => ({
  attendance: 'required',
  takesOffHours: true,
  carried: points,
  availability: null,
  blocked: [],
}));

function constraintsAround(ms: number): fc.Arbitrary<Terms> {
  const everything = [{ fromMs: ms - 200 * hourMs, toMs: ms + 200 * hourMs }];
  const unknown = fc.constant<SlotPerson['availability']>(null);
  const idle = fc.constant<SlotPerson['availability']>({ known: everything, busy: [] });
  const read = fc.record({
    known: sometimes(windowsAround(ms, 72), 3, fc.constant(everything)),
    busy: windowsAround(ms, 4),
  });
  return fc.record({
    attendance: fc.constantFrom('required', 'optional', 'optional'),
    takesOffHours: sometimes(fc.constant(false), 3, fc.constant(true)),
    carried,
    availability: fc.oneof(
      { arbitrary: unknown, weight: 1 },
      { arbitrary: idle, weight: 4 },
      { arbitrary: read, weight: 3 },
    ),
    blocked: sometimes(windowsAround(ms, 3), 4, fc.constant<Window[]>([])),
  });
}

/** Five hours to two days around the anchor, the shorter the more often; a week now and then. */
const ranges = fc.oneof(
  { arbitrary: range(240, 300, 420), weight: 430 },
  { arbitrary: range(300, 420, 660), weight: 165 },
  { arbitrary: range(720, 660, 2880), weight: 4 },
  { arbitrary: fc.constant({ before: 4 * 1440, length: 7 * 1440 }), weight: 1 },
);

/** The longer the range the fewer people, since luxon is asked for each of their minutes. */
function mostPeople(rangeMinutes: number): number {
  if (rangeMinutes > 2880) return 2;
  return rangeMinutes > 660 ? 3 : 12;
}

/** Minutes before the anchor at which the range begins, and its length in minutes. */
function range(before: number, min: number, max: number): fc.Arbitrary<{ before: number; length: number }> {
  return fc.record({ before: fc.integer({ min: 0, max: before }), length: fc.integer({ min, max }) });
}

/** Random questions of a season, shrinkable: without constraints, or with everything that a slot search knows. */
export function groupsOf(season: Season, constrained: boolean): fc.Arbitrary<SlotQuery> {
  return fc.constantFrom(...season.anchors.slice(0, 1), ...season.anchors).chain((anchor) => {
    const { ms } = anchor;
    return fc
      .record({
        lives: livesIn(anchor),
        terms: fc.array(constrained ? constraintsAround(ms) : withoutTerms, { minLength: 12, maxLength: 12 }),
        range: ranges,
        quarters: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 32 })),
        current: fc.option(fc.integer({ min: -24 * 60, max: 24 * 60 })),
        quorum: constrained ? fc.option(fc.integer({ min: 1, max: 6 })) : fc.constant(null),
        bufferMinutes: constrained ? fc.constantFrom(0, 0, 5, 10, 15, 30) : fc.constant(0),
        limit: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant(1000)),
      })
      .map(({ lives, terms, range, quarters, current, ...rest }) => ({
        ...rest,
        people: lives.slice(0, mostPeople(range.length)).map((life, index) => ({
          name: `P${index}`,
          ...life,
          ...(terms[index] as Terms),
        })),
        window: { fromMs: ms - range.before * minuteMs, toMs: ms + (range.length - range.before) * minuteMs },
        durationMinutes: quarters * 15,
        currentStartMs: current === null ? null : ms + current * minuteMs,
      }));
  });
}
