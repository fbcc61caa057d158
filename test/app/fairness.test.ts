import { describe, expect, it } from '@jest/globals';
import { slotsByFairness } from '../../src/app/fairness.ts';
import type { SlotPerson, SlotQuery } from '../../src/core/fairness/find-slots.ts';
import { personIn } from '../core/fairness/samples.ts';

const at = Date.parse;
const ann = personIn('Europe/Paris', { name: 'Ann' });
const ben = personIn('America/New_York', { name: 'Ben' });
const read = { known: [{ fromMs: at('2026-11-25T00:00Z'), toMs: at('2026-11-26T00:00Z') }], busy: [] };

function answerFor(people: readonly SlotPerson[], changes: Partial<SlotQuery> = {}) {
  return slotsByFairness({
    people,
    window: { fromMs: at('2026-11-25T12:00Z'), toMs: at('2026-11-25T15:00Z') },
    durationMinutes: 60,
    currentStartMs: null,
    quorum: null,
    bufferMinutes: 0,
    limit: 3,
    ...changes,
  });
}

const rules = ({ warnings }: ReturnType<typeof answerFor>): string[] => warnings.map(({ rule }) => rule);

describe('slotsByFairness', () => {
  it('finds the best and warns of nothing where it fits', () => {
    const answer = answerFor([ann, ben]);
    expect(answer.search.slots[0]?.startMs).toBe(at('2026-11-25T14:00Z'));
    expect(answer).toMatchObject({ current: null, warnings: [] });
  });

  it('speaks of the current time, also of one outside the window, and of a fairer one', () => {
    const answer = answerFor([ann, ben], { currentStartMs: at('2026-11-24T08:00Z') });
    // 09:00 in Paris is 03:00 in New York.
    expect(answer.current).toMatchObject({ worst: 360, total: 360 });
    expect(rules(answer)).toEqual(['asleep', 'fairer-time']);
    expect(answer.warnings[0]).toMatchObject({
      people: ['Ben'],
      startMs: at('2026-11-24T08:00Z'),
    });
    expect(answer.warnings[1]).toMatchObject({ startMs: at('2026-11-25T14:00Z') });
  });

  it('speaks of the best time where there is no current one', () => {
    const answer = answerFor([ann, personIn('Pacific/Auckland', { name: 'Kai' })]);
    expect(answer.warnings[0]).toMatchObject({ startMs: answer.search.slots[0]?.startMs, people: ['Kai'] });
  });

  it('warns of the current time where nothing better is found, and has nothing to say of nothing', () => {
    const narrow = { fromMs: 0, toMs: 0 };
    const answer = answerFor([ann, ben], { window: narrow, currentStartMs: at('2026-11-24T08:00Z') });
    expect(rules(answer)).toEqual(['asleep']);
    expect(answerFor([ann, ben], { window: narrow })).toMatchObject({
      search: { slots: [] },
      current: null,
      warnings: [],
    });
  });

  it('names calendars that were not read only where others were', () => {
    expect(rules(answerFor([ann, ben]))).toEqual([]);
    expect(rules(answerFor([ann, ben].map((each) => ({ ...each, availability: read }))))).toEqual([]);
    expect(answerFor([{ ...ann, availability: read }, ben]).warnings).toEqual([
      {
        rule: 'unknown-calendar',
        because: 'The calendar of Ben was not read: nobody knows whether they are free.',
        people: ['Ben'],
        startMs: null,
      },
    ]);
  });
});
