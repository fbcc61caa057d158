import { describe, expect, it } from '@jest/globals';
import { contradictions, judgeAll, labelledMeetings } from '../../../bench/wording/judged-invite.ts';
import { outcomesOf } from '../../../bench/wording/outcomes.ts';
import { readInvites, trainingInvites } from '../../../bench/wording/rows.ts';
import { hasTellingBody, steadinessOf, withNeutralTitles } from '../../../bench/wording/self-checks.ts';

const heldOut = judgeAll(labelledMeetings('heldout.jsonl'));

describe('held-out invites', () => {
  const { decidable, answered, right, unclear, leftUnclear, forbidden } = outcomesOf(heldOut);

  it('are answered in three quarters of the cases, and rightly in nineteen of twenty', () => {
    expect(answered / decidable).toBeGreaterThanOrEqual(0.75);
    expect(right / answered).toBeGreaterThanOrEqual(0.95);
  });

  it('never send into writing what hurts somebody there', () => {
    expect(forbidden.map(({ meeting }) => meeting.summary)).toEqual([]);
  });

  it('are left unclear where nobody could tell', () => {
    expect(unclear).toBeGreaterThanOrEqual(20);
    expect(leftUnclear / unclear).toBeGreaterThanOrEqual(0.8);
  });

  it('do not stand among the training invites', () => {
    const key = ({ title, description }: { title: string; description: string | null }): string =>
      `${title}\n${description ?? ''}`.toLowerCase();
    const trained = new Set(trainingInvites().map(key));
    const file = new URL('../../../bench/wording/heldout.jsonl', import.meta.url).pathname;
    expect(
      readInvites(file).filter((invite) => invite.description !== null && trained.has(key(invite))),
    ).toEqual([]);
  });
});

describe('titles', () => {
  it('that say nothing hardly ever turn a judgement round where the description has fifteen words', () => {
    const telling = heldOut.filter(hasTellingBody);
    const { invites, same, flipped } = steadinessOf(telling, withNeutralTitles(telling));
    expect(same / invites).toBeGreaterThanOrEqual(0.75);
    expect(flipped / invites).toBeLessThanOrEqual(0.1);
  });

  it('that contradict the description lose against it', () => {
    const { decidable, answered, right, forbidden } = outcomesOf(judgeAll(contradictions()));
    expect(decidable).toBe(20);
    expect(answered).toBeGreaterThanOrEqual(12);
    expect(right / answered).toBeGreaterThanOrEqual(0.9);
    expect(forbidden).toEqual([]);
  });
});
