import { describe, expect, it } from '@jest/globals';
import {
  attendingPeople,
  countedOccurrences,
  countsAsMeeting,
  namesAttendees,
} from '../../../src/core/load/counted-occurrences.ts';
import { monthBounds } from '../../../src/core/load/month-bounds.ts';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import { at, meeting, occurrence, person } from './sample-meetings.ts';

const reading = { zone: 'Europe/Berlin', me: 'ana@example.org', namesAttendees: true };
const october = monthBounds('2026-10', 'Europe/Berlin');
const ana = person('ana@example.org');
const ben = person('ben@example.org');

describe('an entry counts as a meeting', () => {
  it.each<[string, boolean, Partial<Meeting>]>([
    ['two people', true, {}],
    ['tentative', true, { status: 'tentative' }],
    ['unanswered by the owner', true, { attendees: [{ ...ana, answer: 'needs-action' }, ben] }],
    ['declined by somebody else', true, { attendees: [ana, { ...ben, answer: 'declined' }] }],
    ['declined by the owner', false, { attendees: [{ ...ana, answer: 'declined' }, ben] }],
    ['cancelled', false, { status: 'cancelled' }],
    ['free', false, { busy: false }],
    ['focus time', false, { entryType: 'focus-time' }],
    ['out of office', false, { entryType: 'out-of-office' }],
    ['working location', false, { entryType: 'working-location' }],
    ['birthday', false, { entryType: 'birthday' }],
    ['alone', false, { attendees: [ana] }],
    ['alone with a room', false, { attendees: [ana, person('room@example.org', { kind: 'room' })] }],
    [
      'one invited by another',
      true,
      { attendees: [ana], organizer: { email: 'cem@example.org', name: null, self: false } },
    ],
    ['hidden attendees', true, { attendees: [ana], attendeesOmitted: true }],
    ['nobody named', false, { attendees: [] }],
  ])('%s: %p', (_name, expected, changes) => {
    expect(countsAsMeeting(meeting([], changes), reading)).toBe(expected);
  });

  it('declined by the owner whom only the calendar marks', () => {
    const declined = meeting([], { attendees: [{ ...ana, self: true, answer: 'declined' }, ben] });
    expect(countsAsMeeting(declined, { ...reading, me: null })).toBe(false);
  });

  it('with nobody named where no entry names anybody', () => {
    const alone = meeting([], { attendees: [] });
    expect(namesAttendees([alone])).toBe(false);
    expect(namesAttendees([alone, meeting([])])).toBe(true);
    expect(countsAsMeeting(alone, { ...reading, namesAttendees: false })).toBe(true);
  });

  it('and takes time from those who have not declined', () => {
    const attendees = [ana, { ...ben, answer: 'declined' as const }, person('cem@example.org')];
    expect(attendingPeople(meeting([], { attendees }), reading)).toBe(2);
    expect(attendingPeople(meeting([], { attendees: [ana], attendeesOmitted: true }), reading)).toBe(2);
    expect(attendingPeople(meeting([], { attendees }), { ...reading, namesAttendees: false })).toBe(1);
  });
});

describe('occurrences that count', () => {
  function starts(item: Meeting): string[] {
    return countedOccurrences([item], reading, october).occurrences.map(({ fromMs }) =>
      new Date(fromMs).toISOString(),
    );
  }

  it('belong to the month of their start in the zone of the report', () => {
    const item = meeting([
      ['2026-09-30T21:59:00Z', '2026-09-30T23:00:00Z'],
      ['2026-09-30T22:00:00Z', '2026-09-30T23:00:00Z'],
      ['2026-10-31T22:59:00Z', '2026-11-01T01:00:00Z'],
      ['2026-10-31T23:00:00Z', '2026-11-01T01:00:00Z'],
    ]);
    expect(starts(item)).toEqual(['2026-09-30T22:00:00.000Z', '2026-10-31T22:59:00.000Z']);
  });

  it('last at most twelve hours', () => {
    const item = meeting([
      ['2026-10-05T06:00:00Z', '2026-10-05T18:00:00Z'],
      ['2026-10-06T06:00:00Z', '2026-10-06T18:01:00Z'],
    ]);
    expect(starts(item)).toEqual(['2026-10-05T06:00:00.000Z']);
  });

  it('are neither all-day nor cancelled one by one', () => {
    const day = occurrence({ kind: 'date', date: '2026-10-05' }, { kind: 'date', date: '2026-10-06' });
    const off = occurrence(at('2026-10-06T08:00:00Z'), at('2026-10-06T09:00:00Z'), { counts: false });
    expect(starts(meeting([], { occurrences: [day, off] }))).toEqual([]);
  });

  it('at floating times are read in the zone of the report, on each side of the change of the clocks', () => {
    const floating = (local: string) => ({ kind: 'floating', local }) as const;
    const occurrences = ['2026-10-23', '2026-10-26'].map((date) =>
      occurrence(floating(`${date}T10:00:00`), floating(`${date}T10:30:00`)),
    );
    expect(starts(meeting([], { occurrences }))).toEqual([
      '2026-10-23T08:00:00.000Z',
      '2026-10-26T09:00:00.000Z',
    ]);
  });

  it('with an end before the start happen but take no time', () => {
    const { occurrences } = countedOccurrences(
      [meeting([['2026-10-05T09:00:00Z', '2026-10-05T08:00:00Z']])],
      reading,
      october,
    );
    expect(occurrences.map(({ fromMs, toMs }) => toMs - fromMs)).toEqual([0]);
  });

  it('at unknown times are told and not counted, unless the entry would not count anyway', () => {
    const unknown = { kind: 'unknown', text: 'TZID=Nowhere' } as const;
    const unreadable = meeting([], { start: unknown, end: unknown });
    const moved = meeting([], { occurrences: [occurrence(unknown, unknown)] });
    const free = meeting([], { start: unknown, busy: false });
    expect(countedOccurrences([unreadable, moved, free], reading, october)).toEqual({
      occurrences: [],
      unknownTimes: 2,
    });
  });

  it('that were read twice count once, under their own title', () => {
    const times = [['2026-10-05T09:00:00Z', '2026-10-05T10:00:00Z']] as const;
    const renamed = occurrence(at('2026-10-06T09:00:00Z'), at('2026-10-06T10:00:00Z'), {
      summary: 'Kick-off',
    });
    const { occurrences } = countedOccurrences(
      [meeting(times), meeting(times), meeting([], { uid: 'm2', occurrences: [renamed] })],
      reading,
      october,
    );
    expect(occurrences.map(({ summary }) => summary)).toEqual(['Weekly', 'Kick-off']);
  });
});

describe('what the owner declined elsewhere than among the attendees', () => {
  it('does not count as a whole', () => {
    expect(countsAsMeeting(meeting([], { ownAnswer: 'declined' }), reading)).toBe(false);
    expect(countsAsMeeting(meeting([], { ownAnswer: 'tentative' }), reading)).toBe(true);
  });

  it('does not count for one occurrence, while that of others does', () => {
    const by = (email: string, day: string) =>
      occurrence(at(`${day}T09:00:00Z`), at(`${day}T10:00:00Z`), { declinedBy: [email] });
    const occurrences = [by('ana@example.org', '2026-10-05'), by('cem@example.org', '2026-10-06')];
    const counted = countedOccurrences([meeting([], { occurrences })], reading, october).occurrences;
    expect(counted.map(({ fromMs }) => fromMs)).toEqual([Date.parse('2026-10-06T09:00:00Z')]);
  });
});
