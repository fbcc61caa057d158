import { describe, expect, it } from '@jest/globals';
import {
  dateRange,
  grouped,
  hoursPhrase,
  hoursText,
  monthName,
} from '../../../src/front/report/figures-text.ts';
import { headlineOf } from '../../../src/front/report/headline.ts';
import { type SampleSeries, sampleAudit } from './sample-audit.ts';

/** Thursdays of October 2026: the 1st, 8th, 15th, 22nd and 29th. */
const thursdays: SampleSeries = {
  title: 'Status',
  weekdays: [4],
  at: '10:00',
  minutes: 60,
  people: 4,
  verdict: 'go-async',
  need: 'async',
};

describe('figures in words', () => {
  it.each([
    [0, '0'],
    [2, '0'],
    [15, '0.3'],
    [60, '1'],
    [594, '9.9'],
    [597, '10'],
    [3690, '62'],
    [90_000, '1,500'],
  ])('%d minutes are %s hours', (minutes, text) => {
    expect(hoursText(minutes)).toBe(text);
  });

  it('know one from many', () => {
    expect([hoursPhrase(60), hoursPhrase(90), hoursPhrase(0)]).toEqual(['1 hour', '1.5 hours', '0 hours']);
    expect(grouped(43_443.75, 0)).toBe('43,444');
  });

  it('name months and weeks', () => {
    expect(monthName('2026-10')).toBe('October 2026');
    expect(dateRange('2026-10-26', '2026-10-31')).toBe('26–31 Oct');
    expect(dateRange('2026-09-28', '2026-10-04')).toBe('28 Sep–4 Oct');
    expect(dateRange('2026-11-01', '2026-11-01')).toBe('1 Nov');
  });
});

describe('the headline', () => {
  it('says how much there was and how much could have been written', () => {
    const live = { ...thursdays, at: '14:00', minutes: 120, need: 'live', verdict: 'meet' } as const;
    const unclear = { ...thursdays, at: '16:00', minutes: 30, need: 'unclear', verdict: 'ask' } as const;
    expect(headlineOf(sampleAudit([thursdays, live, unclear]))).toEqual({
      month: 'October 2026',
      load: '18 hours in 15 meetings',
      finding: '5 of those hours could have been read, watched or answered in writing.',
      unclear: 'For another 2.5 hours the invites do not say enough to tell.',
    });
  });

  it('promises no time back that another meeting takes', () => {
    const collides = { ...thursdays, need: 'live', verdict: 'meet' } as const;
    const { load, finding } = headlineOf(sampleAudit([thursdays, collides]));
    expect(load).toBe('5 hours in 10 meetings');
    expect(finding).toMatch(/^Nothing in the invites says/);
  });

  it('of an empty month says so', () => {
    expect(headlineOf(sampleAudit([]))).toMatchObject({ load: 'no meetings', unclear: null });
  });
});
