import { describe, expect, it } from '@jest/globals';
import stringWidth from 'string-width';
import type { SeriesJson } from '../../../src/app/fairness-json.ts';
import { fairnessSeriesText } from '../../../src/cli/view/fairness-series.ts';
import { usualWorkingHours } from '../../../src/core/fairness/fairness-person.ts';

const people = [
  ['Paris', 'Europe/Paris'],
  ['Bengaluru', 'Asia/Kolkata'],
].map(([name = '', zone = null]) => ({
  name,
  stays: [{ fromMs: Number.NEGATIVE_INFINITY, zone }],
  workingHours: usualWorkingHours,
  daysOff: [],
}));

const week = (date: string, utc: string, paris: string, bengaluru: string, burden: number) => ({
  date,
  start: `${date}T${utc}:00Z`,
  end: `${date}T${utc.slice(0, 2)}:59:00Z`,
  people: [
    { name: 'Paris', zone: 'Europe/Paris', local: `Mon ${date} ${paris}`, burden: 0 },
    { name: 'Bengaluru', zone: 'Asia/Kolkata', local: `Mon ${date} ${bengaluru}`, burden },
  ],
});

const weekly: SeriesJson = {
  uid: 'weekly',
  summary: 'Weekly planning',
  zone: 'America/New_York',
  weeks: [
    week('2027-03-08', '15:00', '16:00', '20:30', 120),
    week('2027-03-15', '14:00', '15:00', '19:30', 120),
    week('2027-03-22', '14:00', '15:00', '19:30', 120),
  ],
  people: [
    { name: 'Paris', carried: 40, burden: 0, kept: 40, rotated: 200 },
    { name: 'Bengaluru', carried: 0, burden: 2360, kept: 2360, rotated: 180 },
  ],
  fairness: { kept: { gini: 0.9667, jain: 0.517 }, rotated: { gini: 0.0526, jain: 0.997 } },
  daylightSaving: [
    {
      name: 'Bengaluru',
      from: '2027-03-14',
      to: '2027-03-27',
      occurrences: 2,
      local: '22:30',
      usually: '21:30',
      burden: 150,
      usualBurden: 120,
      because: 'clocks change in New York two weeks before Paris',
    },
  ],
  rotation: [
    {
      from: '2027-03-08',
      to: '2027-04-26',
      occurrences: 8,
      local: '10:00',
      zone: 'America/New_York',
      start: '2027-03-29T14:00:00Z',
      people: [
        { name: 'Paris', local: 'Mon 2027-03-29 16:00', burden: 0 },
        { name: 'Bengaluru', local: 'Mon 2027-03-29 20:30', burden: 180 },
      ],
    },
    {
      from: '2027-05-03',
      to: '2027-05-03',
      occurrences: 1,
      local: '01:00',
      zone: 'America/New_York',
      start: '2027-05-03T05:00:00Z',
      people: [
        { name: 'Paris', local: 'Mon 2027-05-03 07:00', burden: 160 },
        { name: 'Bengaluru', local: null, burden: null },
      ],
    },
  ],
  rotationProof: { exact: true, lowerBound: 200, gap: 0, worst: 200 },
  warnings: [
    { rule: 'unfair-burden', because: 'Bengaluru carries all of it.', people: ['Bengaluru'], start: null },
  ],
};

const text = (series: readonly SeriesJson[], columns: number | null = 80, limit = 10) =>
  fairnessSeriesText({ series, people, limit }, { columns, colors: false });

describe('fairnessSeriesText', () => {
  it('tells the story of one series', () => {
    const shown = text([weekly], null);
    expect(shown).not.toContain('most unfair first');
    for (const part of [
      'Weekly planning\n3 occurrences from 2027-03-08 to 2027-03-22, on the clock of America/New_York',
      // The time that most weeks have, not the first.
      'A usual week: 2027-03-15, 14:00 UTC',
      `now        ${' '.repeat(28)}^`,
      'Paris 15:00 · Bengaluru 19:30',
      '- Sun 2027-03-14 to 2027-03-27: Bengaluru 22:30 instead of 21:30 (harder: 150 instead of 120)',
      'Kept as it is, the worst-off carries 2,360, Gini 0.97; rotated 200, Gini 0.05.',
      'No other choice of half-hourly times for these blocks does better.',
      '- Bengaluru carries all of it.',
    ])
      expect(shown).toContain(part);
    expect(shown).toMatch(/^Bengaluru {2}█{50} {2}2,360$/m);
    expect(shown).toMatch(/^Paris {6}▊ {51}0 \+ 40$/m);
  });

  it('shows the rotation as a table where it fits, else block by block', () => {
    expect(text([weekly])).toContain(
      [
        '    dates                           time   Paris       Bengaluru',
        '1.  2027-03-08 to 2027-04-26 (8 ×)  10:00  16:00 fits  20:30 180',
        '2.  2027-05-03 (1 ×)                01:00  07:00 160   ? unknown',
      ].join('\n'),
    );
    const narrow = text([weekly], 40);
    expect(narrow).toMatch(/^Paris {6}▎ +0 \+ 40$/m);
    expect(narrow).toContain('1. 2027-03-08 to 2027-04-26 (8 ×), 10:00\n');
    expect(narrow).toContain(
      '2. 2027-05-03 (1 ×), 01:00\n   America/New_York\n   Paris 07:00 160, Bengaluru ? unknown\n',
    );
  });

  it('says how far a rotation may be from the best', () => {
    const proof = { exact: false, lowerBound: 150, gap: 50, worst: 200 };
    expect(text([{ ...weekly, rotationProof: proof }])).toContain(
      'This is at most 50 point-minutes from the best possible.',
    );
    expect(text([{ ...weekly, rotation: [], rotationProof: null }])).not.toContain('A rotation');
  });

  it('lists several series, the first told', () => {
    const other = { ...weekly, uid: 'o', summary: null, weeks: weekly.weeks.slice(0, 1) };
    const shown = text([weekly, other, other], 80, 2);
    expect(shown).toContain('3 series, the most unfair first');
    expect(shown).toMatch(/^Weekly planning {2}2,360 Bengaluru, Gini 0\.97$/m);
    expect(shown).toMatch(/^\(no title, o\) {4}2,360 Bengaluru, Gini 0\.97\nand 1 more$/m);
    expect(text([])).toBe('No series lies in this range.\n');
  });

  it.each([20, 40, 80, 160])('keeps to %d cells with hostile text', (columns) => {
    const name = `\u202e${'設計'.repeat(300)}\u001b[31m`;
    const hostile: SeriesJson = {
      ...weekly,
      summary: name,
      people: weekly.people.map((each) => ({ ...each, name })),
      rotation: weekly.rotation.map((block) => ({
        ...block,
        people: block.people.map((each) => ({ ...each, name })),
      })),
      daylightSaving: weekly.daylightSaving.map((shift) => ({ ...shift, name })),
      warnings: [{ rule: 'r', because: name, people: [name], start: null }],
    };
    const shown = text([hostile, hostile], columns);
    for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  });
});
