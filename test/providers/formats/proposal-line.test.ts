import { describe, expect, it } from '@jest/globals';
import { proposalLine } from '../../../src/providers/formats/proposal-line.ts';

const slot = (start: string, end: string, zone: string) => ({
  startMs: Date.parse(start),
  endMs: Date.parse(end),
  zone,
});

describe('line of a proposal', () => {
  it('is on the clock of its zone, with the second day where there is one', () => {
    expect(proposalLine(slot('2026-11-26T10:00:00Z', '2026-11-26T11:00:00Z', 'Europe/Paris'))).toBe(
      'Proposed time: Thu 26 Nov 2026, 11:00 to 12:00 (Europe/Paris)',
    );
    expect(proposalLine(slot('2026-11-26T15:30:00Z', '2026-11-26T16:30:00Z', 'Asia/Singapore'))).toBe(
      'Proposed time: Thu 26 Nov 2026, 23:30 to Fri 27 Nov 2026, 00:30 (Asia/Singapore)',
    );
  });

  it('is in UTC, and says so, where the zone is unknown', () => {
    expect(proposalLine(slot('2026-09-03T10:00:00Z', '2026-09-03T11:00:00Z', 'Mars/Olympus'))).toBe(
      'Proposed time: Thu 3 Sep 2026, 10:00 to 11:00 (UTC)',
    );
  });
});
