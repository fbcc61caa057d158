import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createPolicyBook } from '../../../src/cli/service/policy-book.ts';

const nowMs = Date.parse('2026-11-21T10:00:00Z');
const sample = readFileSync('src/cli/sample/sandbox-policy.yaml', 'utf8');

describe('policies as the store has them', () => {
  it('are the default one, and one of an organization, for each person', async () => {
    const book = createPolicyBook();
    expect((await book.policyOf(null, 'ann@acme.example', nowMs)).noMeetingDays).toEqual([]);
    const tomasz = await book.policyOf(sample, 'tomasz.wilk@halden.example', nowMs);
    expect(tomasz.zone).toBe('Europe/Warsaw');
    expect(tomasz.noMeetingDays).toHaveLength(1);
    expect(tomasz.enforcement['no-meeting-day']).toBe('enforce');
  });

  it('are worked out once in a quarter of an hour, and anew after it', async () => {
    const book = createPolicyBook();
    const text = 'people:\n  ann@acme.example:\n    timeZone: Europe/Paris\n    pause: 2026-11-21\n';
    const at = (time: string) => book.policyOf(text, 'ann@acme.example', Date.parse(time));
    const before = await at('2026-11-21T10:00:00Z');
    expect(before.paused).toBe(true);
    expect(await at('2026-11-21T10:14:59Z')).toBe(before);
    // Midnight in Paris.
    expect((await at('2026-11-21T22:59:59Z')).paused).toBe(true);
    expect((await at('2026-11-21T23:00:00Z')).paused).toBe(false);
  });

  it('are never taken for another one where the text cannot be read', async () => {
    await expect(createPolicyBook().policyOf('organization: [', 'a@b.example', nowMs)).rejects.toThrow(
      'the stored policy cannot be read',
    );
  });
});
