import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '../../../src/config/policy/parse-policy.ts';

/** What is refused of these stays of one person: key, what and remedy. */
function refused(...stays: readonly string[]): readonly string[] {
  const lines = stays.map((stay) => `      - {${stay}}`);
  const parsed = parsePolicy(['people:', '  a@x.y:', '    travel:', ...lines].join('\n'), 'p.yaml');
  return parsed.ok
    ? []
    : parsed.problems.map(({ place, key, what, remedy }) => `${place} ${key}: ${what}. ${remedy}`);
}

const stay = (from: string, to: string, zone = 'Asia/Singapore') =>
  `from: ${from}, to: ${to}, timeZone: ${zone}`;

describe('stays away from home', () => {
  it('may follow one another, in any order of the file, and last one day', () => {
    expect(
      refused(
        stay('2026-09-12', '2026-09-12'),
        stay('2026-09-07', '2026-09-11', 'Europe/Warsaw'),
        stay('2026-09-13', '2026-09-20', 'America/New_York'),
      ),
    ).toEqual([]);
  });

  it('are refused where they share a date, with the other stay and what to do', () => {
    expect(
      refused(stay('2026-09-07', '2026-09-11'), stay('2026-09-11', '2026-09-14', 'Europe/Warsaw')),
    ).toEqual([
      'p.yaml:5:10 people.a@x.y.travel[1].from: 2026-09-11 is also in the stay in Asia/Singapore, ' +
        'from 2026-09-07 to 2026-09-11. End one stay the day before the other begins.',
    ]);
  });

  it('are refused inside a long one, even after a short one', () => {
    const problems = refused(
      stay('2026-09-01', '2026-09-30', 'Europe/Warsaw'),
      stay('2026-09-02', '2026-09-03'),
      stay('2026-09-05', '2026-09-06'),
      stay('2026-10-01', '2026-10-02'),
    );
    expect(problems).toHaveLength(2);
    for (const problem of problems) expect(problem).toContain('stay in Europe/Warsaw');
  });

  it('are refused where they end before they begin, once', () => {
    expect(refused(stay('2027-01-04', '2026-01-08'))).toEqual([
      'p.yaml:4:28 people.a@x.y.travel[0].to: the stay ends on 2026-01-08, before it begins on 2027-01-04. ' +
        'Swap the two dates, or correct the year.',
    ]);
  });

  it.each([
    [stay('2026-09-31', '2026-10-02'), 'travel[0].from'],
    [stay('2026-09-07', '2026-09-11', 'Europe/Warschau'), 'travel[0].timeZone'],
    ['from: 2026-09-07, to: 2026-09-11', 'travel[0].timeZone'],
    [`${stay('2026-09-07', '2026-09-11')}, region: Poland`, 'travel[0].region'],
    [`${stay('2026-09-07', '2026-09-11')}, city: Warsaw`, 'travel[0].city'],
  ])('are refused as %s', (text, key) => {
    const problems = refused(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`people.a@x.y.${key}:`);
  });

  it('are checked in time that does not grow with the square of their number', () => {
    const many = Array.from({ length: 7000 }, () => stay('2026-09-07', '2026-09-11'));
    expect(refused(...many)).toHaveLength(500);
  });
});
