import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '../../../src/core/gate/case-events.ts';
import { runCase } from './case-run.ts';
import { caseInput, changed, need, needJudged, time, timeChecked } from './case-samples.ts';

const asyncNeed = needJudged(need('async'));
const blocked = timeChecked(time(false));
const free = timeChecked(time(true));

/** The last step's effects by name, and the state it leads to. */
function lastOf(steps: ReturnType<typeof runCase>): { state: unknown; effects: string[] } {
  const last = steps.at(-1);
  return { state: last?.after.value, effects: last?.effects.map(({ type }) => type) ?? [] };
}

describe('the life of a case', () => {
  it('declines at once and brings the better way', () => {
    const steps = runCase(caseInput('enforce'), [asyncNeed, blocked]);
    expect(steps.at(-1)?.effects).toEqual([
      {
        type: 'answerInvite',
        params: {
          answer: 'declined',
          revision: 0,
          offer: {
            kind: 'alternative',
            alternative: { format: 'document', template: 'status-round', window: 'status' },
          },
        },
      },
    ]);
  });

  it('waits on grace, then declines with other times for what has to be live', () => {
    const steps = runCase(caseInput('grace'), [
      blocked,
      needJudged(need('live')),
      { type: 'DEADLINE_PASSED', deadline: 'grace', revision: 0 },
    ]);
    expect(steps[1]?.effects.map(({ params }) => params)).toEqual([
      { answer: 'tentative', revision: 0, offer: { kind: 'other-times' } },
      { deadline: 'grace', revision: 0 },
    ]);
    expect(steps[2]?.effects[0]?.params).toEqual({
      answer: 'declined',
      revision: 0,
      offer: { kind: 'other-times' },
    });
  });

  it('withdraws its answer when the meeting moves to a free time', () => {
    const steps = runCase(caseInput('enforce'), [
      needJudged(need('live')),
      blocked,
      changed({ moved: true }),
      needJudged(need('live')),
      free,
    ]);
    expect(lastOf(steps)).toEqual({ state: 'admitted', effects: ['withdrawAnswer'] });
  });

  it('looks again when a meeting moves that its owner had answered by hand', () => {
    const events: CaseEvent[] = [{ type: 'ANSWERED' }, changed(), asyncNeed, blocked];
    expect(lastOf(runCase(caseInput('enforce'), events))).toEqual({ state: 'admitted', effects: [] });
    const moved = [{ type: 'ANSWERED' } as const, changed({ moved: true }), asyncNeed, blocked];
    expect(lastOf(runCase(caseInput('enforce'), moved)).state).toBe('declined');
  });

  it('leaves the third move to a human', () => {
    const move = changed({ moved: true, movedByGate: true });
    const events = [move, asyncNeed, blocked, move, asyncNeed, blocked];
    const steps = runCase(caseInput('enforce'), events);
    expect(steps[2]?.after.value).toBe('declined');
    expect(lastOf(steps)).toEqual({
      state: { waiting: 'offered' },
      effects: ['withdrawAnswer', 'promptOwner', 'scheduleDeadline'],
    });
  });

  it('judges the need again when the organizer answers the question', () => {
    const events = [needJudged(need('unclear')), free, { type: 'JUSTIFIED' } as const];
    const steps = runCase(caseInput('warn'), events);
    expect(steps[1]?.after.value).toEqual({ waiting: 'asked' });
    expect(lastOf(steps)).toEqual({
      state: { screening: { need: 'judging', time: 'checking' } },
      effects: ['cancelDeadlines'],
    });
  });
});

describe('a thread that replaced a meeting', () => {
  const converted: CaseEvent[] = [asyncNeed, free, { type: 'CONVERTED' }];

  it('goes from overdue to a short live slot to its decision', () => {
    const steps = runCase(caseInput('warn'), [
      ...converted,
      { type: 'DEADLINE_PASSED', deadline: 'thread', revision: 0 },
      { type: 'DEADLINE_PASSED', deadline: 'escalation', revision: 0 },
      { type: 'DECIDED' },
    ]);
    expect(steps.slice(2).map(({ effects }) => effects.map(({ type }) => type))).toEqual([
      ['cancelDeadlines', 'openThread', 'scheduleDeadline'],
      ['scheduleDeadline'],
      ['escalateThread'],
      ['recordDecision'],
    ]);
    expect(steps.at(-1)?.after.status).toBe('done');
  });

  it.each(['CANCELLED', 'ENDED'] as const)('outlives its meeting: %s does not close it', (type) => {
    const steps = runCase(caseInput('warn'), [...converted, { type }, { type: 'DECIDED' }]);
    expect(lastOf(steps.slice(0, -1))).toEqual({ state: { thread: 'open' }, effects: [] });
    expect(lastOf(steps).effects).toEqual(['recordDecision']);
  });

  it('still lets the owner undo what was answered for the meeting, once', () => {
    const declined: CaseEvent[] = [asyncNeed, blocked, { type: 'CONVERTED' }];
    const steps = runCase(caseInput('enforce'), [...declined, { type: 'OVERRODE' }, { type: 'OVERRODE' }]);
    expect(lastOf(steps.slice(0, -1))).toEqual({ state: { thread: 'open' }, effects: ['withdrawAnswer'] });
    expect(lastOf(steps).effects).toEqual([]);
  });
});

describe('regressions', () => {
  const last: CaseEvent[] = [
    changed({ moved: true }),
    { type: 'OVERRODE' },
    { type: 'ANSWERED' },
    { type: 'CONVERTED' },
  ];

  it.each(last)('a closed case does not open again for $type', (event) => {
    const steps = runCase(caseInput('enforce'), [asyncNeed, blocked, { type: 'ENDED' }, event]);
    expect(lastOf(steps)).toEqual({ state: 'closed', effects: [] });
  });

  it('an answer of the gate stays where the meeting was over when it changed, until its owner undoes it', () => {
    const steps = runCase(caseInput('enforce'), [
      asyncNeed,
      blocked,
      changed({ past: true }),
      asyncNeed,
      blocked,
      { type: 'OVERRODE' },
    ]);
    expect(lastOf(steps.slice(0, -1))).toEqual({ state: 'admitted', effects: [] });
    expect(lastOf(steps).effects).toContain('withdrawAnswer');
  });
});
