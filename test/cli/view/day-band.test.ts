import { describe, expect, it } from '@jest/globals';
import stringWidth from 'string-width';
import { bandLegend, dayBand } from '../../../src/cli/view/day-band.ts';
import { type FairnessPerson, usualWorkingHours } from '../../../src/core/fairness/fairness-person.ts';

const person = (name: string, zone: string | null, daysOff: readonly string[] = []): FairnessPerson => ({
  name,
  stays: [{ fromMs: Number.NEGATIVE_INFINITY, zone }],
  workingHours: usualWorkingHours,
  daysOff,
});
const frame = (columns: number | null) => ({ columns, colors: false });
const day = (date: string) => Date.parse(`${date}T00:00:00Z`);
const rowOf = (who: FairnessPerson, date: string, columns: number | null = 80) =>
  dayBand([who], day(date), [], frame(columns))[1]?.replace(/^\S+ +/, '');

describe('dayBand', () => {
  it('shows the worst minute of a cell: 45 minutes beside the half hours', () => {
    // Kathmandu is at UTC+5:45: work from 03:15Z to 11:15Z, near from 01:15Z, asleep from 17:15Z.
    expect(rowOf(person('Kat', 'Asia/Kathmandu'), '2026-11-25')).toBe(
      `···▒▒▒▒${'█'.repeat(15)}▒▒▒▒░░░░░░░░${'·'.repeat(14)}`,
    );
  });

  it('shows a day off, also where it begins at midnight across the date line', () => {
    // Kiritimati is at UTC+14: Saturday begins at 10:00Z on Friday.
    const row = rowOf(person('Kir', 'Pacific/Kiritimati'), '2026-11-27') ?? '';
    expect(row.slice(0, 20)).toBe('██████▒▒▒▒░░░░░░░░··');
    expect(row.slice(34)).toBe('×'.repeat(14));
    expect(rowOf(person('Hol', 'UTC', ['2026-11-25']), '2026-11-25')).toBe(
      `${'·'.repeat(14)}${'×'.repeat(32)}··`,
    );
  });

  it('follows the clock through a hole and an overlap', () => {
    const berlin = person('Ber', 'Europe/Berlin');
    // Both are Sundays. On 29 March 07:00 is 05:00Z; on 25 October clocks go back and it is 06:00Z.
    expect(rowOf(berlin, '2026-03-29')?.indexOf('×')).toBe(10);
    expect(rowOf(berlin, '2026-10-25')?.indexOf('×')).toBe(12);
  });

  it('shows an unknown zone as such', () => {
    expect(rowOf(person('Who', null), '2026-11-25')).toBe('?'.repeat(48));
  });

  it.each([
    [200, 96],
    [120, 96],
    [119, 48],
    [80, 48],
    [null, 48],
    [63, 24],
    [40, 24],
    [33, 12],
  ])('draws at %s columns %d cells', (columns, cells) => {
    expect(stringWidth(rowOf(person('Ann', 'UTC'), '2026-11-25', columns) ?? '')).toBe(cells);
  });

  it('marks times at the cell in which they begin, one below the other where they touch', () => {
    const marks = ['02:00', '02:15', '05:00', '23:30'].map((time, index) => ({
      atMs: Date.parse(`2026-11-25T${time}Z`),
      text: String(index + 9),
    }));
    const lines = dayBand([person('Ann', 'UTC')], day('2026-11-25'), [{ label: 'best', marks }], frame(80));
    expect(lines.slice(2)).toEqual([
      `best  ${' '.repeat(4)}9${' '.repeat(5)}11${' '.repeat(34)}12`,
      `      ${' '.repeat(4)}10`,
    ]);
  });

  it('leaves out marks of other days', () => {
    const marks = [{ label: 'best', marks: [{ atMs: day('2026-11-26'), text: '1' }] }];
    expect(dayBand([person('Ann', 'UTC')], day('2026-11-25'), marks, frame(80))).toHaveLength(2);
  });
});

describe('bandLegend', () => {
  it('is one line where there is room, and explains the unknown only where there is some', () => {
    const known = bandLegend([person('Ann', 'UTC')], frame(80));
    expect(known).toEqual(['█ working hours  ▒ within 2 hours  ░ awake  · asleep  × day off']);
    expect(bandLegend([person('Ann', null)], frame(120))[0]).toContain('? zone unknown');
    for (const line of bandLegend([person('Ann', null)], frame(40)))
      expect(stringWidth(line)).toBeLessThanOrEqual(40);
  });

  it('colours each glyph', () => {
    const [line = ''] = bandLegend([person('Ann', 'UTC')], { columns: 80, colors: true });
    const ofGlyphs = [...'█▒░·×'].map((glyph) => line.charAt(line.indexOf(glyph) - 2));
    expect(new Set(ofGlyphs).size).toBe(5);
  });
});
