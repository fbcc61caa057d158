import { describe, expect, it } from '@jest/globals';
import { enforcedPolicy, policyInForce, withoutPrompts } from '../../../src/app/cases/policy-in-force.ts';
import type { OwnerHours } from '../../../src/app/ports/calendar.ts';
import type { StoreTransaction } from '../../../src/app/ports/store/store.ts';
import { createPolicyBook } from '../../../src/cli/service/policy-book.ts';
import type { Policy } from '../../../src/core/meeting/policy.ts';
import { policy, working } from '../../core/time/samples.ts';

const shipped = policy({ zone: null, workingHours: [working([1, 2, 3, 4, 5])] });
const calendar: OwnerHours = { zone: 'Asia/Singapore', workingHours: [working([1, 2, 3, 4], 8, 18)] };

/** The policy of somebody whose organization wrote `written`, with what their calendar says. */
async function inForce(written: Policy, hours: OwnerHours | null): Promise<Policy> {
  const policies = { policyOf: async (text: string | null) => (text === null ? shipped : written) };
  const clock = { nowMs: () => 0 };
  const transaction = {} as StoreTransaction;
  const mailbox = { address: 'sam@acme.example', hours, provider: 'google' } as const;
  return policyInForce(transaction, { policies, clock }, mailbox, { policyText: 'organization: {}' });
}

describe('the policy in force', () => {
  it('takes zone and hours of the calendar where nobody stated any', async () => {
    const { zone, workingHours } = await inForce(shipped, calendar);
    expect([zone, workingHours]).toEqual(['Asia/Singapore', calendar.workingHours]);
  });

  it('keeps what is stated', async () => {
    const stated = policy({ zone: 'Europe/Warsaw', workingHours: [working([1, 2, 3], 10, 16)] });
    expect(await inForce(stated, calendar)).toEqual(stated);
  });

  it.each<[string, OwnerHours | null]>([
    ['nothing', null],
    ['no hours', { zone: null, workingHours: null }],
    ['an empty week', { zone: null, workingHours: [] }],
    ['a zone that nobody knows', { zone: 'Mars/Olympus', workingHours: null }],
  ])('is as written where the calendar says %s', async (_, hours) => {
    expect(await inForce(shipped, hours)).toEqual(shipped);
  });
});

describe('the policy as it is enforced', () => {
  const written = policy({
    enforcement: {
      default: 'grace',
      'no-meeting-day': 'enforce',
      'focus-block': 'observe',
      'go-async': 'enforce',
    },
  });
  const free = {
    mailbox: { state: 'active' },
    organization: { answersStoppedMs: null },
    fallbacks: [],
  } as const;

  it('is as written for an active mailbox', () => {
    expect(enforcedPolicy(written, free)).toEqual(written);
  });

  it.each(['observing', 'leaving', 'left'] as const)('only observes while a mailbox is %s', (state) => {
    expect(enforcedPolicy(written, { ...free, mailbox: { state } }).enforcement).toEqual({
      default: 'observe',
    });
  });

  it('prompts at most under the brake, and is not harder than it was', () => {
    const organization = { answersStoppedMs: 1 };
    expect(enforcedPolicy(written, { ...free, organization }).enforcement).toEqual({
      default: 'warn',
      'no-meeting-day': 'warn',
      'focus-block': 'observe',
      'go-async': 'warn',
    });
  });

  it.each([
    ['no-meeting-day', 'warn'],
    ['focus-block', 'observe'],
    ['public-holiday', 'warn'],
    ['consumable', 'warn'],
  ])('holds back %s alone where it fell back: %s', (rule, expected) => {
    const { enforcement } = enforcedPolicy(written, { ...free, fallbacks: [{ rule }] });
    expect(enforcement).toEqual({ ...written.enforcement, [rule]: expected });
  });

  it('asks nobody about single occurrences', () => {
    const quiet = withoutPrompts(policy({ enforcement: { default: 'warn', 'no-meeting-day': 'enforce' } }));
    expect(quiet.enforcement).toEqual({ default: 'observe', 'no-meeting-day': 'enforce' });
  });
});

describe('declining at once on Outlook', () => {
  const inMailbox = async (provider: 'google' | 'microsoft', text: string | null) => {
    const mailbox = { address: 'sam@acme.example', hours: null, provider };
    const deps = { policies: createPolicyBook(), clock: { nowMs: () => Date.parse('2026-11-25T09:00:00Z') } };
    return (await policyInForce({} as StoreTransaction, deps, mailbox, { policyText: text })).enforcement;
  };

  it.each<[string, string | null, string, string]>([
    ['the policy that ships', null, 'no-meeting-day', 'grace'],
    ['silence', 'organization: { domains: [acme.example] }', 'no-meeting-day', 'grace'],
    ['default', 'organization: { enforcement: { default: enforce } }', 'focus-block', 'grace'],
    [
      'its name, as it ships',
      'organization: { enforcement: { no-meeting-day: enforce } }',
      'no-meeting-day',
      'enforce',
    ],
    [
      'the name of a person',
      'people: { sam@acme.example: { enforcement: { focus-block: enforce } } }',
      'focus-block',
      'enforce',
    ],
    [
      'go-async, for its rules',
      'organization: { enforcement: { go-async: enforce } }',
      'consumable',
      'enforce',
    ],
  ])('by %s', async (_, text, rule, onOutlook) => {
    expect((await inMailbox('microsoft', text))[rule]).toBe(onOutlook);
    expect((await inMailbox('google', text))[rule]).toBe('enforce');
  });

  it('softens nothing that is softer already', async () => {
    const enforcement = await inMailbox('microsoft', 'organization: { enforcement: { default: warn } }');
    expect(Object.values(enforcement).every((each) => each === 'warn')).toBe(true);
  });
});
