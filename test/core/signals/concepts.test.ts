import { describe, expect, it } from '@jest/globals';
import { askingConcepts } from '../../../src/core/signals/wording/concepts/asking.ts';
import { phrases } from '../../../src/core/signals/wording/concepts/concept-table.ts';
import { conveyingConcepts } from '../../../src/core/signals/wording/concepts/conveying.ts';
import { conveyingOccasionConcepts } from '../../../src/core/signals/wording/concepts/conveying-occasions.ts';
import { creatingConcepts } from '../../../src/core/signals/wording/concepts/creating.ts';
import { creatingPlanConcepts } from '../../../src/core/signals/wording/concepts/creating-plans.ts';
import { decidingConcepts } from '../../../src/core/signals/wording/concepts/deciding.ts';
import { decidingBetweenConcepts } from '../../../src/core/signals/wording/concepts/deciding-between.ts';
import { handingConcepts } from '../../../src/core/signals/wording/concepts/handing.ts';
import { concepts } from '../../../src/core/signals/wording/concepts/index.ts';
import { negations } from '../../../src/core/signals/wording/concepts/negation.ts';
import { outsideConcepts } from '../../../src/core/signals/wording/concepts/outside.ts';
import { peopleConcepts } from '../../../src/core/signals/wording/concepts/people.ts';
import { difficultTalkConcepts } from '../../../src/core/signals/wording/concepts/people-difficult.ts';
import { togetherConcepts } from '../../../src/core/signals/wording/concepts/people-together.ts';
import { placeholderConcepts } from '../../../src/core/signals/wording/concepts/placeholders.ts';
import { reportingConcepts } from '../../../src/core/signals/wording/concepts/reporting.ts';
import { reportingListConcepts } from '../../../src/core/signals/wording/concepts/reporting-lists.ts';
import { urgencyConcepts } from '../../../src/core/signals/wording/concepts/urgency.ts';
import { urgencyTimeConcepts } from '../../../src/core/signals/wording/concepts/urgency-time.ts';
import { writingConcepts } from '../../../src/core/signals/wording/concepts/writing.ts';

const groups = [
  askingConcepts,
  conveyingConcepts,
  conveyingOccasionConcepts,
  creatingConcepts,
  creatingPlanConcepts,
  decidingConcepts,
  decidingBetweenConcepts,
  handingConcepts,
  outsideConcepts,
  peopleConcepts,
  difficultTalkConcepts,
  togetherConcepts,
  placeholderConcepts,
  reportingConcepts,
  reportingListConcepts,
  urgencyConcepts,
  urgencyTimeConcepts,
  writingConcepts,
];

const token = '(?:\\*?[a-z0-9]+|[a-z0-9]+\\*|[\\u3040-\\u30ff\\u3400-\\u9fff])';
const notation = new RegExp(`^${token}(?: ${token})*$`);

/** What a matcher without accents would make of the phrase. */
const withoutAccents = (phrase: string) => phrase.normalize('NFD').replace(/\p{Mark}/gu, '');

const repeated = (items: readonly string[]) => items.filter((item, index) => items.indexOf(item) !== index);

const byConcept = Object.entries(concepts).map(([name, { en, de, other = [] }]) => ({
  name,
  list: [...en, ...de, ...other],
}));

describe('phrases', () => {
  it('splits at commas only and ignores line ends around a phrase', () => {
    expect(phrases`go round, one by one,
      reihum`).toEqual(['go round', 'one by one', 'reihum']);
  });
});

describe('concepts', () => {
  it('holds every concept of every group, with no name used twice', () => {
    const names = groups.flatMap((group) => Object.keys(group));
    expect(repeated(names)).toEqual([]);
    expect(Object.keys(concepts).sort()).toEqual(names.sort());
  });

  it('has English and German phrases for every concept', () => {
    const empty = Object.entries(concepts).filter(([, { en, de }]) => en.length === 0 || de.length === 0);
    expect(empty).toEqual([]);
  });

  it('has no phrase in more than two concepts', () => {
    const homes = Map.groupBy(
      byConcept.flatMap(({ name, list }) => list.map((phrase) => ({ name, phrase }))),
      ({ phrase }) => phrase,
    );
    const crowded = [...homes].filter(([, uses]) => uses.length > 2).map(([phrase]) => phrase);
    expect(crowded).toEqual([]);
  });
});

describe.each([...byConcept, { name: 'negations', list: Object.values(negations).flat() }])(
  '$name',
  ({ list }) => {
    it('is written as the matcher reads it: lower case, no accents, single blanks', () => {
      expect(list.filter((phrase) => !notation.test(phrase) || withoutAccents(phrase) !== phrase)).toEqual(
        [],
      );
    });

    it('says nothing twice', () => {
      expect(repeated(list)).toEqual([]);
    });
  },
);
