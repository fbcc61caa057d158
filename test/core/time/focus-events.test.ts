import { describe, expect, it } from '@jest/globals';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import { focusEventsOf } from '../../../src/core/time/focus-events.ts';
import { meeting, person } from '../load/sample-meetings.ts';

const at: [string, string][] = [['2026-10-14T09:00:00Z', '2026-10-14T11:00:00Z']];
const window = { fromMs: Date.parse('2026-10-14T09:00:00Z'), toMs: Date.parse('2026-10-14T11:00:00Z') };
const focus = { calendarEvents: true, categories: ['Deep work'], blocks: [] };

function entry(part: Partial<Meeting>): Meeting {
  return meeting(at, part);
}

describe('focus time in a calendar', () => {
  it.each<[string, Partial<Meeting>, number]>([
    ['a focus entry', { entryType: 'focus-time' }, 1],
    ['an entry in a named category, in any case', { categories: ['DEEP WORK'] }, 1],
    ['an ordinary entry', {}, 0],
    ['another category', { categories: ['Travel'] }, 0],
    ['a cancelled focus entry', { entryType: 'focus-time', status: 'cancelled' }, 0],
    [
      'a meeting with others in that category',
      { categories: ['Deep work'], attendees: [person('a@x.example'), person('b@x.example')] },
      0,
    ],
  ])('%s', (_, part, count) => {
    expect(focusEventsOf([entry({ attendees: [], ...part })], { focus })).toEqual(
      Array.from({ length: count }, () => window),
    );
  });

  it('leaves out the calendar’s own focus entries where the policy says so', () => {
    const policy = { focus: { ...focus, calendarEvents: false } };
    expect(focusEventsOf([entry({ attendees: [], entryType: 'focus-time' })], policy)).toEqual([]);
  });
});
