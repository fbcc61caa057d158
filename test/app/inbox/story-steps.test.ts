import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { storySteps } from '../../../src/app/inbox/story-steps.ts';
import type { CaseStep } from '../../../src/app/ports/store/cases.ts';
import type { EffectRecord } from '../../../src/app/ports/store/effects.ts';

const effect = (over: Partial<EffectRecord>): EffectRecord => ({
  id: 'e',
  mailboxId: 'm',
  caseId: 'c',
  seq: 1,
  kind: 'answerInvite',
  params: { answer: 'declined', revision: 0, offer: { kind: 'other-times' } },
  state: 'done',
  attempts: 1,
  prepared: { comment: 'No, but …' },
  actingUntilMs: null,
  outcome: { answer: 'declined', receipt: { already: false, commentCarried: true } },
  createdMs: 0,
  endedMs: 0,
  ...over,
});

const step = (atMs: number, event: string, data: unknown = null): CaseStep => ({
  ...{ caseId: 'c', atMs, actor: 'gate', event, data, from: 'a', to: 'b' },
});

const instant = fc.integer({ min: 0, max: 20 });
const logs = fc
  .array(fc.tuple(instant, fc.anything()))
  .map((drawn) => drawn.map(([atMs, data], index) => step(atMs, `step ${index}`, data)));
const effects = fc.array(
  fc.record({
    endedMs: fc.option(instant),
    createdMs: instant,
    outcome: fc.anything(),
    prepared: fc.anything(),
  }),
);

describe('the steps of a story', () => {
  it('lose no step and no effect, keep the order of the log, and tell effects by their time', () => {
    fc.assert(
      fc.property(logs, effects, (log, drawn) => {
        const story = storySteps(log, drawn.map(effect));
        const events = story.flatMap((each) => (each.kind === 'event' ? [each.event] : []));
        const done = story.flatMap((each) => (each.kind === 'effect' ? [each.atMs] : []));
        expect(events).toEqual(log.map(({ event }) => event));
        expect(done).toEqual(
          drawn.map(({ endedMs, createdMs }) => endedMs ?? createdMs).toSorted((a, b) => a - b),
        );
        for (const [index, each] of story.entries()) {
          if (each.kind !== 'effect') continue;
          const before = story.slice(0, index).filter(({ kind }) => kind === 'event');
          const after = story.slice(index + 1).find(({ kind }) => kind === 'event');
          // What stands behind a step happened at that time or later than the first step after it was written.
          expect(
            after === undefined || each.atMs < Math.max(after.atMs, ...before.map(({ atMs }) => atMs)),
          ).toBe(true);
        }
      }),
    );
  });

  it('tell what was done after the step of the same instant that asked for it', () => {
    const story = storySteps([step(5, 'TIME_CHECKED'), step(9, 'ANSWER_GIVEN')], [effect({ endedMs: 5 })]);
    expect(story.map((each) => (each.kind === 'event' ? each.event : each.effect))).toEqual([
      'TIME_CHECKED',
      'answerInvite',
      'ANSWER_GIVEN',
    ]);
  });

  it.each([
    [{}, 'No, but …'],
    [{ state: 'pending' as const }, null],
    [{ state: 'superseded' as const }, null],
    [{ state: 'refused' as const }, null],
    [{ prepared: null }, null],
    [{ prepared: { comment: 7 } }, null],
  ])('quote the words of %j only where they went out', (over, text) => {
    const [told] = storySteps([], [effect(over)]);
    expect(told?.kind === 'effect' && (told.words?.text ?? null)).toBe(text);
  });

  it('say where the calendar dropped the words, and what stands in the way', () => {
    const dropped = effect({ outcome: { receipt: { already: false, commentCarried: false } } });
    const refused = effect({ state: 'refused', outcome: { code: 'not-supported' } });
    expect(storySteps([], [dropped, refused])).toMatchObject([
      { wordsArrived: false, trouble: null },
      { trouble: { kind: 'refused', effect: 'answerInvite', code: 'not-supported' } },
    ]);
  });
});
