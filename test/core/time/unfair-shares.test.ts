import { describe, expect, it } from '@jest/globals';
import type { Occurrence } from '../../../src/core/meeting/event-time.ts';
import type { Policy } from '../../../src/core/meeting/policy.ts';
import { carriedBefore } from '../../../src/core/time/carried-before.ts';
import { checkTime, type ProtectedPerson } from '../../../src/core/time/check-time.ts';
import { findCollisions } from '../../../src/core/time/find-collisions.ts';
import { fairnessPersonOf, isOffHours, meetingWindow } from '../../../src/core/time/off-hours.ts';
import { withUnfairShares } from '../../../src/core/time/unfair-shares.ts';
import { floating, lasting, policy, working } from './samples.ts';

const nowMs = Date.parse('2026-11-18T09:00:00Z');
const office = { workingHours: [working([1, 2, 3, 4, 5])] };

function person(name: string, zone: string | null, changes: Partial<Policy> = {}): ProtectedPerson {
  return { person: name, policy: policy({ ...office, zone, ...changes }), focusEvents: [] };
}

const sam = person('sam', 'Europe/Paris');
const mei = person('mei', 'Asia/Singapore');
const lee = person('lee', 'America/New_York');
/** 17:30 in Paris (60 point-minutes), 00:30 in Singapore (360), 11:30 in New York (none). */
const lateForMei = lasting('2026-11-12T16:30:00Z');

/** Who is marked, with how many percent. */
function marked(
  people: readonly ProtectedPerson[],
  occurrences: readonly Occurrence[],
  at: number | null = nowMs,
  carried: ReadonlyMap<string, number> | null = null,
): Record<string, number> {
  const found = withUnfairShares(people, { meeting: { occurrences }, nowMs: at, carried });
  return Object.fromEntries(
    found.flatMap(({ person: name, unfairPercent }) =>
      unfairPercent === undefined ? [] : [[name, unfairPercent]],
    ),
  );
}

/** What these people carried as of `nowMs`. */
function carriedBy(people: readonly ProtectedPerson[], occurrences: readonly Occurrence[]) {
  const placed = people.flatMap(({ person: name, policy: own }) => fairnessPersonOf(name, own) ?? []);
  return Object.fromEntries(carriedBefore({ occurrences }, placed, nowMs));
}

describe('what people carried before', () => {
  it.each<[string, Occurrence[], Record<string, number>]>([
    ['of one time, about a week ago', [lateForMei], { sam: 57, mei: 343 }],
    ['half of it a half-life ago, to the hour', [lasting('2026-08-26T09:00:00Z')], { sam: 0, mei: 30 }],
    ['in hours that suit both', [lasting('2026-11-12T08:00:00Z')], { sam: 0, mei: 0 }],
    ['of what lies ahead', [lasting('2026-11-19T16:30:00Z')], {}],
    ['of what begins at this moment', [lasting('2026-11-18T09:00:00Z')], {}],
    ['of what was cancelled', [{ ...lateForMei, counts: false }], {}],
    ['of what one of them declined', [{ ...lateForMei, declinedBy: ['mei'] }], { sam: 57 }],
    ['ten half-lives ago and more', [lasting('2024-07-01T16:30:00Z')], {}],
    ['of floating times', [floating('2026-11-12T23:00:00', '2026-11-13T00:00:00')], {}],
    ['of what lasts for days', [lasting('2026-11-12T16:30:00Z', 3000)], {}],
  ])('%s', (_, occurrences, expected) => {
    expect(carriedBy([sam, mei], occurrences)).toEqual(expected);
  });

  it('adds up', () => {
    const both = carriedBy([mei], [lateForMei, lasting('2026-11-17T16:30:00Z')]);
    expect(both.mei).toBeGreaterThan(343 + 355);
  });
});

