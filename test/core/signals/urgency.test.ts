import { describe, expect, it } from '@jest/globals';
import { invite, read } from './samples.ts';

const outage = {
  title: 'Production down: checkout failing',
  description:
    'Production is down since 10:05, checkout returns 500. Join the bridge now, we need someone to roll back.',
};
const urgencyOf = (...args: Parameters<typeof read>): string => read(...args).signals.urgency.value;

describe('an emergency', () => {
  it('is what the policy defines as one, else only high', () => {
    expect(urgencyOf(invite(outage), { emergencies: ['production-down', 'client-emergency'] })).toBe(
      'emergency',
    );
    expect(urgencyOf(invite(outage), { emergencies: [] })).toBe('high');
    expect(urgencyOf(invite(outage), { emergencies: ['legal-deadline'] })).toBe('high');
  });

  it('quotes the words that make it one', () => {
    const { evidence } = read(invite(outage)).signals.urgency;
    expect(evidence.length).toBeGreaterThan(0);
  });

  it.each([
    'URGENT!!! ASAP!!! EMERGENCY!!!',
    'DRINGEND!!! SOFORT!!! NOTFALL!!!',
    'Critical: P0 priority, high importance, act now!!!',
  ])('is not made by loud words over a report: %s', (title) => {
    const description =
      'The monthly newsletter with the parking rules is attached. Please read it, no need to attend.';
    expect(urgencyOf(invite({ title, description }))).not.toBe('emergency');
  });

  describe('of the policy’s own', () => {
    const customEmergencies = [{ name: 'recall', phrases: ['', 'Product Recall'] }];

    it.each([
      ['the title', { title: 'PRODUCT RECALL lot 7' }, 'summary', 'PRODUCT RECALL'],
      ['the text', { description: 'Talk about the product recall.' }, 'description', 'product recall'],
    ] as const)('is found in %s without regard to case, and quoted as written', (_, changes, field, text) => {
      const { urgency } = read(invite(changes), { emergencies: [], customEmergencies }).signals;
      expect(urgency).toMatchObject({ value: 'emergency', evidence: [{ field, text }] });
    });

    it('is quoted verbatim after letters that grow in lower case, and is no pattern', () => {
      const of = (phrase: string, title: string) =>
        read(invite({ title }), { customEmergencies: [{ name: 'own', phrases: [phrase] }] }).signals.urgency;
      expect(of('SEV1', 'İİİİ Outage sev1 now').evidence).toEqual([{ field: 'summary', text: 'sev1' }]);
      expect(of('s.v1', 'Notes of sev1').value).toBe('normal');
    });

    it('is not found in other words, and an empty phrase is in no text', () => {
      expect(urgencyOf(invite({ title: 'Product call' }), { customEmergencies })).toBe('normal');
    });
  });
});

describe('short notice', () => {
  it.each([
    [0, 'high'],
    [4, 'high'],
    [4.01, 'normal'],
    [-1, 'normal'],
  ])('of %d hours is %s at most', (leadHours, expected) => {
    expect(urgencyOf(invite({ title: 'Kiln 2 numbers', leadHours }))).toBe(expected);
  });

  it('quotes when the invite was written', () => {
    const { evidence } = read(invite({ title: 'Kiln 2 numbers', leadHours: 1 })).signals.urgency;
    expect(evidence).toEqual([{ field: 'created', text: '2026-10-15T08:00:00.000Z' }]);
  });

  it.each([
    ['a series', invite({ title: 'Kiln 2 numbers', leadHours: 1, repeats: 'weekly' })],
    ['an invite of unknown age', invite({ title: 'Kiln 2 numbers' }, { createdMs: null })],
  ])('is not assumed of %s', (_, meeting) => {
    expect(urgencyOf(meeting)).toBe('normal');
  });
});
