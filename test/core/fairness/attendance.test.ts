import { describe, expect, it } from '@jest/globals';
import { attendanceOfSlots, attends, type TimeLimits } from '../../../src/core/fairness/attendance.ts';
import { slotGrid } from '../../../src/core/fairness/slot-grid.ts';
import type { Window } from '../../../src/core/meeting/event-time.ts';

const at = (time: string): number => Date.parse(`2026-03-02T${time}Z`);
const during = (from: string, to: string): Window => ({ fromMs: at(from), toMs: at(to) });
const allDay = [during('00:00', '23:59')];

/** Half an hour's slots from 09:00 to 11:00, a letter each: yes, unknown, busy, protected. */
function letters(limits: Partial<TimeLimits>, bufferMinutes = 0): string {
  const grid = slotGrid(during('09:00', '11:00'), 30);
  const found = attendanceOfSlots(grid, { availability: null, blocked: [], ...limits }, bufferMinutes);
  const names = Object.fromEntries(Object.entries(attends).map(([name, value]) => [value, name[0]]));
  return [...found].map((value) => names[value]).join('');
}

describe('who can come to which slot', () => {
  it.each<[string, Partial<TimeLimits>, number, string]>([
    ['is unknown where nobody read the calendar', {}, 0, 'uuuuuuu'],
    ['is unknown where nothing of it was read', { availability: { known: [], busy: [] } }, 0, 'uuuuuuu'],
    ['is yes where it was read and is free', { availability: { known: allDay, busy: [] } }, 0, 'yyyyyyy'],
    [
      'is yes only for whole slots inside what was read',
      { availability: { known: [during('09:20', '10:40')], busy: [] } },
      0,
      'uuyyyuu',
    ],
    [
      'sees parts that were read and touch as one',
      { availability: { known: [during('10:00', '10:40'), during('09:20', '10:00')], busy: [] } },
      0,
      'uuyyyuu',
    ],
    [
      'wants the buffers read as well',
      { availability: { known: [during('09:10', '10:50')], busy: [] } },
      15,
      'uuyyyuu',
    ],
    [
      'is no beside a meeting, which may end as the slot begins',
      { availability: { known: allDay, busy: [during('09:45', '10:00')] } },
      0,
      'yybbyyy',
    ],
    [
      'is no within the buffer of a meeting',
      { availability: { known: allDay, busy: [during('09:45', '10:00')] } },
      5,
      'ybbbbyy',
    ],
    [
      'is no for a meeting outside of what was read',
      { availability: { known: [], busy: [during('09:45', '10:00')] } },
      0,
      'uubbuuu',
    ],
    ['is no in protected time, without a buffer', { blocked: [during('09:45', '10:00')] }, 15, 'uuppuuu'],
    [
      'names protected time before a meeting',
      {
        blocked: [during('09:45', '10:00')],
        availability: { known: allDay, busy: [during('09:30', '10:15')] },
      },
      0,
      'ybppbyy',
    ],
  ])('%s', (_, limits, bufferMinutes, expected) => {
    expect(letters(limits, bufferMinutes)).toBe(expected);
  });
});
