import { describe, expect, it } from '@jest/globals';
import { meetingTime } from '../../../src/cli/view/meeting-time.ts';
import type { EventTime } from '../../../src/core/meeting/event-time.ts';
import { at, meeting, occurrence } from '../../core/load/sample-meetings.ts';

const time = (start: EventTime, end: EventTime, zone: string | null) =>
  meetingTime(meeting([]), occurrence(start, end), zone);
const date = (text: string): EventTime => ({ kind: 'date', date: text });

describe('meetingTime', () => {
  it('shows the clock of the reader', () => {
    const [start, end] = [at('2026-10-06T08:00:00Z'), at('2026-10-06T08:30:00Z')];
    expect(time(start, end, 'Europe/Paris')).toBe('Tue 6 Oct 10:00–10:30');
    expect(time(start, end, 'Asia/Singapore')).toBe('Tue 6 Oct 16:00–16:30');
  });

  it('shows the clock it was written with where no reader is known', () => {
    const written: EventTime = {
      kind: 'instant',
      ms: Date.parse('2026-10-06T08:00:00Z'),
      zone: 'Asia/Tokyo',
    };
    expect(time(written, at('2026-10-06T09:00:00Z'), null)).toBe('Tue 6 Oct 17:00–18:00');
  });

  it.each([
    [at('2026-10-06T21:30:00Z'), at('2026-10-06T22:30:00Z'), 'Tue 6 Oct 23:30 to Wed 7 Oct 00:30'],
    [at('2026-10-06T08:00:00Z'), at('2026-10-06T08:00:00Z'), 'Tue 6 Oct 10:00'],
    [date('2026-10-19'), date('2026-10-24'), 'Mon 19 Oct to Fri 23 Oct'],
    [date('2026-10-19'), date('2026-10-20'), 'Mon 19 Oct, all day'],
    [
      { kind: 'floating', local: '2026-10-06T10:00:00' },
      { kind: 'floating', local: '2026-10-06T11:00:00' },
      'Tue 6 Oct 10:00–11:00',
    ],
    [{ kind: 'unknown', text: 'x' }, { kind: 'unknown', text: 'y' }, 'time unknown'],
  ] as const)('%j', (start, end, expected) => {
    expect(time(start, end, 'Europe/Paris')).toBe(expected);
  });

  it.each([
    [{ frequency: 'weekly', interval: 1, timesPerUnit: 1 }, ', weekly'],
    [{ frequency: 'weekly', interval: 1, timesPerUnit: 5 }, ', 5 × a week'],
    [{ frequency: 'weekly', interval: 2, timesPerUnit: 1 }, ', every 2 weeks'],
    [{ frequency: 'irregular', interval: 1, timesPerUnit: 1 }, ', repeats'],
  ] as const)('says how it repeats: %j', (recurrence, expected) => {
    const series = meeting([['2026-10-06T08:00:00Z', '2026-10-06T08:30:00Z']], { recurrence });
    expect(meetingTime(series, null, 'UTC')).toBe(`Tue 6 Oct 08:00–08:30${expected}`);
  });
});