describe('an unfair share', () => {
  it.each<[string, Record<string, number>, Record<string, number>]>([
    ['is more than one and a half times the mean', marked([sam, mei], [lateForMei]), { mei: 86 }],
    ['of all whose zone is known', marked([sam, mei, lee], [lateForMei]), { mei: 86 }],
    ['not of those whose zone is not', marked([mei, person('bo', null)], [lateForMei]), {}],
    ['nor of those in a zone of fiction', marked([mei, person('bo', 'Mars/Base')], [lateForMei]), {}],
    ['nobody has alone', marked([mei], [lateForMei]), {}],
    ['nobody has at a first time', marked([sam, mei], [lasting('2026-11-19T16:30:00Z')]), {}],
    ['nobody has where the moment is unknown', marked([sam, mei], [lateForMei], null), {}],
    ['nobody has where two carry the same', marked([mei, { ...mei, person: 'tan' }], [lateForMei]), {}],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('may be stated, and then outweighs the past of the meeting', () => {
    const carried = new Map([
      ['sam', 900],
      ['mei', 100],
    ]);
    expect(marked([sam, mei], [lateForMei], null, carried)).toEqual({ sam: 90 });
    const exactly = new Map([
      ['sam', 75],
      ['mei', 25],
    ]);
    expect(marked([sam, mei], [lateForMei], nowMs, exactly)).toEqual({});
  });

  it('forgets by half-life: an old debt does not outweigh a fresh one', () => {
    // Each time is a night of one of them and costs nobody else.
    const nightOfMei = lasting('2026-11-12T15:00:00Z');
    const [inMay, inNovember] = [lasting('2026-05-20T01:00:00Z'), lasting('2026-11-12T01:00:00Z')];
    expect(marked([sam, mei], [inMay, nightOfMei])).toEqual({ mei: 81 });
    expect(marked([sam, mei], [inNovember, nightOfMei])).toEqual({});
  });
});

describe('off-hours', () => {
  it.each<[string, string, number, boolean]>([
    ['working hours are not', '2026-11-25T09:00:00Z', 60, false],
    ['two hours after them are not', '2026-11-25T17:00:00Z', 60, false],
    ['a minute later is', '2026-11-25T17:01:00Z', 60, true],
    ['the hours of sleep are', '2026-11-25T05:00:00Z', 60, true],
    ['a Sunday morning is a day off, but no night', '2026-11-29T09:00:00Z', 60, false],
    ['what lasts for years is no meeting', '2026-11-25T05:00:00Z', 2_000_000, false],
  ])('%s', (_, iso, minutes, expected) => {
    const ms = Date.parse(iso);
    const paris = fairnessPersonOf('sam', sam.policy);
    expect(paris && isOffHours(paris, { fromMs: ms, toMs: ms + minutes * 60_000 })).toBe(expected);
  });

  it('has no window where there is no instant, no length or no end', () => {
    const unmeasured = [
      floating('2026-11-25T10:00:00', '2026-11-25T11:00:00'),
      lasting('2026-11-25T10:00:00Z', 0),
      lasting('2026-11-25T10:00:00Z', 721),
    ];
    expect(unmeasured.map(meetingWindow)).toEqual([null, null, null]);
    expect(meetingWindow(lasting('2026-11-25T10:00:00Z', 720))).not.toBeNull();
  });
});

describe('the protection from an unfair burden', () => {
  const enforcement = { default: 'observe', 'unfair-burden': 'enforce' } as const;
  const unfair = { ...person('mei', 'Asia/Singapore', { enforcement }), unfairPercent: 78 };

  it('collides off-hours, in words and numbers, as hard as the policy says', () => {
    const found = findCollisions([lasting('2026-11-26T15:00:00Z')], [unfair]);
    expect(found.collisions.map(({ collision, enforcement: acts }) => [collision.rule, acts])).toEqual([
      ['unfair-burden', 'enforce'],
      ['outside-working-hours', 'observe'],
    ]);
    const { decidedBy, reasons } = checkTime(found);
    expect(decidedBy).toBe('unfair-burden');
    expect(reasons[0]?.because).toBe(
      "Thu 2026-11-26 23:00 is off-hours again for mei, who carried 78 % of this series' off-hours.",
    );
  });

  it.each<[string, Occurrence, ProtectedPerson]>([
    ['in an hour near working hours', lasting('2026-11-26T10:00:00Z'), unfair],
    ['for somebody whose share is fair', lasting('2026-11-26T15:00:00Z'), mei],
    ['at a floating time', floating('2026-11-26T23:00:00', '2026-11-26T23:30:00'), unfair],
  ])('not %s', (_, event, whom) => {
    const rules = findCollisions([event], [whom]).collisions.map(({ collision }) => collision.rule);
    expect(rules).toEqual(['outside-working-hours']);
  });
});
