import { describe, expect, it } from '@jest/globals';
import { type ActInput, actOf } from '../../../src/core/gate/act.ts';
import { type Verdict, verdicts } from '../../../src/core/gate/verdict.ts';
import { actOfEnforcement, enforcements, need, time } from './case-samples.ts';

/** What may become of a verdict at most: an answer, a prompt, or nothing at all. */
const reach: Readonly<Record<Verdict, 'answer' | 'prompt' | 'none'>> = {
  decline: 'answer',
  'go-async': 'answer',
  move: 'prompt',
  ask: 'prompt',
  'meet-differently': 'prompt',
  meet: 'none',
  skip: 'none',
};

function input(verdict: Verdict, changes: Partial<ActInput> = {}): ActInput {
  return {
    verdict,
    need: need('async'),
    time: time(verdict !== 'decline' && verdict !== 'move'),
    role: 'invitee',
    readerKnown: true,
    policy: { enforcement: { default: 'enforce' }, answerConfidence: 0.9, paused: false },
    ownerDecided: false,
    past: false,
    ...changes,
  };
}

const everyPair = verdicts.flatMap((verdict) =>
  enforcements.map((enforcement) => ({ verdict, enforcement })),
);

describe('the act of a verdict', () => {
  it.each(everyPair)('$verdict under $enforcement, for an invitee', ({ verdict, enforcement }) => {
    const policy = { enforcement: { default: enforcement }, answerConfidence: 0.9, paused: false };
    const hardest = actOfEnforcement[enforcement];
    const softened = hardest === 'none' ? 'none' : 'prompt';
    const expected = { answer: hardest, prompt: softened, none: 'none' }[reach[verdict]];
    expect(actOf(input(verdict, { policy }))).toBe(expected);
  });

  it.each(verdicts)('%s never becomes an answer to the own meeting', (verdict) => {
    expect(['none', 'prompt']).toContain(actOf(input(verdict, { role: 'organizer' })));
  });

  it.each(verdicts)('%s never becomes an answer while the time is unknown', (verdict) => {
    expect(['none', 'prompt']).toContain(actOf(input(verdict, { time: time(null) })));
  });

  it.each([
    ['what is over', { past: true }],
    ['what its owner decided', { ownerDecided: true }],
    [
      'a paused mailbox',
      { policy: { enforcement: { default: 'enforce' }, answerConfidence: 0.9, paused: true } },
    ],
  ] as const)('does nothing about %s', (_, changes) => {
    expect(verdicts.map((verdict) => actOf(input(verdict, changes)))).toEqual(verdicts.map(() => 'none'));
  });

  it('answers that a meeting need not be live from the confidence that the policy asks', () => {
    expect(actOf(input('go-async', { need: need('async', 0.9) }))).toBe('decline');
    expect(actOf(input('go-async', { need: need('async', 0.8999) }))).toBe('prompt');
  });

  it('does not need that confidence to keep protected time', () => {
    expect(actOf(input('decline', { need: need('async', 0.5) }))).toBe('decline');
  });
});

describe('the enforcement that counts', () => {
  const policy = {
    enforcement: { default: 'observe', 'no-meeting-day': 'enforce', consumable: 'grace', 'go-async': 'warn' },
    answerConfidence: 0.9,
    paused: false,
  } as const;

  it('is that of the protection for a decline', () => {
    expect(actOf(input('decline', { policy }))).toBe('decline');
  });

  it('is that of the need rule where it is named, else that of all that say async', () => {
    expect(actOf(input('go-async', { policy }))).toBe('tentative');
    const other = { ...need('async'), decidedBy: 'written-question' };
    expect(actOf(input('go-async', { policy, need: other }))).toBe('prompt');
  });

  it('is the default for a question and a change', () => {
    expect(actOf(input('ask', { policy }))).toBe('none');
    expect(actOf(input('meet-differently', { policy }))).toBe('none');
  });
});
