import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFeatures } from '../../../../src/core/signals/wording/features.ts';
import { anyText } from '../../../support/any-text.ts';
import { featureNames, invite } from '../samples.ts';

const ofKinds = (names: readonly string[], ...kinds: string[]): string[] =>
  names.filter((name) => kinds.includes(name.slice(0, name.indexOf(':'))));

describe('words', () => {
  it('of a title speak in full where there is no description, else only as a title', () => {
    expect(featureNames(invite({ title: 'Budget' }))).toEqual(
      expect.arrayContaining(['t:budget', 'w:budget']),
    );
    const names = featureNames(invite({ title: 'Budget', description: 'Numbers for Hamburg' }));
    expect(ofKinds(names, 't')).toEqual(['t:budget']);
    expect(ofKinds(names, 'w')).not.toContain('w:budget');
  });

  it('that are names of people become one feature for everybody', () => {
    const one = invite({ title: 'Priya and Tom', names: ['Priya', 'Tom'] });
    const other = invite({ title: 'Wiebke and Ole', names: ['Wiebke', 'Ole'] });
    expect(featureNames(one)).toContain('t:@name');
    expect(featureNames(one)).toEqual(featureNames(other));
  });

  it('that are numbers become one feature for all numbers', () => {
    expect(featureNames(invite({ title: 'Ticket 4711' }))).toEqual(
      featureNames(invite({ title: 'Ticket 9' })),
    );
    expect(featureNames(invite({ title: 'Ticket 4711' }))).toContain('tb:ticket #');
  });

  it('that say nothing alone count in pairs only', () => {
    const names = featureNames(invite({ title: 'the budget' }));
    expect(ofKinds(names, 't')).toEqual(['t:budget']);
    expect(ofKinds(names, 'tb')).toEqual(['tb:the budget']);
  });

  it('are counted once however often they stand', () => {
    expect(featureNames(invite({ description: 'budget '.repeat(50) }))).toEqual(
      featureNames(invite({ description: 'budget '.repeat(13) })).map((name) =>
        name === 's:body some' ? 's:body some' : name,
      ),
    );
  });
});

describe('concepts', () => {
  const outage = 'Production is down';

  it('are found in the description and in the title, apart', () => {
    expect(featureNames(invite({ description: outage }))).toContain('c:outage');
    expect(featureNames(invite({ title: outage, description: 'Numbers' }))).toContain('tc:outage');
  });

  it.each([
    ['no outage', true],
    ['not an outage', true],
    ['kein Ausfall', true],
    ['outage', false],
    ['no. For the third time this week: outage', false],
  ])('in %j are negated: %s', (description, negated) => {
    const names = featureNames(invite({ description }));
    expect(names.includes('n:outage')).toBe(negated);
    expect(names.includes('c:outage')).toBe(!negated);
  });
});

describe('places of features', () => {
  it('lie inside their field, whatever the text', () => {
    const text = anyText({ maxLength: 60 });
    fc.assert(
      fc.property(text, text, (title, description) => {
        const meeting = invite({ title, description });
        for (const { place } of readFeatures(meeting, [], null).features) {
          if (!place) continue;
          const field = place.field === 'summary' ? title : description;
          expect(place.start).toBeLessThan(place.end);
          expect(place.end).toBeLessThanOrEqual(field.length);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each(['__proto__', 'constructor', 'toString'])('exist for the word %s like for any other', (word) => {
    const names = featureNames(invite({ title: word, description: word, names: [word] }));
    expect(names.every((name) => typeof name === 'string' && name.includes(':'))).toBe(true);
  });
});

describe('a text of megabytes', () => {
  it('is read up to a limit', () => {
    const long = invite({
      title: 'budget '.repeat(150_000),
      description: `${'plan '.repeat(300_000)}outage`,
    });
    expect(featureNames(long)).not.toContain('c:outage');
  });
});
