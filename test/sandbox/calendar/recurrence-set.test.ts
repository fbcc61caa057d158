import { describe, expect, it } from '@jest/globals';
import { recurrenceSetOf } from '../../../src/sandbox/calendar/recurrence-set.ts';
import { at } from './world.ts';

const start = at('2026-10-06T07:00:00Z');
const daily = (count: number) => recurrenceSetOf({ start, recurrence: [`RRULE:FREQ=DAILY;COUNT=${count}`] });

describe('the starts of a series', () => {
  it('are counted up to 10,000; more are refused', () => {
    expect(daily(3).between(0, Number.POSITIVE_INFINITY, 10)).toHaveLength(3);
    expect(() => daily(10_001)).toThrow(RangeError);
    expect(() => daily(1e12)).toThrow(RangeError);
  });

  it('are read once for all who ask', () => {
    expect(daily(3)).toBe(daily(3));
    expect(daily(3)).not.toBe(daily(4));
  });
});
