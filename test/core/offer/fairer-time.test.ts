import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../../../src/core/meeting/policy.ts';
import { proposeFairerTime } from '../../../src/core/offer/fairer-time.ts';
import type { ProtectedPerson } from '../../../src/core/time/check-time.ts';
import { floating, freeDay, lasting, policy, working } from '../time/samples.ts';

const office = { workingHours: [working([1, 2, 3, 4, 5])] };
const nowMs = Date.parse('2026-11-18T09:00:00Z');

function person(name: string, zone: string | null, changes: Partial<Policy> = {}): ProtectedPerson {
  return { person: name, policy: policy({ ...office, zone, ...changes }), focusEvents: [] };
}

const sam = person('sam', 'Europe/Paris');
const lee = person('lee', 'America/New_York');
const mei = person('mei@acme.example', 'Asia/Singapore');
/** Thursday 16:00 in Paris, 23:00 in Singapore. */
const night = '2026-11-26T15:00:00Z';

/** What is proposed instead of these starts. */
function proposed(
  starts: readonly string[],
  people: readonly ProtectedPerson[] = [sam, mei],
  at: number | null = nowMs,
  minutes = 60,
): string | null {
  return proposeFairerTime(
    starts.map((iso) => lasting(iso, minutes)),
    people,
    at,
  );
}

describe('a fairer time', () => {
  it.each<[string, string | null, string | null]>([
    [
      'on the clock of the reader, the nearest of the fairest',
      proposed([night]),
      'A fairer time: Thu 2026-11-26 09:00 (spares mei@acme.example 23:00).',
    ],
    [
      'on the clock of whoever reads',
      proposed([night], [mei, sam]),
      'A fairer time: Thu 2026-11-26 16:00 (spares mei@acme.example 23:00).',
    ],
    [
      'where the reader is then',
      proposed(
        [night],
        [
          person('sam', 'Europe/Paris', {
            travel: [{ fromDate: '2026-11-25', toDate: '2026-12-05', zone: 'Europe/London' }],
          }),
          mei,
        ],
      ),
      'A fairer time: Thu 2026-11-26 08:30 (spares mei@acme.example 23:00).',
    ],
    [
      'where it is just half as bad',
      proposed(['2026-11-26T13:00:00Z'], [lee, mei]),
      'A fairer time: Thu 2026-11-26 18:00 (spares mei@acme.example 21:00).',
    ],
    [
      'after what has passed of the day',
      proposed([night], [sam, mei], Date.parse('2026-11-26T12:00:00Z')),
      'A fairer time: Fri 2026-11-27 09:00 (spares mei@acme.example 23:00).',
    ],
    [
      'not on a day that somebody keeps free',
      proposed([night], [sam, person('mei@acme.example', 'Asia/Singapore', freeDay(4))]),
      'A fairer time: Fri 2026-11-27 09:00 (spares mei@acme.example 23:00).',
    ],
    [
      'for somebody who takes no off-hours',
      proposed([night], [sam, person('mei@acme.example', 'Asia/Singapore', { takesOffHours: false })]),
      'A fairer time: Thu 2026-11-26 09:00 (spares mei@acme.example 23:00).',
    ],
    [
      'is named for three people at most',
      proposed([night], [sam, ...['a', 'b', 'c', 'd', 'e'].map((name) => person(name, 'Asia/Singapore'))]),
      'A fairer time: Thu 2026-11-26 09:00 (spares a 23:00, b 23:00, c 23:00 and 2 more).',
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  it.each<[string, string | null]>([
    ['where no colleague is known', proposed([night], [sam])],
    ['where the zone of the colleague is not known', proposed([night], [sam, person('bo', null)])],
    ['where that of the reader is not', proposed([night], [person('sam', null), mei, mei])],
    ['where it burdens nobody', proposed(['2026-11-26T08:00:00Z'])],
    ['where it is only near somebody’s hours', proposed(['2026-11-26T10:00:00Z'])],
    ['where nothing is half as bad', proposed(['2026-11-26T23:15:00Z'], [lee, mei])],
    ['where there is no time', proposed([])],
    ['where it is no meeting, by its length', proposed([night], [sam, mei], nowMs, 5000)],
    [
      'at a floating time',
      proposeFairerTime([floating('2026-11-26T23:00:00', '2026-11-26T23:30:00')], [sam, mei], nowMs),
    ],
  ])('none %s', (_, found) => {
    expect(found).toBeNull();
  });
});

describe('a fairer time for a series', () => {
  const thursdays = ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17'].map(
    (date) => `${date}T15:00:00Z`,
  );
  const fairer = 'A fairer time for the series: 09:00 (spares mei@acme.example 23:00).';

  it('is an hour of its own day', () => {
    expect(proposed(thursdays)).toBe(fairer);
    expect(proposed(thursdays, [sam, person('mei@acme.example', 'Asia/Singapore', freeDay(4))])).toBeNull();
  });

  it('has to be one at most of its times', () => {
    const off = (dates: string[]): Partial<Policy> => ({ publicHolidays: dates });
    const away = (dates: string[]) => [sam, person('mei@acme.example', 'Asia/Singapore', off(dates))];
    expect(proposed(thursdays, away(['2026-12-03']))).toBe(fairer);
    expect(proposed(thursdays, away(['2026-12-03', '2026-12-10']))).toBeNull();
  });
});
