import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import { actNames, acts } from '../../../src/core/signals/acts.ts';
import { type Evidence, purposes, type Signals } from '../../../src/core/signals/signal.ts';
import { anyText } from '../../support/any-text.ts';
import { fourEmergencies, invite, read } from './samples.ts';

const incident = {
  title: 'Production down: checkout failing',
  description: 'Production is down since 10:05, checkout returns 500 for all customers. Join the bridge now.',
};
const feedback = {
  title: 'Your performance review',
  people: 2,
  names: ['Ann'],
  description:
    'I have some difficult feedback on your performance and want you to hear it from me in person.',
};
const report = {
  title: 'Weekly status',
  description:
    'Everyone reads out the status of their project. Notes are in the doc, summary follows by mail.',
};

const evidenceOf = (signals: Signals): Evidence[] =>
  Object.values(signals).flatMap(({ evidence }) => evidence);

function expectVerbatim(meeting: Meeting, signals: Signals): void {
  for (const { field, text } of evidenceOf(signals)) {
    if (field !== 'summary' && field !== 'description') continue;
    expect(text).not.toBe('');
    expect(meeting[field]).toContain(text);
  }
}

/** Every way to lay the quotes of a short text side by side: true where one is, so that none overlap. */
function fitSideBySide(text: string, quotes: readonly string[]): boolean {
  const [first, ...rest] = quotes;
  if (first === undefined) return true;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const cut = `${text.slice(0, at)}${'\u0000'.repeat(first.length)}${text.slice(at + first.length)}`;
    if (fitSideBySide(cut, rest)) return true;
  }
  return false;
}

describe('probabilities of the acts', () => {
  it('sum to one for any text, and all are between nought and one', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 });
    fc.assert(
      fc.property(text, text, (title, description) => {
        const { probability } = read(invite({ title, description }));
        const all = actNames.map(probability);
        expect(all.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 6);
        expect(all.every((each) => each >= 0 && each <= 1)).toBe(true);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('are the same each time', () => {
    expect(read(invite(feedback)).signals).toEqual(read(invite(feedback)).signals);
    expect(actNames.map(read(invite(feedback)).probability)).toEqual(
      actNames.map(read(invite(feedback)).probability),
    );
  });

  it('of what the invite says outweigh those of what it calls itself', () => {
    const { probability } = read(invite({ ...feedback, title: 'Weekly status' }));
    expect(probability('feedback') + probability('conflict')).toBeGreaterThan(probability('status'));
  });
});

describe('evidence', () => {
  it.each([
    ['incident', incident],
    ['feedback', feedback],
    ['report', report],
  ])('of an %s is verbatim, at most three quotes a signal, none over another', (_, changes) => {
    const meeting = invite(changes);
    const { signals } = read(meeting);
    expect(evidenceOf(signals)).not.toEqual([]);
    expectVerbatim(meeting, signals);
    for (const { evidence } of Object.values(signals)) {
      expect(evidence.length).toBeLessThanOrEqual(3);
      for (const field of ['summary', 'description'] as const) {
        const quotes = evidence
          .filter((each: Evidence) => each.field === field)
          .map(({ text }: Evidence) => text);
        expect(fitSideBySide(meeting[field] ?? '', quotes)).toBe(true);
      }
    }
  });

  it('is verbatim in text made of known phrases and of anything else', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'Outage!',
        'kein Ausfall',
        'FEEDBACK',
        'Übergabe',
        '🎂',
        'décision',
        '会議',
        'read the doc',
      ),
      anyText({ maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.array(part, { maxLength: 8 }), (title, body) => {
        const meeting = invite({ title: title.join(' '), description: body.join(' ') });
        expectVerbatim(meeting, read(meeting).signals);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('purpose', () => {
  it.each([
    ['incident', incident],
    ['feedback', feedback],
    ['status', report],
  ])('is %s', (purpose, changes) => {
    expect(read(invite(changes)).signals.purpose.value).toBe(purpose);
  });

  it.each(purposes)('is %s where the organizer says so, whatever the wording', (statedPurpose) => {
    const { signals, probability } = read(invite(report), {}, { statedPurpose });
    expect(signals.purpose).toMatchObject({
      value: statedPurpose,
      evidence: [{ field: 'answer', text: statedPurpose }],
    });
    const others = actNames.filter((act) => acts[act].purpose !== statedPurpose);
    expect(others.map(probability).every((each) => each === 0)).toBe(true);
    expect(actNames.reduce((sum, act) => sum + probability(act), 0)).toBeCloseTo(1, 6);
  });

  it('of a title without content is unknown, with no confidence and no evidence', () => {
    const { purpose } = read(invite({ title: 'xyzzy' })).signals;
    expect(purpose.value === 'unknown' ? purpose : null).toEqual({
      value: 'unknown',
      confidence: 0,
      evidence: [],
    });
  });
});

describe('complexity', () => {
  it('is low where something is passed on, high where people have to find out between them', () => {
    const dispute =
      'Sales and finance disagree on the discount. We negotiate until both can live with a decision.';
    expect(read(invite(report)).signals.complexity.value).toBe('low');
    expect(read(invite({ title: 'Discount', description: dispute })).signals.complexity.value).toBe('high');
  });
});

describe('what touches people', () => {
  it('is told by words of a talk at risk, in the title or in the text', () => {
    expect(read(invite({ title: 'Kündigung' })).touchesPeople).toBe(true);
    expect(read(invite({ title: 'Note', description: 'The candidate debrief' })).touchesPeople).toBe(true);
    expect(read(invite({ title: 'Kiln 2 numbers' })).touchesPeople).toBe(false);
  });
});

describe('an invite without any text', () => {
  it('is read from its structure alone', () => {
    const { signals } = read(invite({}, { summary: null, description: null }), {
      emergencies: fourEmergencies,
    });
    expect(evidenceOf(signals)).toEqual([]);
    expect(signals.urgency.value).toBe('normal');
  });
});
