import { describe, expect, it } from '@jest/globals';
import { protectionRules } from '../../../src/core/meeting/policy.ts';
import { type AnswerCommentWords, answerComment } from '../../../src/front/wording/answer-comment.ts';
import { withClock } from '../../../src/front/wording/spoken-time.ts';

const words: AnswerCommentWords = {
  answer: 'declined',
  audience: 'inside',
  because: ['Wed 2026-11-25 14:00 is on a day that is kept free of meetings.'],
  offer: {
    kind: 'alternative',
    alternative: { format: 'document' },
    dueMs: Date.parse('2026-11-27T16:23:45Z'),
  },
  otherTimes: ['Propose Thu 2026-11-26 14:00 instead.'],
  draftUrl: 'https://gate.example/o/token',
  untilMs: null,
  zone: 'Europe/Paris',
};

describe('the comment of an answer', () => {
  it('names the reason, the offer with its date, other times and the draft', () => {
    expect(answerComment(words)).toBe(
      [
        'Thank you for the invite. I cannot join at this time. Wed 2026-11-25 14:00 (my time) is on a day that is kept free of meetings. This would work well in writing: I will gladly read and answer. Answers by Friday 27 November, 17:00 (Paris time). Propose Thu 2026-11-26 14:00 (Paris time) instead.',
        'A draft with your agenda to start from: https://gate.example/o/token',
        'Sent automatically by Meeting Gatekeeper.',
      ].join('\n\n'),
    );
  });

  it('says until when a tentative answer stands', () => {
    const untilMs = Date.parse('2026-11-24T19:05:00Z');
    const comment = answerComment({ ...words, answer: 'tentative', untilMs, zone: 'America/New_York' });
    expect(comment).toContain('keep it tentative until Tuesday 24 November, 14:05 (New York time).');
    expect(answerComment({ ...words, answer: 'tentative' })).toContain('and keep it tentative.');
  });

  it('names the clock of every time', () => {
    const moved = { ...words, offer: { kind: 'other-times' } } as const;
    expect(answerComment({ ...moved, zone: 'Asia/Singapore' })).toContain('14:00 (Singapore time) instead.');
    expect(answerComment({ ...moved, zone: 'UTC' })).toContain('14:00 (UTC) instead.');
    const otherTimes = ['Propose to move the series to Thu 14:00 or Fri 09:30 instead.'];
    expect(answerComment({ ...words, otherTimes })).toContain('Thu 14:00 or Fri 09:30 (Paris time) instead.');
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
      const offer = { kind: 'alternative', alternative: { format }, dueMs: null } as const;
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
    expect(comment).toContain('Propose Thu 2026-11-26 14:00 (Paris time) instead.');
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
    [null, Date.parse('2026-11-27T16:00:00Z')].map((dueMs) => ({
      kind: 'alternative' as const,
      alternative: { format },
      dueMs,
    })),
  ),
];
/** Everything that an answer to somebody outside can be made of. */
const toOutsiders = (['declined', 'tentative'] as const).flatMap((answer) =>
  offers.flatMap((offer) =>
    [null, Date.parse('2026-11-24T13:00:00Z')].flatMap((untilMs) =>
      [null, 'https://gate.example/o/token'].flatMap((draftUrl) =>
        [[], ...proposals.map(([proposal]) => [proposal])].map((otherTimes): AnswerCommentWords => {
          const because = ['It is a status round (rule: status-by-writing).', ...words.because];
          const { zone } = words;
          return { answer, audience: 'outside', because, offer, otherTimes, draftUrl, untilMs, zone };
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
    const told = withClock(proposal, 'Paris time');
    expect(comment.includes(told)).toBe(isTime);
    expect(comment.includes('Another time would be fine.')).toBe(!isTime);
    expect(answerComment({ ...words, offer, otherTimes: [proposal] })).toContain(told);
  });
});
