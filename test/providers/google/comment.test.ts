import { describe, expect, it } from '@jest/globals';
import { commentText } from '../../../src/providers/google/comment.ts';

const proposal = {
  startMs: Date.UTC(2026, 10, 24, 14),
  endMs: Date.UTC(2026, 10, 24, 14, 30),
  zone: 'Europe/Warsaw',
};

describe('comment of an answer', () => {
  it('writes a proposal in its own zone', () => {
    expect(commentText('Please write it.', proposal)).toBe(
      'Please write it.\n\nProposed time: Tue 24 Nov 2026, 15:00 to 15:30 (Europe/Warsaw)',
    );
  });

  it('names both days where the proposal runs over midnight in that zone', () => {
    expect(
      commentText(null, { ...proposal, zone: 'Asia/Singapore', endMs: Date.UTC(2026, 10, 24, 17) }),
    ).toBe('Proposed time: Tue 24 Nov 2026, 22:00 to Wed 25 Nov 2026, 01:00 (Asia/Singapore)');
  });

  it.each([[null], [''], [' \n ']])('says nothing for %j', (comment) => {
    expect(commentText(comment, null)).toBeNull();
  });

  it('cuts the words, never the proposal', () => {
    const text = commentText('a'.repeat(1_000_000), proposal);
    expect(text?.length).toBe(2_000);
    expect(text).toMatch(/a…\n\nProposed time: .*\(Europe\/Warsaw\)$/);
  });

  it('does not cut a character in two', () => {
    const even = commentText('😀'.repeat(2_000), null);
    const odd = commentText(`a${'😀'.repeat(2_000)}`, null);
    for (const text of [even, odd]) {
      expect(text?.isWellFormed()).toBe(true);
      expect(text?.length).toBeGreaterThan(1_990);
    }
  });
});
