import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { sandboxExamples } from '../../../../src/cli/service/sandbox/examples.ts';
import { samplePeople } from '../../../../src/sandbox/sample/sample-company.ts';

const zone = 'Europe/Paris';
const instants = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') });

describe('the example invites', () => {
  it('are on the next Wednesday and Thursday in Paris, which begin after now', () => {
    fc.assert(
      fc.property(instants, (nowMs) => {
        const today = DateTime.fromMillis(nowMs, { zone }).startOf('day');
        const { status, incident, feedback } = sandboxExamples(nowMs);
        const daysAhead = (date: string) => DateTime.fromISO(date, { zone }).diff(today, 'days').days;
        expect(DateTime.fromISO(status.date, { zone }).weekday).toBe(3);
        expect(DateTime.fromISO(feedback.date, { zone }).weekday).toBe(4);
        expect(incident.date).toBe(status.date);
        for (const { date } of [status, feedback]) {
          expect(daysAhead(date)).toBeGreaterThan(0);
          expect(daysAhead(date)).toBeLessThanOrEqual(7);
        }
      }),
    );
  });

  it('are between people of the company, on both providers', () => {
    const providerOf = (address: string) =>
      samplePeople.find((person) => person.address === address)?.provider;
    const { status, incident, feedback } = sandboxExamples(0);
    expect(status.attendees.map(providerOf)).toEqual(['google', 'microsoft']);
    for (const { organizer, attendees } of [status, incident, feedback])
      for (const address of [organizer, ...attendees])
        expect(['google', 'microsoft']).toContain(providerOf(address));
  });
});
