import { describe, expect, it } from '@jest/globals';
import { datesOfMonth, dayBounds, monthBounds, yearFrom } from '../../../src/core/load/month-bounds.ts';

const hour = 3_600_000;

describe('the bounds of a month', () => {
  it.each([
    ['2026-10', 'UTC', '2026-10-01T00:00:00Z', 744],
    ['2026-10', 'Europe/Berlin', '2026-09-30T22:00:00Z', 745],
    ['2026-03', 'Europe/Berlin', '2026-02-28T23:00:00Z', 743],
    ['2026-11', 'America/New_York', '2026-11-01T04:00:00Z', 721],
    ['2026-03', 'America/New_York', '2026-03-01T05:00:00Z', 743],
    // Lord Howe Island moves its clocks by half an hour.
    ['2026-10', 'Australia/Lord_Howe', '2026-09-30T13:30:00Z', 743.5],
    ['2026-04', 'Australia/Lord_Howe', '2026-03-31T13:00:00Z', 720.5],
    ['2028-02', 'Asia/Kathmandu', '2028-01-31T18:15:00Z', 696],
  ])('%s in %s starts at %s and has %d hours', (month, zone, start, hours) => {
    const { fromMs, toMs } = monthBounds(month, zone);
    expect(new Date(fromMs).toISOString()).toBe(new Date(start).toISOString());
    expect((toMs - fromMs) / hour).toBe(hours);
  });

  it('of December end with the year', () => {
    expect(monthBounds('2026-12', 'UTC').toMs).toBe(Date.parse('2027-01-01T00:00:00Z'));
    expect(yearFrom('2026-12', 'UTC').toMs).toBe(Date.parse('2027-12-01T00:00:00Z'));
  });

  it.each(['2026-13', '2026-00', '2026-1', '26-10', '2026-10-01', ''])('refuse %p', (month) => {
    expect(() => monthBounds(month, 'UTC')).toThrow(RangeError);
  });

  it('refuse a zone that nobody knows', () => {
    expect(() => monthBounds('2026-10', 'Mars/Olympus')).toThrow(RangeError);
  });

  it('hold every date once', () => {
    const dates = datesOfMonth('2028-02');
    expect(dates).toHaveLength(29);
    expect([dates[0], dates.at(-1)]).toEqual(['2028-02-01', '2028-02-29']);
  });

  it('of a day on which the clocks go back are 25 hours apart', () => {
    const { fromMs, toMs } = dayBounds('2026-10-25', 'Europe/Berlin');
    expect((toMs - fromMs) / hour).toBe(25);
  });
});
