import { describe, expect, it } from '@jest/globals';
import { longestMeetingHours } from '../../../src/core/load/counted-occurrences.ts';
import { definitions } from '../../../src/core/load/definitions.ts';
import { focusFromMinutes } from '../../../src/core/load/working-time.ts';

describe('the printed definitions', () => {
  it('name each term once, with a source', () => {
    expect(new Set(definitions.map(({ term }) => term)).size).toBe(definitions.length);
    expect(definitions.filter(({ text, source }) => !text.endsWith('.') || source === '')).toEqual([]);
  });

  it('state the limits that the code applies', () => {
    const textOf = (wanted: string) => definitions.find(({ term }) => term === wanted)?.text;
    expect(textOf('Meeting')).toContain(`at most ${longestMeetingHours} hours`);
    expect(focusFromMinutes).toBe(120);
    expect(textOf('Focus hours')).toContain('at least two hours');
  });
});
