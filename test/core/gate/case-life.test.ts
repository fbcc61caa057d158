import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '../../../src/core/gate/case-events.ts';
import { runCase } from './case-run.ts';
import {
  caseInput,
  changedUnder,
  given,
  need,
  needJudged,
  refused,
  time,
  timeChecked,
} from './case-samples.ts';

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
      changedUnder('enforce', { moved: true }),
      needJudged(need('live')),
      free,
    ]);
    expect(lastOf(steps)).toEqual({ state: 'admitted', effects: ['withdrawAnswer'] });
  });

  it('looks again when a meeting moves that its owner had answered by hand', () => {
    const events: CaseEvent[] = [{ type: 'ANSWERED' }, changedUnder('enforce'), asyncNeed, blocked];
    expect(lastOf(runCase(caseInput('enforce'), events))).toEqual({ state: 'admitted', effects: [] });
    const moved = [
      { type: 'ANSWERED' } as const,
      changedUnder('enforce', { moved: true }),
      asyncNeed,
      blocked,
    ];
    expect(lastOf(runCase(caseInput('enforce'), moved)).state).toBe('declined');
  });

  it('leaves the third move to a human', () => {
    const move = changedUnder('enforce', { moved: true, movedByGate: true });
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

describe('an answer that the calendar did not take', () => {
  const declined: CaseEvent[] = [asyncNeed, blocked];

  it('becomes a prompt with the same offer, and is not tried again', () => {
    const steps = runCase(caseInput('enforce'), [...declined, refused(), refused()]);
    const [, , first, second] = steps;
    expect(first?.effects.map(({ type, params }) => [type, params])).toEqual([
      ['cancelDeadlines', { revision: 0 }],
      [
        'promptOwner',
        {
          about: 'offer',
          revision: 0,
          offer: {
            kind: 'alternative',
            alternative: { format: 'document', template: 'status-round', window: 'status' },
          },
        },
      ],
      ['scheduleDeadline', { deadline: 'offer', revision: 0 }],
    ]);
    expect(second?.effects).toEqual([]);
    expect(second?.after.value).toEqual({ waiting: 'offered' });
  });

  it('leaves nothing to undo', () => {
    const steps = runCase(caseInput('enforce'), [...declined, refused(), { type: 'OVERRODE' }]);
    expect(lastOf(steps).effects).toEqual(['cancelDeadlines']);
  });

  it('leaves the tentative answer of the grace, which an undo takes back', () => {
    const late: CaseEvent = { type: 'DEADLINE_PASSED', deadline: 'grace', revision: 0 };
    const steps = runCase(caseInput('grace'), [...declined, late, refused(), { type: 'OVERRODE' }]);
    expect(steps.at(-2)?.after.context.answered).toEqual({
      answer: 'tentative',
      revision: 0,
      previous: null,
    });
    expect(lastOf(steps).effects).toContain('withdrawAnswer');
  });

  it('is only forgotten where the meeting changed in between', () => {
    const change = changedUnder('enforce', { moved: true });
    const live = needJudged(need('live'));
    const steps = runCase(caseInput('enforce'), [...declined, change, refused(0), live, free]);
    expect(steps[3]?.after.value).toEqual(steps[2]?.after.value);
    expect(lastOf(steps)).toEqual({ state: 'admitted', effects: [] });
  });

  it('may be answered again once the meeting changed', () => {
    const steps = runCase(caseInput('enforce'), [
      ...declined,
      refused(),
      changedUnder('enforce'),
      asyncNeed,
      blocked,
    ]);
    expect(lastOf(steps)).toEqual({ state: 'declined', effects: ['answerInvite'] });
  });

  it('is something else than one that was given, which changes nothing', () => {
    const steps = runCase(caseInput('enforce'), [...declined, given('declined')]);
    expect(lastOf(steps)).toEqual({ state: 'declined', effects: [] });
  });
});

describe('a meeting that changes', () => {
  it('is decided by the rules as they are now', () => {
    const steps = runCase(caseInput('enforce'), [
      asyncNeed,
      blocked,
      changedUnder('warn', { moved: true }),
      asyncNeed,
      blocked,
    ]);
    expect(lastOf(steps)).toEqual({
      state: { waiting: 'offered' },
      effects: ['withdrawAnswer', 'promptOwner', 'scheduleDeadline'],
    });
  });

  it('gets its answer back where it is no meeting any more', () => {
    const steps = runCase(caseInput('enforce'), [
      asyncNeed,
      blocked,
      changedUnder('enforce', { skipped: 'free' }),
    ]);
    expect(lastOf(steps)).toEqual({ state: 'closed', effects: ['cancelDeadlines', 'withdrawAnswer'] });
  });

  it('is not touched where an earlier case of it was undone', () => {
    const input = caseInput('enforce', { overridden: true });
    const steps = runCase(input, [asyncNeed, blocked, changedUnder('enforce', { moved: true })]);
    expect(steps.flatMap(({ effects }) => effects)).toEqual([]);
    expect(lastOf(steps).state).toBe('admitted');
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

  it('ends once the owner wants the meeting after all: what was answered is undone, and nothing escalates', () => {
    const declined: CaseEvent[] = [asyncNeed, blocked, { type: 'CONVERTED' }];
    const steps = runCase(caseInput('enforce'), [...declined, { type: 'OVERRODE' }, { type: 'OVERRODE' }]);
    const effects = ['cancelDeadlines', 'withdrawAnswer'];
    expect(lastOf(steps.slice(0, -1))).toEqual({ state: 'admitted', effects });
    expect(lastOf(steps).effects).toEqual(['cancelDeadlines']);
    const late = (['thread', 'escalation'] as const).map(
      (deadline): CaseEvent => ({ type: 'DEADLINE_PASSED', deadline, revision: 0 }),
    );
    const after = runCase(caseInput('enforce'), [...declined, { type: 'OVERRODE' }, ...late]);
    expect(lastOf(after)).toEqual({ state: 'admitted', effects: [] });
  });
});

describe('regressions', () => {
  const last: CaseEvent[] = [
    changedUnder('enforce', { moved: true }),
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
      changedUnder('enforce', { past: true }),
      asyncNeed,
      blocked,
      { type: 'OVERRODE' },
    ]);
    expect(lastOf(steps.slice(0, -1))).toEqual({ state: 'admitted', effects: [] });
    expect(lastOf(steps).effects).toContain('withdrawAnswer');
  });
});
