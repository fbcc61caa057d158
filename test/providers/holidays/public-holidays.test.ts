import { describe, expect, it } from '@jest/globals';
import { loadHolidayData } from '../../../src/providers/holidays/public-holidays.ts';

const data = await loadHolidayData();

/** Public holidays of a region in one year by date; throws where the region is unknown. */
function holidaysOf(region: string, year: number): ReadonlyMap<string, string> {
  const answer = data(region);
  if (!answer.known) throw new Error(`unknown region ${region}`);
  const holidays = answer.holidaysIn({ from: year, to: year });
  return new Map(holidays.map(({ date, name }) => [date, name]));
}

describe('public holidays of a region', () => {
  // Facts from the official calendars of these places.
  it.each([
    ['DE-BE', '2026-03-08', "International Women's Day"],
    ['DE-BY', '2026-08-15', undefined],
    ['DE-BY', '2026-01-06', 'Epiphany'],
    ['US', '2026-11-26', 'Thanksgiving Day'],
    ['US-NY', '2026-07-03', 'Independence Day (substitute day)'],
    ['JP', '2026-05-06', 'Constitution Day (substitute day)'],
    ['SG', '2026-02-17', 'Chinese New Year'],
    ['SG', '2026-08-10', 'National Day (substitute day)'],
    ['FR', '2026-05-25', 'Whit Monday'],
    ['FR', '2026-07-14', 'Bastille Day'],
    ['FR-67', '2026-12-26', 'Boxing Day'],
    ['FR', '2026-12-26', undefined],
    ['CH-ZH', '2026-08-01', 'Bundesfeiertag'],
    ['US-LA-NO', '2026-02-17', 'Mardi Gras'],
  ])('%s on %s: %s', (region, date, name) => {
    expect(holidaysOf(region, 2026).get(date)).toBe(name);
  });

  it('has 8 March in Berlin and not in Bavaria', () => {
    expect(holidaysOf('DE-BE', 2026).has('2026-03-08')).toBe(true);
    expect(holidaysOf('DE-BY', 2026).has('2026-03-08')).toBe(false);
  });

  it('leaves out days that are no public holidays, such as Halloween', () => {
    expect([...holidaysOf('US', 2026).keys()]).not.toContain('2026-10-31');
    expect(holidaysOf('DE-BE', 2026).size).toBe(10);
  });

  it('gives each whole day of a long one, and no half day', () => {
    // Turkey: the eve is off from noon, then come four days.
    const turkey = [...holidaysOf('TR', 2026).keys()].filter(
      (date) => date.startsWith('2026-05-2') || date.startsWith('2026-05-3'),
    );
    expect(turkey).toEqual(['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30']);
    const arabia = [...holidaysOf('SA', 2026).keys()].filter((date) => date.startsWith('2026-03'));
    expect(arabia).toEqual(['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22']);
    expect(holidaysOf('IS', 2026).has('2026-12-24')).toBe(false);
  });

  it('covers every year of the range, in order and each date once', () => {
    const answer = data('SG');
    const dates = answer.known ? answer.holidaysIn({ from: 2024, to: 2028 }).map(({ date }) => date) : [];
    expect(dates).toEqual([...new Set(dates)].toSorted());
    expect(dates.filter((date) => date.endsWith('-08-09')).map((date) => date.slice(0, 4))).toEqual([
      '2024',
      '2025',
      '2026',
      '2027',
      '2028',
    ]);
  });
});

describe('a region that the data does not know', () => {
  it.each([
    ['XX', null, 'FR'],
    ['FR-IDF', 'FR', 'FR-67'],
    ['US-ny', 'US', 'US-NY'],
    ['US-LA-XX', 'US-LA', 'US-LA-NO'],
  ])('%s is told with what is known: %s', (region, knownPart, code) => {
    const answer = data(region);
    expect(answer).toEqual({ known: false, knownPart, codes: expect.arrayContaining([code]) });
  });

  it.each([
    ['JP-13', 'JP'],
    ['US-NY-XX', 'US-NY'],
  ])('%s has no subdivisions to name', (region, knownPart) => {
    expect(data(region)).toEqual({ known: false, knownPart, codes: [] });
  });

  it.each(['', '__proto__', 'FR-__proto__', 'constructor'])('"%s" is not taken for one', (region) => {
    expect(data(region).known).toBe(false);
  });
});
