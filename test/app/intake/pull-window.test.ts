import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pullWindow } from '../../../src/app/intake/pull-window.ts';

const weekMs = 7 * 86_400_000;
const instant = fc.integer({ min: 0, max: Date.parse('2100-01-01T00:00:00Z') });

describe('the window of a mailbox', () => {
  it('shows at least four weeks back and 26 ahead, and at most a week more of each', () => {
    fc.assert(
      fc.property(fc.uuid(), instant, (mailboxId, nowMs) => {
        const { fromMs, toMs } = pullWindow(mailboxId, nowMs);
        expect(nowMs - fromMs).toBeGreaterThanOrEqual(4 * weekMs);
        expect(nowMs - fromMs).toBeLessThan(5 * weekMs);
        expect(toMs - nowMs).toBeGreaterThan(26 * weekMs);
        expect(toMs - nowMs).toBeLessThanOrEqual(27 * weekMs);
      }),
    );
  });

  it('stands for a week and then moves by a week', () => {
    fc.assert(
      fc.property(fc.uuid(), instant, fc.integer({ min: 0, max: weekMs }), (mailboxId, nowMs, laterMs) => {
        const now = pullWindow(mailboxId, nowMs).fromMs;
        const later = pullWindow(mailboxId, nowMs + laterMs).fromMs;
        expect([0, weekMs]).toContain(later - now);
        expect(pullWindow(mailboxId, nowMs + weekMs).fromMs).toBe(now + weekMs);
      }),
    );
  });

  it('moves at different moments of the week for different mailboxes', () => {
    const nowMs = Date.parse('2026-11-23T08:00:00Z');
    const days = Array.from({ length: 700 }, (_, n) =>
      Math.floor((pullWindow(`mailbox-${n}`, nowMs).fromMs % weekMs) / 86_400_000),
    );
    const counts = [0, 1, 2, 3, 4, 5, 6].map((day) => days.filter((each) => each === day).length);
    expect(Math.min(...counts)).toBeGreaterThan(70);
  });
});
