import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeadlineName } from '../../../src/core/gate/case-events.ts';
import { deadlineDue } from '../../../src/core/gate/deadline-due.ts';
import { policy, working } from '../time/samples.ts';

/** Monday to Friday, 9 to 17 in Paris; a question has a day, a review two. */
const owner = policy({ workingHours: [working([1, 2, 3, 4, 5])], publicHolidays: ['2026-11-30'] });
/** Thursday, 10:00 in Paris. */
const nowMs = Date.parse('2026-11-26T09:00:00Z');
const hourMs = 3_600_000;

function due(deadline: DeadlineName, change: Partial<Parameters<typeof deadlineDue>[1]> = {}): string {
  const alternative = { window: 'review' } as const;
  const ms = deadlineDue(deadline, { nowMs, policy: owner, alternative, startMs: null, ...change });
  return new Date(ms).toISOString();
}

describe('a deadline', () => {
  it.each<[DeadlineName, string]>([
    ['question', '2026-11-27T09:00:00.000Z'],
    // Two working days on: Friday, then Tuesday, because Monday is a holiday.
    ['offer', '2026-12-01T09:00:00.000Z'],
    ['grace', '2026-11-27T09:00:00.000Z'],
    ['thread', '2026-12-01T09:00:00.000Z'],
    ['escalation', '2026-11-27T16:00:00.000Z'],
  ])('of a %s counts the working days of the owner', (deadline, expected) => {
    expect(due(deadline)).toBe(expected);
  });

  it('without an offer is that of a question', () => {
    expect(due('offer', { alternative: null })).toBe(due('question'));
  });

  it.each<DeadlineName>(['question', 'offer'])('of a %s is over when the meeting starts', (deadline) => {
    expect(due(deadline, { startMs: nowMs + hourMs })).toBe('2026-11-26T10:00:00.000Z');
  });

  it('of a grace is two hours before the start', () => {
    expect(due('grace', { startMs: nowMs + 6 * hourMs })).toBe('2026-11-26T13:00:00.000Z');
  });

  it('of a grace takes half of what is left where the start is near', () => {
    expect(due('grace', { startMs: nowMs + hourMs })).toBe('2026-11-26T09:30:00.000Z');
  });

  it.each<DeadlineName>(['thread', 'escalation'])('of a %s knows no meeting any more', (deadline) => {
    expect(due(deadline, { startMs: nowMs + hourMs })).toBe(due(deadline));
  });

  it('is never in the past, and of a meeting never after its start', () => {
    const names = fc.constantFrom<DeadlineName>('question', 'offer', 'grace', 'thread', 'escalation');
    const offset = fc.integer({ min: -10 * hourMs, max: 400 * hourMs });
    const moment = fc.integer({ min: 0, max: 14 * 24 * 60 }).map((minutes) => nowMs + minutes * 60_000);
    fc.assert(
      fc.property(names, offset, moment, (deadline, ahead, at) => {
        const context = { nowMs: at, policy: owner, alternative: null, startMs: at + ahead };
        const ms = deadlineDue(deadline, context);
        expect(ms).toBeGreaterThanOrEqual(at);
        const bound = deadline === 'thread' || deadline === 'escalation' || ahead < 0;
        if (!bound) expect(ms).toBeLessThanOrEqual(at + ahead);
      }),
      { numRuns: 300 },
    );
  });
});
