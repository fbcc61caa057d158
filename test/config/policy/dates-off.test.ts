import { describe, expect, it } from '@jest/globals';
import { datesOff } from '../../../src/config/policy/dates-off.ts';

const byRegion: Readonly<Record<string, readonly string[]>> = {
  FR: ['2026-07-14', '2026-08-15', '2026-11-11'],
  PL: ['2026-05-01', '2026-08-15', '2026-11-11'],
  US: ['2026-07-04', '2026-11-11', '2026-11-26'],
};
const holidays = (region: string) => byRegion[region] ?? [];
const stay = (from: string, to: string, region?: string) => ({
  from,
  to,
  timeZone: 'America/New_York',
  region,
});

describe('dates off', () => {
  it('are those of home for somebody who stays there', () => {
    expect(datesOff({}, 'FR', [], holidays)).toEqual(byRegion.FR);
    expect(datesOff({}, null, [], holidays)).toEqual([]);
  });

  it('are none of a region where nobody has the data', () => {
    expect(datesOff({ extra: ['2026-12-24'] }, 'FR', [])).toEqual(['2026-12-24']);
  });

  it.each([
    [
      'the day before the holiday',
      '2026-11-12',
      '2026-11-30',
      ['2026-07-14', '2026-08-15', '2026-11-11', '2026-11-26'],
    ],
    ['from the holiday on', '2026-11-11', '2026-11-25', ['2026-07-14', '2026-08-15', '2026-11-11']],
    ['until the holiday', '2026-07-01', '2026-07-14', ['2026-07-04', '2026-08-15', '2026-11-11']],
    [
      'until the day before',
      '2026-07-01',
      '2026-07-13',
      ['2026-07-04', '2026-07-14', '2026-08-15', '2026-11-11'],
    ],
  ])('are those of the stay, first and last day included: %s', (_, from, to, expected) => {
    expect(datesOff({}, 'FR', [stay(from, to, 'US')], holidays)).toEqual(expected);
  });

  it('are unknown during a stay without a region: home’s do not count there', () => {
    expect(datesOff({}, 'FR', [stay('2026-07-01', '2026-08-31')], holidays)).toEqual(['2026-11-11']);
  });

  it('know the holidays of a stay where home’s region is unknown', () => {
    expect(datesOff({}, null, [stay('2026-11-01', '2026-11-30', 'US')], holidays)).toEqual([
      '2026-11-11',
      '2026-11-26',
    ]);
  });

  it('are added and worked wherever one is', () => {
    const changes = { extra: ['2026-11-27'], except: ['2026-11-26', '2026-08-15'] };
    expect(datesOff(changes, 'FR', [stay('2026-11-20', '2026-11-30', 'US')], holidays)).toEqual([
      '2026-07-14',
      '2026-11-11',
      '2026-11-27',
    ]);
  });

  it('keep an added day that another level works on', () => {
    expect(datesOff({ extra: ['2026-07-14'], except: ['2026-07-14'] }, 'FR', [], holidays)).toContain(
      '2026-07-14',
    );
  });
});
