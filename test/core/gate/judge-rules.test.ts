import { describe, expect, it } from '@jest/globals';
import { judge } from '../../../src/core/gate/judge.ts';
import type { Policy } from '../../../src/core/meeting/policy.ts';
import { freeDay, lasting, working } from '../time/samples.ts';
import { attendee, colleague, context, freeWeek, invite } from './invites.ts';

const office = { workingHours: [working([1, 2, 3, 4, 5])] };
const early = ['2026-11-25', '2026-11-26', '2026-12-02', '2026-12-03'].map((date) =>
  lasting(`${date}T05:00:00Z`),
);
type Rules = Policy['enforcement'];
const freeDayFirm: Rules = {
  default: 'warn',
  'no-meeting-day': 'enforce',
  'outside-working-hours': 'observe',
};
const hoursFirm: Rules = { default: 'warn', 'no-meeting-day': 'observe', 'outside-working-hours': 'enforce' };

describe('the rule that decides', () => {
  it.each([
    ['a series by its weakest time', early, freeDayFirm, 'outside-working-hours', 'none'],
    ['a series whose times are all firm', early, hoursFirm, 'outside-working-hours', 'decline'],
    ['one time by its strictest rule', early.slice(0, 1), freeDayFirm, 'no-meeting-day', 'decline'],
    ['the other way round', early.slice(0, 1), hoursFirm, 'outside-working-hours', 'decline'],
  ])('%s', (_, occurrences, enforcement, rule, act) => {
    const judgement = judge(invite({ occurrences }), context({ ...office, enforcement }));
    expect([judgement.time.decidedBy, judgement.act]).toEqual([rule, act]);
    expect(judgement.reasons[0]?.rule).toBe(rule);
  });
});

describe('a purpose allowed on the free day', () => {
  it('does not lift the night of that day', () => {
    const night = { occurrences: [lasting('2026-11-25T02:00:00Z')] };
    const { time } = judge(invite(night), context({ ...office, ...freeDay(3, [], ['handover']) }));
    expect(time).toMatchObject({ ok: false, exemption: 'none', decidedBy: 'outside-working-hours' });
    expect(time.protections.map(({ rule }) => rule)).toEqual(['no-meeting-day', 'outside-working-hours']);
  });

  it('does not lift another free day', () => {
    const noMeetingDays = [...freeDay(3).noMeetingDays, ...freeDay(5, [], ['handover']).noMeetingDays];
    expect(judge(invite(), context({ noMeetingDays })).time).toMatchObject({ ok: false, exemption: 'none' });
  });
});

describe('what is never answered', () => {
  it('an invite of which nobody knows the reader', () => {
    const stranger = invite({ attendees: [attendee(colleague), attendee('lee@acme.example')] });
    expect(judge(stranger, context({}, { me: null })).act).toBe('prompt');
  });

  it('what the calendar says its owner answered', () => {
    expect(judge(invite({ ownAnswer: 'accepted' }), context()).act).toBe('none');
    expect(judge(invite({ ownAnswer: 'declined' }), context()).verdict).toBe('skip');
  });

  it('a series that began before and has nothing ahead', () => {
    const start = lasting('2026-11-04T10:00:00Z').start;
    const over = { ...invite({ occurrences: [] }), start };
    expect(judge(over, context({ enforcement: { default: 'warn' } })).act).toBe('none');
    const cut = { ...over, occurrencesTruncated: true };
    expect(judge(cut, context({ enforcement: { default: 'warn' } })).act).toBe('prompt');
  });
});

describe('what a decline brings', () => {
  it('other times where nobody is sure of the format', () => {
    const { verdict, alternative, changes } = judge(invite(), context({ answerConfidence: 1 }));
    expect([verdict, alternative]).toEqual(['decline', null]);
    expect(changes).toEqual(['Propose Thu 2026-11-26 11:00 or Fri 2026-11-27 11:00 instead.']);
  });

  it('no dates to leave out for whoever is exempt', () => {
    const occurrences = [lasting('2026-11-25T10:00:00Z'), lasting('2026-11-26T10:00:00Z')];
    const exempt = { people: [colleague], domains: [], categories: [] };
    expect(judge(invite({ occurrences }), context({ exempt })).changes).toEqual([]);
    expect(judge(invite({ occurrences }), context()).changes).not.toEqual([]);
    expect(judge(invite({ occurrences }), context(freeWeek)).changes).toEqual([]);
  });
});
