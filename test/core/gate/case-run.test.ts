import { describe, expect, it } from '@jest/globals';
import { moveCase, openCase, restoredCase, statePath, storedCase } from '../../../src/core/gate/case-run.ts';
import { caseInput, need, needJudged, time, timeChecked } from './case-samples.ts';

const blocked = timeChecked(time(false));

describe('the run of a case', () => {
  it('goes on from what was stored as if it had never been', () => {
    const asked = moveCase(openCase(caseInput('grace')).snapshot, needJudged(need('async')));
    const restored = restoredCase(JSON.parse(JSON.stringify(storedCase(asked.snapshot))));
    expect(moveCase(restored, blocked).effects).toEqual(moveCase(asked.snapshot, blocked).effects);
    expect(moveCase(restored, blocked).effects.map(({ type }) => type)).toEqual([
      'answerInvite',
      'scheduleDeadline',
    ]);
  });

  it('closes at once what is no meeting', () => {
    const { snapshot, effects } = openCase(caseInput('enforce', { skipped: 'own-hold' }));
    expect([snapshot.status, statePath(snapshot), effects]).toEqual(['done', 'closed', []]);
  });

  it.each([
    ['declined', 'declined'],
    [{ waiting: 'onGrace' }, 'waiting.onGrace'],
    [{ screening: { need: 'judging', time: 'checking' } }, 'screening'],
    [{ thread: 'overdue' }, 'thread.overdue'],
  ] as const)('names the state %j as %s', (value, path) => {
    expect(statePath({ value } as Parameters<typeof statePath>[0])).toBe(path);
  });
});
