import { describe, expect, it } from '@jest/globals';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import type { Limits } from '../../../src/core/meeting/policy.ts';
import { proposeChanges } from '../../../src/core/offer/changes.ts';
import type { Purpose } from '../../../src/core/signals/signal.ts';
import { time } from '../gate/case-samples.ts';
import { attendee, invite } from '../gate/invites.ts';
import { lasting } from '../time/samples.ts';

const limits: Limits = { people: 3, minutes: 60, agendaFromMinutes: 30 };

/** What is proposed for a live meeting of so many minutes. */
function proposed(
  minutes: number,
  changes: Partial<Meeting> = {},
  purpose: Purpose | 'unknown' = 'decision',
): string[] {
  const meeting = invite({
    description: '- one\n- two',
    occurrences: [lasting('2026-11-25T10:00:00Z', minutes)],
    ...changes,
  });
  return proposeChanges(meeting, 'live', purpose, time(true), limits);
}

const crowd = ['kim', 'sam', 'lee', 'ann', 'bo'].map((name) => attendee(`${name}@acme.example`));

describe('changes to a live meeting', () => {
  it.each<[string, string[], string[]]>([
    ['none within the limits', proposed(60), []],
    ['shorter above them', proposed(61), ['Shorten it to 60 minutes.']],
    [
      'a timebox to explore',
      proposed(60, {}, 'brainstorm'),
      ['Timebox it to 45 minutes, then write the proposal.'],
    ],
    ['no timebox below it', proposed(45, {}, 'brainstorm'), []],
    [
      'fewer people',
      proposed(30, { attendees: crowd }),
      ['Ask at most 3 people to attend; the other 2 can read the notes.'],
    ],
    ['an agenda', proposed(30, { description: 'let us talk' }), ['Write an agenda first.']],
    ['no agenda for a short one', proposed(29, { description: null }), []],
    ['no agenda where the text is private', proposed(30, { description: null, isPrivate: true }), []],
    ['nothing for an outage', proposed(300, { attendees: crowd, description: null }, 'incident'), []],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('does not count optional people', () => {
    const attendees = crowd.map((person, index) =>
      index > 2 ? { ...person, role: 'optional' as const } : person,
    );
    expect(proposed(30, { attendees })).toEqual([]);
  });

  it('proposes nothing of the kind where it need not be live', () => {
    expect(proposeChanges(invite({ description: null }), 'async', 'status', time(true), limits)).toEqual([]);
  });

  it('leaves out the protected times of a series, whatever the need', () => {
    const some = { ...time(true), judged: 10, collided: 2 };
    const expected = ['Leave out the 2 of 10 occurrences that touch protected time.'];
    expect(proposeChanges(invite(), 'async', 'status', some, limits)).toEqual(expected);
    expect(proposeChanges(invite(), 'async', 'status', { ...some, ok: false, collided: 10 }, limits)).toEqual(
      [],
    );
  });
});
