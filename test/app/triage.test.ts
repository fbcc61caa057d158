import { describe, expect, it } from '@jest/globals';
import { type JudgeOptions, judgeAll } from '../../src/app/triage.ts';
import type { Meeting } from '../../src/core/meeting/meeting.ts';
import type { Policy } from '../../src/core/meeting/policy.ts';
import { attendee, colleague, invite, me } from '../core/gate/invites.ts';
import { lasting, policy, working } from '../core/time/samples.ts';

const mei = 'mei@acme.example';
const thursdays = ['2026-11-05', '2026-11-12', '2026-11-19', '2026-11-26'].map((date) =>
  lasting(`${date}T15:00:00Z`),
);

/** Sam's options; Mei is in Singapore, as far as `zones` says so. */
function options(zones: Policy['zones'], changes: Partial<JudgeOptions> = {}): JudgeOptions {
  const common = { workingHours: [working([1, 2, 3, 4, 5])], zones };
  return {
    policyOf: (email) => policy({ ...common, zone: email === mei ? 'Asia/Singapore' : 'Europe/Paris' }),
    me,
    role: 'organizer',
    nowMs: Date.parse('2026-11-18T09:00:00Z'),
    zone: null,
    ...changes,
  };
}

function series(changes: Partial<Meeting> = {}): Meeting {
  const attendees = [attendee(colleague), attendee(me, { self: true }), attendee(mei)];
  return invite({ attendees, occurrences: thursdays, ...changes });
}

describe('a series that is judged with its past', () => {
  it('says who carried its off-hours, where the policy knows the zones', () => {
    const [judged] = judgeAll([series()], options({ [mei]: 'Asia/Singapore' }));
    expect(judged?.judgement.time.protections[0]).toEqual({
      rule: 'unfair-burden',
      person: mei,
      local: 'Thu 2026-11-19 23:00',
      occurrence: 0,
    });
  });

  it('is judged as if it had none where the policy knows no colleague', () => {
    const [judged] = judgeAll([series()], options({}));
    const [young] = judgeAll([series({ occurrences: thursdays.slice(2) })], options({}));
    expect(judged?.judgement).toEqual(young?.judgement);
    expect(judged?.judgement.time.protections).toEqual([]);
  });

  it('counts somebody once who is named twice', () => {
    const zones = { [mei]: 'Asia/Singapore' };
    const twice = series({ attendees: [...series().attendees, attendee(mei)] });
    const [once, judged] = judgeAll([series(), twice], options(zones));
    expect(judged?.judgement.time).toEqual(once?.judgement.time);
  });
});
