import { describe, expect, it } from '@jest/globals';
import { slotTimes, utcTimes } from '../../../src/providers/microsoft/slot.ts';

const slot = (start: string, end: string, zone: string) => ({
  startMs: Date.parse(start),
  endMs: Date.parse(end),
  zone,
});

describe('slot', () => {
  it('is written on the clock of its zone', () => {
    expect(slotTimes(slot('2026-11-26T10:00:00Z', '2026-11-26T11:00:00Z', 'Europe/Paris'))).toEqual({
      start: { dateTime: '2026-11-26T11:00:00', timeZone: 'Europe/Paris' },
      end: { dateTime: '2026-11-26T12:00:00', timeZone: 'Europe/Paris' },
    });
  });

  it('is written in UTC where its clock would say two times', () => {
    // Clocks in New York go from 01:59 back to 01:00 on 1 November 2026 at 06:00 UTC.
    const second = slotTimes(slot('2026-11-01T06:30:00Z', '2026-11-01T07:30:00Z', 'America/New_York'));
    expect(second.start).toEqual({ dateTime: '2026-11-01T06:30:00', timeZone: 'UTC' });
    const first = slotTimes(slot('2026-11-01T05:30:00Z', '2026-11-01T07:30:00Z', 'America/New_York'));
    expect(first.start).toEqual({ dateTime: '2026-11-01T01:30:00', timeZone: 'America/New_York' });
  });

  it('is written in UTC where its zone is unknown, and for proposals', () => {
    const given = slot('2026-11-26T10:00:00Z', '2026-11-26T11:00:00Z', 'Mars/Olympus');
    const start = { dateTime: '2026-11-26T10:00:00', timeZone: 'UTC' };
    expect(slotTimes(given).start).toEqual(start);
    expect(utcTimes({ ...given, zone: 'Asia/Singapore' }).start).toEqual(start);
  });
});
