import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { burdenBetween, burdenTimeline } from '../../../src/core/fairness/burden.ts';
import { hourKinds } from '../../../src/core/fairness/hour-kinds.ts';
import { hours, personIn } from './samples.ts';

const at = Date.parse;
const paris = personIn('Europe/Paris', { daysOff: ['2026-07-14'] });
const none = { preferred: 0, near: 0, awake: 0, asleep: 0, dayOff: 0 };

describe('the kinds of hours of a slot', () => {
  it.each([
    ['work and near it', '2026-07-15T14:30Z', '2026-07-15T15:30Z', { preferred: 30, near: 30 }],
    ['evening and sleep', '2026-07-15T20:45Z', '2026-07-15T21:15Z', { awake: 15, asleep: 15 }],
    ['a weekend', '2026-07-18T08:00Z', '2026-07-18T09:00Z', { preferred: 60, dayOff: 60 }],
    ['a holiday that ends at midnight', '2026-07-14T21:30Z', '2026-07-14T22:30Z', { asleep: 60, dayOff: 30 }],
    ['a skipped hour', '2026-03-29T00:30Z', '2026-03-29T01:30Z', { asleep: 60, dayOff: 60 }],
  ])('are told: %s', (_, from, to, kinds) => {
    expect(hourKinds(paris, at(from), at(to))).toEqual({ ...none, ...kinds });
  });

  it('are unknown without a zone', () => {
    expect(hourKinds(personIn(null), at('2026-07-15T08:00Z'), at('2026-07-15T09:00Z'))).toBeNull();
  });

  it('add up to the slot, and to its burden', () => {
    const zone = fc.constantFrom(
      'Europe/Paris',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Kiritimati',
    );
    const minute = fc
      .integer({ min: 0, max: 40 * 1440 })
      .map((minutes) => at('2026-10-01T00:00Z') + minutes * 60_000);
    fc.assert(
      fc.property(zone, minute, fc.integer({ min: 1, max: 600 }), (name, fromMs, length) => {
        const person = personIn(name, { workingHours: [hours('08:30', '16:15')] });
        const toMs = fromMs + length * 60_000;
        const kinds = hourKinds(person, fromMs, toMs) ?? none;
        expect(kinds.preferred + kinds.near + kinds.awake + kinds.asleep).toBe(length);
        const base = kinds.near + 2 * kinds.awake + 6 * kinds.asleep;
        const burden = burdenBetween(burdenTimeline(person, { fromMs, toMs }), fromMs, toMs) ?? Number.NaN;
        expect(burden).toBeGreaterThanOrEqual(base);
        // A day off adds two to each minute but those asleep, which cannot cost more.
        expect(burden).toBeLessThanOrEqual(base + 2 * Math.min(kinds.dayOff, length - kinds.asleep));
        if (kinds.asleep === 0) expect(burden).toBe(base + 2 * kinds.dayOff);
      }),
    );
  });
});
