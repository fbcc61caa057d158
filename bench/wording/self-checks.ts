import { type JudgedInvite, judgeAll, type LabelledMeeting } from './judged-invite.ts';

/** From this many words on a description says by itself what a meeting does. */
export const tellingWords = 15;

/** How judgements of need hold when only the titles change. */
export interface Steadiness {
  readonly invites: number;
  readonly same: number;
  /** Live became async or the other way round; becoming unclear is no flip. */
  readonly flipped: number;
}

/** Titles permuted among the invites: each gets that of an invite half the set away, so that none keeps its own. */
export function withShuffledTitles(meetings: readonly LabelledMeeting[]): LabelledMeeting[] {
  const distance = Math.floor(meetings.length / 2);
  return meetings.map(({ meeting, label }, index) => {
    const other = meetings[(index + distance) % meetings.length]?.meeting ?? meeting;
    return { meeting: { ...meeting, summary: other.summary }, label };
  });
}

export function withNeutralTitles(meetings: readonly LabelledMeeting[]): LabelledMeeting[] {
  return meetings.map(({ meeting, label }) => ({ meeting: { ...meeting, summary: 'Meeting' }, label }));
}

export function hasTellingBody({ meeting }: LabelledMeeting): boolean {
  return (meeting.description ?? '').split(/\s+/).length >= tellingWords;
}

/** Compares judgements of the same invites under other titles, in the same order. */
export function steadinessOf(
  before: readonly JudgedInvite[],
  meetings: readonly LabelledMeeting[],
): Steadiness {
  const after = judgeAll(meetings);
  const pairs = before.map(({ judgement }, index) => [
    judgement.need.need,
    after[index]?.judgement.need.need,
  ]);
  const moved = pairs.filter(([was, is]) => was !== is);
  return {
    invites: pairs.length,
    same: pairs.length - moved.length,
    flipped: moved.filter(([was, is]) => was !== 'unclear' && is !== 'unclear').length,
  };
}
