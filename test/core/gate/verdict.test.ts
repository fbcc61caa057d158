import { describe, expect, it } from '@jest/globals';
import { type Verdict, verdictOf } from '../../../src/core/gate/verdict.ts';
import type { NeedValue } from '../../../src/core/need/need.ts';
import type { Exemption } from '../../../src/core/time/check-time.ts';

/** The design's verdict table, cell by cell: `time ok`, with and without changes, then `time blocked` by exemption. */
const table: Readonly<
  Record<
    NeedValue,
    { ok: [Verdict, Verdict]; blocked: Record<'organizer' | 'invitee', Record<Exemption, Verdict>> }
  >
> = {
  live: {
    ok: ['meet', 'meet-differently'],
    blocked: {
      organizer: { none: 'move', possible: 'move', exempt: 'meet' },
      invitee: { none: 'decline', possible: 'decline', exempt: 'meet' },
    },
  },
  async: {
    ok: ['go-async', 'go-async'],
    blocked: {
      organizer: { none: 'go-async', possible: 'go-async', exempt: 'go-async' },
      invitee: { none: 'decline', possible: 'decline', exempt: 'go-async' },
    },
  },
  unclear: {
    ok: ['ask', 'ask'],
    blocked: {
      organizer: { none: 'move', possible: 'move', exempt: 'ask' },
      invitee: { none: 'decline', possible: 'ask', exempt: 'ask' },
    },
  },
};
const needs = Object.keys(table) as NeedValue[];
const roles = ['organizer', 'invitee'] as const;
const exemptions: readonly Exemption[] = ['none', 'possible', 'exempt'];

const known = needs.flatMap((need) => roles.map((role) => ({ need, role })));
const everyCell = known.flatMap((row) => exemptions.map((exemption) => ({ ...row, exemption })));

describe('the verdict table', () => {
  it.each(everyCell)(
    '$need at a protected time, $role, exemption $exemption',
    ({ need, role, exemption }) => {
      const expected = table[need].blocked[role][exemption];
      for (const hasChanges of [false, true]) {
        expect(verdictOf({ need, role, exemption, timeOk: false, hasChanges })).toBe(expected);
      }
    },
  );

  it.each(everyCell)(
    '$need at a free or unknown time, $role, exemption $exemption',
    ({ need, role, exemption }) => {
      for (const timeOk of [true, null]) {
        const [asItIs, differently] = table[need].ok;
        expect(verdictOf({ need, role, exemption, timeOk, hasChanges: false })).toBe(asItIs);
        expect(verdictOf({ need, role, exemption, timeOk, hasChanges: true })).toBe(differently);
      }
    },
  );
});
