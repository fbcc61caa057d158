import { describe, expect, it } from '@jest/globals';
import { zoneSpreadHours } from '../../../src/core/need/zone-spread.ts';
import { attendee, invite } from '../gate/invites.ts';
import { floating, lasting } from '../time/samples.ts';

const zones = { 'kim@acme.example': 'America/New_York', 'lee@acme.example': 'Asia/Singapore' };
const inJuly = { occurrences: [lasting('2026-07-14T10:00:00Z')] };

describe('how far the clocks of the people are apart', () => {
  it.each([
    ['in winter', {}, zones, 'Europe/Paris', 13],
    ['in summer', inJuly, zones, 'Europe/Paris', 12],
    ['by quarters of an hour', {}, { 'kim@acme.example': 'Asia/Kathmandu' }, 'UTC', 5.75],
    ['one zone', {}, {}, 'Europe/Paris', 0],
    ['nobody known', {}, {}, null, 0],
    [
      'an unknown zone among known ones',
      {},
      { ...zones, 'sam@acme.example': 'Mars/Olympus' },
      'Europe/Paris',
      13,
    ],
    [
      'a floating time',
      { occurrences: [floating('2026-11-25T10:00:00', '2026-11-25T11:00:00')] },
      zones,
      'UTC',
      0,
    ],
    ['a name of the language', { attendees: [attendee('__proto__'), attendee('constructor')] }, {}, 'UTC', 0],
  ])('%s', (_, changes, known, zone, hours) => {
    expect(zoneSpreadHours(invite(changes), { zones: known, zone })).toBe(hours);
  });
});
