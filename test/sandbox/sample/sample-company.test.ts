import { beforeAll, describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import type { EventCopy } from '../../../src/sandbox/calendar/event-copy.ts';
import type { SandboxParts } from '../../../src/sandbox/parts.ts';
import { plantSampleCalendars } from '../../../src/sandbox/sample/sample-company.ts';
import { allCopies, plantedParts, plantedWindow, sampleParts } from './sample-parts.ts';

describe('the planted calendars of the sample company', () => {
  let parts: SandboxParts;
  let copies: readonly EventCopy[];
  let originals: readonly EventCopy[];

  beforeAll(async () => {
    parts = await plantedParts();
    copies = allCopies(parts);
    originals = copies.filter(({ mailbox, organizer }) => mailbox === organizer);
  });

  it('hold 1,500 copies and more, and everybody has some', () => {
    expect(copies.length).toBeGreaterThan(1500);
    for (const person of parts.people.all()) {
      const has = parts.engine.copies(person.address).length;
      if (person.provider === 'outside' || person.kind === 'group') continue;
      expect([person.address, has > 5]).toEqual([person.address, true]);
    }
  });

  it('hold nothing without guests but what people keep for themselves', () => {
    const alone = originals.filter(({ fields }) => fields.guests.length === 0);
    for (const { fields, own } of alone) {
      const isHold =
        own.special !== null ||
        own.showAs === 'oof' ||
        own.categories.includes('Focus time') ||
        fields.visibility === 'private' ||
        fields.start.kind === 'date';
      expect([fields.summary, isHold]).toEqual([fields.summary, true]);
    }
    expect(alone.length).toBeGreaterThan(40);
  });

  it('begin at a plausible hour of their organizer, on a weekday', () => {
    for (const { fields, organizer } of originals) {
      if (fields.start.kind === 'date') continue;
      const zone = parts.people.find(organizer)?.zone;
      expect(fields.start.zone).toBe(zone);
      const start = DateTime.fromMillis(fields.start.ms, { zone });
      expect([fields.summary, start.hour >= 8 && start.hour < 20 && start.weekday < 6]).toEqual([
        fields.summary,
        true,
      ]);
    }
  });

  it('lie in the planted window', () => {
    for (const { fields } of copies) {
      if (fields.start.kind === 'date') continue;
      expect(fields.start.ms).toBeGreaterThanOrEqual(plantedWindow.fromMs);
      // Weeks begin on the first Monday, so the last one may reach over the end.
      expect(fields.start.ms).toBeLessThan(plantedWindow.toMs + 7 * 86_400_000);
    }
  });

  it('are organized on both calendars, with guests of both', () => {
    for (const provider of ['google', 'microsoft'] as const) {
      const mixed = originals.filter(({ organizer, fields }) => {
        const guests = fields.guests.map(({ address }) => parts.people.find(address)?.provider);
        return (
          parts.people.find(organizer)?.provider === provider &&
          guests.includes('google') &&
          guests.includes('microsoft')
        );
      });
      expect(mixed.length).toBeGreaterThan(50);
      const kinds = new Set(mixed.map(({ fields }) => fields.body.kind));
      expect([...kinds]).toEqual([provider === 'google' ? 'text' : 'html']);
    }
  });

  it('were answered in a natural mix', () => {
    const answers = originals.flatMap(({ fields }) => fields.guests.map(({ answer }) => answer));
    const share = (answer: string) => answers.filter((given) => given === answer).length / answers.length;
    expect(share('accepted')).toBeGreaterThan(0.45);
    for (const answer of ['tentative', 'declined', 'needsAction'])
      expect(share(answer)).toBeGreaterThan(0.03);
  });

  it('hold moved, cancelled and singly declined occurrences, and meetings called off', () => {
    const exceptions = originals.flatMap(({ exceptions }) => Object.values(exceptions));
    const having = (holds: (exception: (typeof exceptions)[number]) => boolean) =>
      exceptions.filter(holds).length;
    expect(having(({ fields }) => fields.start !== undefined)).toBeGreaterThan(5);
    expect(having(({ fields }) => fields.cancelled === true)).toBeGreaterThan(5);
    expect(
      having(({ fields }) => fields.guests?.some(({ answer }) => answer === 'declined') ?? false),
    ).toBeGreaterThan(5);
    expect(copies.filter(({ fields }) => fields.cancelled).length).toBeGreaterThan(5);
  });

  it('wake Singapore for two weekly series from New York', () => {
    const unfair = originals.filter(({ fields, organizer }) => {
      if (fields.start.kind === 'date' || !fields.recurrence.join().includes('WEEKLY')) return false;
      const guests = fields.guests.map(({ address }) => parts.people.find(address)?.zone);
      const { hour } = DateTime.fromMillis(fields.start.ms, { zone: 'Asia/Singapore' });
      const isNewYork = parts.people.find(organizer)?.zone === 'America/New_York';
      return isNewYork && guests.includes('Asia/Singapore') && hour < 6;
    });
    expect(unfair.map(({ fields }) => fields.summary).sort()).toEqual([
      'Go-to-market weekly',
      'Platform weekly',
    ]);
  });

  it('leave no act and no mail of the run', () => {
    expect(parts.acts.all()).toEqual([]);
    expect(parts.tables.table('mails').size()).toBe(0);
  });

  it('come out the same a second time', async () => {
    expect(JSON.stringify(allCopies(await plantedParts()))).toBe(JSON.stringify(copies));
  });

  it('need two weeks at least', async () => {
    const { parts: empty } = await sampleParts();
    const { fromMs } = plantedWindow;
    expect(() => plantSampleCalendars(empty, { fromMs, toMs: fromMs + 86_400_000 })).toThrow(RangeError);
  });
});
