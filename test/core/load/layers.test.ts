import { describe, expect, it } from '@jest/globals';
import { layeredMinutes } from '../../../src/core/load/layers.ts';
import { monthLoad } from '../../../src/core/load/month-load.ts';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import { meeting, nineToFive } from './sample-meetings.ts';

const layers = ['live', 'unclear', 'async'] as const;

function layerOf({ uid }: Meeting): (typeof layers)[number] {
  return layers.find((layer) => uid.startsWith(layer)) ?? 'unclear';
}

describe('layers of meeting hours', () => {
  const load = monthLoad(
    [
      meeting([['2026-10-05T08:00:00Z', '2026-10-05T10:00:00Z']], { uid: 'async-1' }),
      meeting([['2026-10-05T09:00:00Z', '2026-10-05T10:00:00Z']], { uid: 'live-1' }),
      meeting([['2026-10-12T09:00:00Z', '2026-10-12T09:30:00Z']], { uid: 'unclear-1' }),
      meeting([['2026-10-12T09:15:00Z', '2026-10-12T10:00:00Z']], { uid: 'async-2' }),
    ],
    { month: '2026-10', zone: 'UTC', me: null, workingHours: nineToFive, hourlyRate: 75 },
  );
  const found = layeredMinutes(load, layers, layerOf);

  it('give a shared minute to the strongest, so that only time that comes back is counted as such', () => {
    expect(found.month).toEqual({ live: 60, unclear: 30, async: 90 });
  });

  it('sum to the meeting hours of the month and of each week', () => {
    expect(Object.values(found.month).reduce((a, b) => a + b)).toBe(load.minutes.meeting);
    expect(found.weeks.map((week) => week.live + week.unclear + week.async)).toEqual(
      load.weeks.map((week) => week.minutes),
    );
    expect(found.weeks[1]).toEqual({ live: 60, unclear: 0, async: 60 });
  });
});
