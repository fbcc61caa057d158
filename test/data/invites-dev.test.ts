import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { labelledEvents } from '../../bench/wording/calendar-labels.ts';
import { judgeAll } from '../../bench/wording/judged-invite.ts';
import { outcomesOf } from '../../bench/wording/outcomes.ts';

const shared = path.resolve('../shared/data');
const invites = path.join(shared, 'invites-dev.jsonl');
const isHere = existsSync(invites);

(isHere ? describe : describe.skip)(
  `invites of the shared folder${isHere ? '' : ' (it is not here: skipped)'}`,
  () => {
    it('are judged as three readers agree', async () => {
      const events = await labelledEvents(invites, path.join(shared, 'invites-dev-labels.jsonl'));
      const unanimous = events.filter(({ label }) => label.agree === 3);
      expect(unanimous.length).toBeGreaterThanOrEqual(30);
      const { decidable, answered, right, unclear, leftUnclear, forbidden } = outcomesOf(judgeAll(unanimous));
      expect(answered / decidable).toBeGreaterThanOrEqual(0.75);
      expect(right / answered).toBeGreaterThanOrEqual(0.95);
      expect(forbidden.map(({ meeting }) => meeting.summary)).toEqual([]);
      expect(leftUnclear / unclear).toBeGreaterThan(0.5);
    });
  },
);
