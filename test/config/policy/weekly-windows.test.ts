import { describe, expect, it } from '@jest/globals';
import { sharedWindows } from '../../../src/config/policy/weekly-windows.ts';
import type { WeeklyWindow } from '../../../src/core/meeting/policy.ts';

function window(weekdays: number[], from: number, to: number): WeeklyWindow {
  return { weekdays, start: { hour: from, minute: 0 }, end: { hour: to, minute: 0 } };
}

describe('sharedWindows', () => {
  it('keeps the hours and days that both have', () => {
    expect(sharedWindows([window([1, 2, 3], 9, 17)], [window([2, 3, 4], 8, 16)])).toEqual([
      window([2, 3], 9, 16),
    ]);
  });

  it('joins days with the same hours and splits days with others', () => {
    const split = [window([1], 9, 12), window([1], 14, 18), window([2], 9, 12)];
    expect(sharedWindows([window([1, 2], 8, 17)], split)).toEqual([
      window([1, 2], 9, 12),
      window([1], 14, 17),
    ]);
  });

  it('is empty where windows only touch', () => {
    expect(sharedWindows([window([1], 9, 12)], [window([1], 12, 17)])).toEqual([]);
  });
});
