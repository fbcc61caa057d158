import { Engine, type NestedCondition, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { Policy, WeeklyWindow } from '../../src/core/meeting/policy.ts';
import {
  asyncFrom,
  halfKnown,
  liveFrom,
  protectedLimit,
  surelyAsyncFrom,
} from '../../src/core/need/judge-need.ts';
import { needRules } from '../../src/core/need/rules/index.ts';
import type { Facts } from './facts.ts';

const is = (fact: string, value: unknown): NestedCondition => ({ fact, operator: 'equal', value });
const test = (fact: string, operator: string, value: unknown): NestedCondition => ({ fact, operator, value });
const all = (...conditions: NestedCondition[]): TopLevelCondition => ({ all: conditions });
const any = (...conditions: NestedCondition[]): TopLevelCondition => ({ any: conditions });
const minutes = ({ hour, minute }: WeeklyWindow['start']): number => hour * 60 + minute;

/** Later rules see what earlier ones concluded: opinions and protections, then need and time, then the verdict. */
const priorities = { find: 30, conclude: 20, answer: 10 } as const;

/** The product's rules in the conditions of json-rules-engine, over facts that are already extracted. */
export function engineFor(policy: Policy): (facts: Facts) => Promise<string> {
  const engine = new Engine([...needOpinions(), ...protections(policy), ...conclusions(), ...verdictTable()]);
  engine.on('success', (event, almanac) => {
    if (event.type === 'fact') almanac.addRuntimeFact(String(event.params?.fact), event.params?.value);
  });
  return async (facts) => {
    const { events } = await engine.run({ ...facts, need: 'unclear', blocked: false });
    return String(events.find(({ type }) => type === 'verdict')?.params?.verdict ?? 'none');
  };
}

function needOpinions(): RuleProperties[] {
  return needRules.map(({ name, source }) => ({
    name,
    priority: priorities.find,
    conditions: all({ fact: 'shares', path: `$.${name}`, operator: 'greaterThan', value: 0 }),
    event: { type: 'opinion', params: { rule: name, source } },
  }));
}

function protections({ noMeetingDays, publicHolidays, focus, workingHours }: Policy): RuleProperties[] {
  const on = ({ weekdays }: WeeklyWindow): NestedCondition => test('weekday', 'in', weekdays);
  const conditions = {
    'no-meeting-day': any(
      ...noMeetingDays.map(({ weekday, exceptDates }) =>
        all(is('weekday', weekday), test('date', 'notIn', exceptDates)),
      ),
    ),
    'public-holiday': any(test('date', 'in', publicHolidays)),
    'focus-block': any(
      ...focus.blocks.map((block) =>
        all(
          on(block),
          test('from', 'lessThan', minutes(block.end)),
          test('to', 'greaterThan', minutes(block.start)),
        ),
      ),
    ),
    'outside-working-hours': {
      not: any(
        ...workingHours.map((hours) =>
          all(
            on(hours),
            test('from', 'greaterThanInclusive', minutes(hours.start)),
            test('to', 'lessThanInclusive', minutes(hours.end)),
          ),
        ),
      ),
    },
  };
  return Object.entries(conditions).map(([name, condition]) => ({
    name,
    priority: priorities.find,
    conditions: all(is('timeKnown', true), condition),
    event: { type: 'fact', params: { fact: 'blocked', value: true } },
  }));
}

function conclusions(): RuleProperties[] {
  const isLive = any(
    is('urgency', 'emergency'),
    all(
      test('live', 'greaterThan', { fact: 'async' }),
      any(
        test('live', 'greaterThanInclusive', halfKnown.liveFrom),
        all(is('fluent', true), test('live', 'greaterThanInclusive', liveFrom)),
      ),
    ),
  );
  const isAsync = all(
    test('atRisk', 'lessThanInclusive', protectedLimit),
    any(
      test('async', 'greaterThanInclusive', surelyAsyncFrom),
      all(is('fluent', true), is('touchesPeople', false), test('async', 'greaterThanInclusive', asyncFrom)),
    ),
  );
  const concluded = (name: string, value: string, conditions: TopLevelCondition): RuleProperties => ({
    name,
    priority: priorities.conclude,
    conditions,
    event: { type: 'fact', params: { fact: 'need', value } },
  });
  return [
    concluded('need-live', 'live', isLive),
    concluded('need-async', 'async', all({ not: isLive }, isAsync)),
  ];
}

function verdictTable(): RuleProperties[] {
  const blocked = all(is('blocked', true), test('exemption', 'notEqual', 'exempt'));
  const free: NestedCondition = { not: blocked };
  const differently = all(is('hasChanges', true), is('blocked', false));
  const isNeed = (need: string): NestedCondition => is('need', need);
  const organizer = is('role', 'organizer');
  const invitee = is('role', 'invitee');
  const possible = is('exemption', 'possible');
  const rows: readonly (readonly [string, readonly NestedCondition[]])[] = [
    ['meet', [isNeed('live'), free, { not: differently }]],
    ['meet-differently', [isNeed('live'), free, differently]],
    ['go-async', [isNeed('async'), any(free, organizer)]],
    ['ask', [isNeed('unclear'), any(free, all(invitee, possible))]],
    ['move', [blocked, organizer, test('need', 'notEqual', 'async')]],
    ['decline', [blocked, invitee, any(test('need', 'notEqual', 'unclear'), { not: all(possible) })]],
  ];
  const decided = rows.map(([verdict, conditions]) =>
    verdictRule(verdict, all(is('skipped', false), ...conditions)),
  );
  return [verdictRule('skip', all(is('skipped', true))), ...decided];
}

function verdictRule(verdict: string, conditions: TopLevelCondition): RuleProperties {
  return {
    name: `verdict ${verdict}`,
    priority: priorities.answer,
    conditions,
    event: { type: 'verdict', params: { verdict } },
  };
}
