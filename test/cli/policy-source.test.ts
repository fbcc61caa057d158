import { describe, expect, it } from '@jest/globals';
import { holidaysOfPolicy } from '../../src/cli/policy-holidays.ts';
import { policyByPerson } from '../../src/cli/policy-source.ts';
import { documentOf } from '../config/policy/policy-text.ts';

const nowMs = Date.parse('2026-11-20T12:00:00Z');

/** The policy of ann, who is at home in Paris unless `person` says otherwise. */
async function policyOfAnn(person: string, zone: string | null = null) {
  const document = documentOf(`people: {ann@x.y: {timeZone: Europe/Paris, ${person}}}`);
  const holidays = await holidaysOfPolicy(document, 'p.yaml');
  return policyByPerson({ document, holidays }, nowMs, zone)('ann@x.y');
}

describe('the policy of a person at a moment', () => {
  // It is 13:00 in Paris, and 02:00 of the next day on Kiritimati.
  const away = 'travel: [{from: 2026-11-20, to: 2026-11-30, timeZone: Pacific/Kiritimati}]';

  it('takes today from the clock where they are', async () => {
    expect((await policyOfAnn('pause: 2026-11-20')).paused).toBe(true);
    expect((await policyOfAnn(`pause: 2026-11-20, ${away}`)).paused).toBe(false);
    expect((await policyOfAnn(`pause: 2026-11-20, ${away}`, 'Europe/Paris')).paused).toBe(true);
  });

  it('has the public holidays of the judged years', async () => {
    const { publicHolidays } = await policyOfAnn('publicHolidays: {region: FR}');
    expect(publicHolidays).toEqual(expect.arrayContaining(['2016-07-14', '2026-07-14', '2031-07-14']));
    expect(publicHolidays.filter((date) => date < '2016' || date >= '2032')).toEqual([]);
  });
});
