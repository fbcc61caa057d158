import { describe, expect, it } from '@jest/globals';
import { localText, slotsJson, utcText } from '../../src/app/fairness-json.ts';

const startMs = Date.parse('2026-11-25T09:30:00Z');
const slot = {
  startMs,
  endMs: startMs + 1_800_000,
  worst: 150,
  total: 30,
  availability: 'free' as const,
  people: [
    {
      name: 'Ann',
      zone: 'Asia/Kathmandu',
      burden: 30,
      carried: 120,
      attends: 'yes' as const,
      attendance: 'required' as const,
    },
    {
      name: '__proto__',
      zone: null,
      burden: null,
      carried: 0,
      attends: 'unknown' as const,
      attendance: 'optional' as const,
    },
  ],
};

describe('slotsJson', () => {
  it('prints instants in UTC, local clocks, and null for what nobody knows', () => {
    const refusals = [{ name: null, because: 'quorum' as const, slots: 3 }];
    const warning = { rule: 'asleep' as const, because: 'Because.', people: ['Ann'], startMs };
    const answer = { search: { slots: [slot], considered: 7, refusals }, current: null, warnings: [warning] };
    expect(slotsJson(answer)).toEqual({
      slots: [
        {
          start: '2026-11-25T09:30:00Z',
          end: '2026-11-25T10:00:00Z',
          worst: 150,
          total: 30,
          availability: 'free',
          people: [
            {
              name: 'Ann',
              zone: 'Asia/Kathmandu',
              local: 'Wed 2026-11-25 15:15',
              burden: 30,
              carried: 120,
              attends: 'yes',
              attendance: 'required',
            },
            {
              name: '__proto__',
              zone: null,
              local: null,
              burden: null,
              carried: 0,
              attends: 'unknown',
              attendance: 'optional',
            },
          ],
        },
      ],
      current: null,
      warnings: [{ rule: 'asleep', because: 'Because.', people: ['Ann'], start: '2026-11-25T09:30:00Z' }],
      considered: 7,
      refusals,
    });
  });

  it('prints the current time like a slot', () => {
    const json = slotsJson({
      search: { slots: [], considered: 0, refusals: [] },
      current: slot,
      warnings: [],
    });
    expect(json.current).toMatchObject({ start: '2026-11-25T09:30:00Z', worst: 150 });
  });
});

describe('texts of times', () => {
  it('cut off parts of a second', () => {
    expect(utcText(startMs + 999)).toBe('2026-11-25T09:30:00Z');
    expect(localText(startMs, 'Europe/Paris')).toBe('Wed 2026-11-25 10:30');
    expect(localText(startMs, null)).toBeNull();
  });
});
