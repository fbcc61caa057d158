import { describe, expect, it } from '@jest/globals';
import { protectionRules } from '../../../src/core/meeting/policy.ts';
import { type AnswerCommentWords, answerComment } from '../../../src/front/wording/answer-comment.ts';

const words: AnswerCommentWords = {
  answer: 'declined',
  audience: 'inside',
  because: ['Wed 2026-11-25 14:00 is on a day that is kept free of meetings.'],
  offer: {
    kind: 'alternative',
    alternative: { format: 'document' },
    dueText: 'Fri 2026-11-27 17:00 (Europe/Paris)',
  },
  otherTimes: ['Propose Thu 2026-11-26 14:00 instead.'],
  draftUrl: 'https://gate.example/o/token',
  untilText: null,
};

describe('the comment of an answer', () => {
  it('names the reason, the offer with its date, other times and the draft', () => {
    expect(answerComment(words)).toBe(
      [
        'Thank you for the invite. I cannot join at this time. Wed 2026-11-25 14:00 is on a day that is kept free of meetings. This would work well in writing: I will gladly read and answer. Answers by Fri 2026-11-27 17:00 (Europe/Paris). Propose Thu 2026-11-26 14:00 instead.',
        'A draft with your agenda to start from: https://gate.example/o/token',
        'Sent automatically by Meeting Gatekeeper.',
      ].join('\n\n'),
    );
  });

  it('says until when a tentative answer stands', () => {
    const comment = answerComment({ ...words, answer: 'tentative', untilText: 'Tue 2026-11-24 14:00' });
    expect(comment).toContain('keep it tentative until Tue 2026-11-24 14:00.');
    expect(answerComment({ ...words, answer: 'tentative' })).toContain('and keep it tentative.');
  });

  it('always offers something', () => {
    const bare = { ...words, because: [], otherTimes: [], draftUrl: null };
    expect(answerComment({ ...bare, offer: { kind: 'other-times' } })).toContain(
      'Another time would be fine.',
    );
    expect(answerComment({ ...bare, offer: { kind: 'pointer' } })).toContain(
      'in the first answer to this invite',
    );
    for (const format of ['document', 'video', 'thread'] as const) {
      const offer = { kind: 'alternative', alternative: { format }, dueText: null } as const;
      expect(answerComment({ ...bare, offer })).toMatch(/gladly/);
    }
  });

  it('offers the draft beside other times too', () => {
    const comment = answerComment({ ...words, offer: { kind: 'other-times' } });
    expect(comment).toContain('Should it not need a meeting, here is a draft with your agenda: https://gate');
    expect(comment).toContain('Propose Thu');
  });

  it('tells outsiders neither reasons of the policy nor links', () => {
    const comment = answerComment({ ...words, audience: 'outside' });
    expect(comment).not.toMatch(/kept free|https?:/);
    expect(comment).toContain('I will gladly read and answer.');
    expect(comment).toContain('Propose Thu 2026-11-26 14:00 instead.');
  });

  it('repeats nothing of the offer where it only points at it', () => {
    const comment = answerComment({ ...words, offer: { kind: 'pointer' }, draftUrl: null });
    expect(comment).not.toContain('Propose');
    expect(comment).not.toContain('draft');
  });

  it('has at most 600 characters of words, and ends with a whole sentence', () => {
    const because = Array.from({ length: 50 }, (_, index) => `Reason ${index} ${'is long '.repeat(12)}.`);
    const [text = ''] = answerComment({ ...words, because }).split('\n\n');
    expect(text.length).toBeLessThanOrEqual(600);
    expect(text).toMatch(/\.$/);
  });
});

/** Every sentence of `core/offer/changes.ts` and `core/offer/other-times.ts`, and whether it only names a time. */
const proposals = [
  ['Propose Thu 2026-11-26 14:00 or Fri 2026-11-27 14:00 instead.', true],
  ['Propose to move the series to Thu 14:00 instead.', true],
  ['Propose another time.', true],
  ['Leave out the 2 of 9 occurrences that touch protected time.', false],
  ['Timebox it to 45 minutes, then write the proposal.', false],
  ['Shorten it to 30 minutes.', false],
  ['Ask at most 8 people to attend; the other 4 can read the notes.', false],
  ['Write an agenda first.', false],
] as const;
const offers: readonly AnswerCommentWords['offer'][] = [
  { kind: 'other-times' },
  { kind: 'pointer' },
  ...(['document', 'video', 'thread'] as const).flatMap((format) =>
    [null, 'Fri 2026-11-27 17:00 (Europe/Paris)'].map((dueText) => ({
      kind: 'alternative' as const,
      alternative: { format },
      dueText,
    })),
  ),
];
/** Everything that an answer to somebody outside can be made of. */
const toOutsiders = (['declined', 'tentative'] as const).flatMap((answer) =>
  offers.flatMap((offer) =>
    [null, 'Tue 2026-11-24 14:00 (Europe/Paris)'].flatMap((untilText) =>
      [null, 'https://gate.example/o/token'].flatMap((draftUrl) =>
        [[], ...proposals.map(([proposal]) => [proposal])].map((otherTimes): AnswerCommentWords => {
          const because = ['It is a status round (rule: status-by-writing).', ...words.because];
          return { answer, audience: 'outside', because, offer, otherTimes, draftUrl, untilText };
        }),
      ),
    ),
  ),
);

describe('an answer to somebody outside', () => {
  const comments = toOutsiders.map(answerComment);

  it.each([
    ['no address of ours', /https?:|gate\.example|\/o\//],
    ['no name of a rule', new RegExp([...protectionRules, 'status-by-writing', 'rule'].join('|'), 'i')],
    ['no reason', /kept free|status round|protected|policy|working hours|holiday/i],
    ['no limit of the policy', /Shorten|at most|Timebox|agenda|Leave out/],
  ])('carries %s, whatever it is made of', (_, inside) => {
    expect(comments).toHaveLength(2 * 8 * 2 * 2 * 9);
    expect(comments.filter((comment) => inside.test(comment))).toEqual([]);
  });

  it.each(proposals)('keeps a proposed time, and nothing else: %s', (proposal, isTime) => {
    const [offer] = offers;
    if (offer === undefined) throw new Error('no offer');
    const comment = answerComment({ ...words, audience: 'outside', offer, otherTimes: [proposal] });
    expect(comment.includes(proposal)).toBe(isTime);
    expect(comment.includes('Another time would be fine.')).toBe(!isTime);
    expect(answerComment({ ...words, offer, otherTimes: [proposal] })).toContain(proposal);
  });
});
