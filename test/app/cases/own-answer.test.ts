import { describe, expect, it } from '@jest/globals';
import { asUnanswered, isExplained, ownAnswerNow } from '../../../src/app/cases/own-answer.ts';
import type { AnswerRecord } from '../../../src/app/ports/store/effects.ts';
import type { Answer } from '../../../src/core/meeting/meeting.ts';
import { me } from '../../core/gate/invites.ts';
import { instant } from '../../core/time/samples.ts';
import { answered, entry, series, withException } from './entries.ts';

const [first, second] = ['2026-11-25T10:00:00.000Z', '2026-12-02T10:00:00.000Z'] as const;
const shown = series([first, second]);
const own = new Set([me]);

function given(
  answer: AnswerRecord['answer'],
  occurrence = '',
  change: Partial<AnswerRecord> = {},
): AnswerRecord {
  return {
    id: 'a1',
    caseId: 'c1',
    mailboxId: 'b1',
    uid: 'm1',
    target: { meetingId: 'm1', originalStart: occurrence === '' ? null : instant(occurrence) },
    rule: 'no-meeting-day',
    answer,
    revision: 0,
    before: { answer: 'needs-action', comment: null, given: answer, entryId: 'm1' },
    givenMs: 0,
    confirmed: false,
    withdrawnMs: null,
    withdrawal: null,
    ...change,
  };
}

describe("the owner's answer", () => {
  it('to an occurrence is the one that stands there, else that of the series', () => {
    const partly = withException(answered(shown, 'accepted'), first, { answer: 'declined' });
    expect(ownAnswerNow(partly, '')).toBe('accepted');
    expect(ownAnswerNow(partly, first)).toBe('declined');
    expect(ownAnswerNow(partly, second)).toBe('accepted');
  });

  const nearest = { kind: 'replaced', entryId: 'm1', what: 'nearest-answer' } as const;
  const restored = { kind: 'restored', answer: 'needs-action' } as const;
  it.each<[string, boolean, Answer, AnswerRecord[], string]>([
    ['open', true, 'needs-action', [], ''],
    ['not known', true, 'unknown', [], ''],
    ['accepted', false, 'accepted', [given('declined')], ''],
    ['declined, and nobody else did', false, 'declined', [], ''],
    ['declined as the gate did, though nobody confirmed it', true, 'declined', [given('declined')], ''],
    ['declined where the gate was tentative', false, 'declined', [given('tentative')], ''],
    ['declined with the whole series', true, 'declined', [given('declined')], first],
    ['declined for all where the gate declined one', false, 'declined', [given('declined', first)], ''],
    ['declined here where the gate declined another', false, 'declined', [given('declined', second)], first],
    ['delegated', false, 'delegated', [given('declined')], ''],
    [
      'tentative, the nearest to what was before the gate',
      true,
      'tentative',
      [given('declined', '', { withdrawnMs: 1, withdrawal: nearest })],
      '',
    ],
    [
      'tentative after the gate restored everything',
      false,
      'tentative',
      [given('tentative', '', { withdrawnMs: 1, withdrawal: restored })],
      '',
    ],
  ])('that is %s is explained: %s', (_, expected, answer, records, occurrence) => {
    expect(isExplained(answer, records, occurrence)).toBe(expected);
  });
});

describe('a meeting as if the gate had not answered', () => {
  it('counts again where the gate declined it', () => {
    const meeting = asUnanswered(answered(entry(), 'declined'), [given('declined')], own);
    expect(meeting).toEqual(entry().meeting);
  });

  it('stays declined where its owner did it', () => {
    const meeting = asUnanswered(answered(entry(), 'declined'), [], own);
    expect(meeting.occurrences.map(({ counts }) => counts)).toEqual([false]);
  });

  it('has only the occurrences back that the gate declined', () => {
    const both = [first, second].reduce(
      (seen, iso) => withException(seen, iso, { answer: 'declined' }),
      shown,
    );
    const meeting = asUnanswered(both, [given('declined', first)], own);
    expect(meeting.occurrences.map(({ counts, declinedBy }) => [counts, declinedBy])).toEqual([
      [true, undefined],
      [false, [me]],
    ]);
  });

  it('does not revive what its organizer called off', () => {
    const cancelled = withException(answered(shown, 'declined'), first, { cancelled: true });
    const meeting = asUnanswered(cancelled, [given('declined')], own);
    expect(meeting.occurrences.map(({ counts }) => counts)).toEqual([false, true]);
  });

  it('has no answer of its owner, wherever the calendar states it', () => {
    const outlook = entry({ ownAnswer: 'tentative' });
    const meeting = asUnanswered(outlook, [given('tentative')], own);
    expect(meeting.ownAnswer).toBe('needs-action');
  });
});

describe('an answer that the gate replaced', () => {
  const tentative = given('tentative', '', { id: 'a1', givenMs: 1, confirmed: true });
  const declined = given('declined', '', { id: 'a2', givenMs: 2, confirmed: true });

  it('is a person’s where the calendar shows it again', () => {
    expect(isExplained('tentative', [declined, tentative], '')).toBe(false);
    expect(isExplained('declined', [declined, tentative], '')).toBe(true);
  });

  it('explains what is shown until the later one was taken, and again once that was taken back', () => {
    expect(isExplained('tentative', [{ ...declined, confirmed: false }, tentative], '')).toBe(true);
    const withdrawn = {
      ...declined,
      withdrawnMs: 3,
      withdrawal: { kind: 'restored', answer: 'tentative' } as const,
    };
    expect(isExplained('tentative', [withdrawn, tentative], '')).toBe(true);
  });

  it('stands where only one occurrence was answered again', () => {
    const single = given('declined', first, { id: 'a3', givenMs: 3, confirmed: true });
    expect(isExplained('tentative', [single, tentative], second)).toBe(true);
  });
});
