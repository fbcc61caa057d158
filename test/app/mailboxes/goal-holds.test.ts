import { describe, expect, it } from '@jest/globals';
import { type CalendarTime, goalHolds, goalTime } from '../../../src/app/mailboxes/goal-holds.ts';
import type { HoldRecord } from '../../../src/app/ports/store/holds.ts';
import type { Policy, WeeklyGoal } from '../../../src/core/meeting/policy.ts';
import { freeDay, policy, working } from '../../core/time/samples.ts';

const mondayMs = Date.parse('2026-11-23T07:00:00Z');
const at = (iso: string) => Date.parse(`${iso}:00Z`);
const goal: WeeklyGoal = { hours: 4, firmness: 'soft', leastMinutes: 90 };
const focus = { calendarEvents: true, categories: [], blocks: [] };
const free: CalendarTime = { busy: [], takenOn: [], focus: [], holds: [] };

function wanting(changes: Partial<Policy> = {}, weeklyGoal: Partial<WeeklyGoal> = {}): Policy {
  return policy({
    workingHours: [working([1, 2, 3, 4, 5])],
    focus: { ...focus, weeklyGoal: { ...goal, ...weeklyGoal } },
    ...changes,
  });
}

const keysOf = (given: Policy, calendar: Partial<CalendarTime> = {}, nowMs = mondayMs) =>
  goalHolds(given, nowMs, { ...free, ...calendar }).map(({ key }) => key);

/** The holds of a first look, as they stand in the store. */
function standing(given: Policy): readonly HoldRecord[] {
  return goalHolds(given, mondayMs, free).map(({ key, startMs, endMs }, index) => ({
    ...{ id: `hold-${index}`, mailboxId: 'mailbox', entryId: null, releasedMs: null },
    ...{ key, startMs, endMs },
  }));
}

const meeting = [{ fromMs: at('2026-11-23T09:00'), toMs: at('2026-11-23T10:00') }];

describe('holds of a weekly goal', () => {
  it('are booked for this week and the three after it, without asking for other holds', () => {
    expect(keysOf(wanting())).toEqual([
      'focus-goal 2026-11-23 09:00-13:00 Europe/Paris',
      'focus-goal 2026-11-30 09:00-13:00 Europe/Paris',
      'focus-goal 2026-12-07 09:00-13:00 Europe/Paris',
      'focus-goal 2026-12-14 09:00-13:00 Europe/Paris',
    ]);
  });

  it('are none without a goal, or where nobody knows the clock', () => {
    expect(keysOf(policy({ focus }))).toEqual([]);
    expect(keysOf(wanting({ zone: null }))).toEqual([]);
  });

  it('leave out what is protected anyway: days, hours, and focus events of the calendar', () => {
    const blocks = [working([2], 9, 10)];
    const given = wanting({ ...freeDay(1), focus: { ...focus, blocks, weeklyGoal: { ...goal, hours: 12 } } });
    const own = [{ fromMs: at('2026-11-25T13:00'), toMs: at('2026-11-25T14:00') }];
    expect(keysOf(given, { focus: own }).slice(0, 2)).toEqual([
      'focus-goal 2026-11-25 09:00-11:00 Europe/Paris',
      'focus-goal 2026-12-02 09:00-12:00 Europe/Paris',
    ]);
  });

  it('leave out public holidays, and follow the person on a journey', () => {
    const travel = [{ fromDate: '2026-11-24', toDate: '2026-11-24', zone: 'Asia/Singapore' }];
    const given = wanting({ travel, publicHolidays: ['2026-11-23', '2026-11-30'] });
    expect(keysOf(given).slice(0, 2)).toEqual([
      'focus-goal 2026-11-24 09:00-13:00 Asia/Singapore',
      'focus-goal 2026-12-01 09:00-13:00 Europe/Paris',
    ]);
  });

  it('stay where they stand, and give way to a meeting where the goal is soft', () => {
    const given = wanting();
    const holds = standing(given);
    expect(keysOf(given, { holds })).toEqual(holds.map(({ key }) => key));
    expect(keysOf(given, { holds, busy: meeting })).toEqual([
      'focus-goal 2026-11-24 09:00-13:00 Europe/Paris',
      ...holds.slice(1).map(({ key }) => key),
    ]);
  });

  it('give way to what the owner accepted only where the goal is hard', () => {
    const given = wanting({}, { firmness: 'hard' });
    const holds = standing(given);
    expect(keysOf(given, { holds, busy: meeting })).toEqual(holds.map(({ key }) => key));
    expect(keysOf(given, { holds, busy: meeting, takenOn: meeting })[0]).toContain('2026-11-24');
  });

  it('let the calendar decline only where the goal is hard', () => {
    const holds = { inCalendar: true, autoDecline: 'new-conflicts' } as const;
    expect(keysOf(wanting({ holds }))[0]).not.toContain('new-conflicts');
    expect(keysOf(wanting({ holds }, { firmness: 'hard' }))[0]).toContain(' new-conflicts');
  });

  it('are still wanted while they run and once they are over', () => {
    const given = wanting();
    const holds = standing(given);
    for (const now of ['2026-11-23T09:30', '2026-11-25T12:00'])
      expect(keysOf(given, { holds }, at(now))).toEqual(holds.map(({ key }) => key));
  });

  it('are told from holds of another kind', () => {
    const [first, ...others] = standing(wanting());
    const block = { ...first, key: 'focus-block 2026-11-23 09:00-13:00 Europe/Paris' } as HoldRecord;
    expect(goalTime([block, ...others])[0]).toEqual({
      fromMs: at('2026-11-30T08:00'),
      toMs: at('2026-11-30T12:00'),
    });
    expect(goalTime([block, ...others]).length).toBe(3);
  });
});
