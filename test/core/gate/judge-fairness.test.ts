import { describe, expect, it } from '@jest/globals';
import { type Judgement, judge } from '../../../src/core/gate/judge.ts';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import type { Policy } from '../../../src/core/meeting/policy.ts';
import { lasting, policy, working } from '../time/samples.ts';
import { attendee, colleague, context, freeWeek, invite, me } from './invites.ts';

const office: Partial<Policy> = { ...freeWeek, workingHours: [working([1, 2, 3, 4, 5])] };
const mei = 'mei@acme.example';
const meiInSingapore = {
  person: mei,
  policy: policy({ ...office, zone: 'Asia/Singapore' }),
  focusEvents: [],
};
const live = {
  summary: 'Feedback conversation',
  description: 'Let us talk about the conflict in the team.',
  attendees: [attendee(colleague), attendee(me, { self: true }), attendee(mei)],
};
/** Thursdays 16:00 in Paris, 23:00 in Singapore; two are past on 2026-11-18. */
const thursdays = ['2026-11-05', '2026-11-12', '2026-11-19', '2026-11-26'].map((date) =>
  lasting(`${date}T15:00:00Z`),
);
const ahead = thursdays.slice(2);
const fairer = 'A fairer time for the series: 09:00 (spares mei@acme.example 23:00).';

/** Judged for Sam in Paris, with Mei in Singapore. */
function judged(
  meeting: Partial<Meeting>,
  changes: Parameters<typeof context>[1] = {},
  own: Partial<Policy> = {},
): Judgement {
  const given = context({ ...office, ...own }, { others: [meiInSingapore], ...changes });
  return judge(invite({ ...live, ...meeting }), given);
}

function rulesOf({ time }: Judgement): string[] {
  return [...new Set(time.protections.map(({ rule, person }) => `${rule} ${person}`))];
}

describe('off-hours again', () => {
  const organizer = { role: 'organizer' } as const;
  const both = [`unfair-burden ${mei}`, `outside-working-hours ${mei}`];

  it('are told to the organizer, in words and numbers', () => {
    const judgement = judged({ occurrences: thursdays }, organizer);
    expect(rulesOf(judgement)).toEqual(both);
    expect([judgement.verdict, judgement.time.decidedBy]).toEqual(['move', 'unfair-burden']);
    expect(judgement.reasons[0]?.because).toBe(
      "Thu 2026-11-19 23:00 is off-hours again for mei@acme.example, who carried 100 % of this series' off-hours. (2 of the next 2 times)",
    );
  });

  it('protect an invitee, who reads', () => {
    const asMei = {
      me: mei,
      others: [{ person: me, policy: policy(office), focusEvents: [] }],
      role: 'invitee' as const,
    };
    const judgement = judged({ occurrences: thursdays }, asMei, { zone: 'Asia/Singapore' });
    expect(rulesOf(judgement)).toEqual(both);
    expect(judgement.verdict).toBe('decline');
  });

  it('of a colleague do not block an invitee', () => {
    expect(rulesOf(judged({ occurrences: thursdays }, { role: 'invitee' }))).toEqual([]);
  });

  it.each<[string, Judgement]>([
    ['at a first time', judged({ occurrences: ahead }, organizer)],
    ['where nobody else is known', judged({ occurrences: thursdays }, { ...organizer, others: [] })],
    ['of what is over', judged({ occurrences: thursdays.slice(0, 2) }, organizer)],
    [
      'of what is over, whatever is known from elsewhere',
      judged({ occurrences: thursdays.slice(0, 2) }, { ...organizer, carried: new Map([[mei, 900]]) }),
    ],
    ['where nobody knows the moment', judged({ occurrences: thursdays }, { ...organizer, nowMs: null })],
  ])('are not %s', (_, judgement) => {
    expect(rulesOf(judgement).join()).not.toContain('unfair-burden');
  });

  it('are known from what is stated, too', () => {
    const carried = new Map([
      [mei, 780],
      [me, 220],
    ]);
    const judgement = judged({ occurrences: ahead }, { ...organizer, carried });
    expect(judgement.reasons[0]?.because).toContain('who carried 78 % of');
  });

  it('are lifted as every other protection', () => {
    const exempt = { people: [colleague], domains: [], categories: [] };
    const judgement = judged({ occurrences: thursdays }, organizer, { exempt });
    expect([judgement.verdict, judgement.time.exemption]).toEqual(['meet', 'exempt']);
    expect(judgement.changes).toEqual([]);
  });
});

describe('a fairer time', () => {
  it('is a change, so that one meets differently, with its reason', () => {
    const { verdict, changes, reasons } = judged({ occurrences: thursdays });
    expect([verdict, changes]).toEqual(['meet-differently', [fairer]]);
    expect(reasons).toContainEqual({
      rule: 'meet-differently',
      says: 'limit',
      because: fairer,
      source: 'policy: timeZone, workingHours',
    });
  });

  it('is dated for a single meeting', () => {
    expect(judged({ occurrences: ahead.slice(0, 1) }).changes).toEqual([
      'A fairer time: Thu 2026-11-19 09:00 (spares mei@acme.example 23:00).',
    ]);
  });

  it('is proposed to an organizer, too, whose calendar marks them as accepted, where some of a series is free', () => {
    const own = {
      organizer: { email: me, name: null, self: true },
      attendees: [attendee(me, { self: true, answer: 'accepted' as const }), attendee(mei)],
      occurrences: [...ahead.slice(0, 1), lasting('2026-11-27T08:00:00Z')],
    };
    const judgement = judged(own);
    expect(judgement.role).toBe('organizer');
    expect(judgement.changes).toEqual([
      'Leave out the 1 of 2 occurrences that touch protected time.',
      fairer,
    ]);
  });

  it.each<[string, Judgement]>([
    ['where no colleague is known', judged({ occurrences: thursdays }, { others: [] })],
    ['of what was over six days ago', judged({ occurrences: thursdays.slice(1, 2) })],
    ['of what its reader answered', judged({ occurrences: thursdays, ownAnswer: 'accepted' })],
    [
      'where the time is blocked: other times are proposed then',
      judged({ occurrences: thursdays }, { role: 'organizer' }),
    ],
    ['where nobody knows the zone', judged({ occurrences: thursdays }, {}, { zone: null })],
    [
      'for an outage',
      judged(
        {
          summary: 'Production down: checkout failing',
          description: 'Production is down, checkout returns 500 for all customers. Join the bridge now.',
          occurrences: ahead.slice(0, 1),
        },
        {},
        { emergencies: ['production-down'] },
      ),
    ],
    [
      'where it need not be live',
      judged({
        summary: 'Handover of the on-call shift',
        description: 'Summary of open tickets and what happened during my shift. Notes are in the doc.',
        occurrences: thursdays,
      }),
    ],
  ])('is not proposed %s', (_, { changes }) => {
    expect(changes.join()).not.toContain('A fairer time');
  });
});
