import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprintOf, hasMoved } from '../../../src/app/cases/fingerprint.ts';
import type { CalendarEntry } from '../../../src/app/ports/calendar.ts';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import { attendee, colleague, me } from '../../core/gate/invites.ts';
import { answered, at, entry, series, withException } from './entries.ts';

const people = entry().meeting.attendees;
const asItWas = fingerprintOf(entry(), '');

describe('the fingerprint of an entry', () => {
  it.each<[string, CalendarEntry]>([
    ['its answers', answered(entry(), 'accepted')],
    ['the order of people', entry({ attendees: people.toReversed() })],
    ['the version', entry({}, { version: 'v2' })],
    ['the link of the conference', entry({ conferenceUrl: 'https://meet.example/2' })],
    ['its id', entry({ id: 'm2' })],
    [
      'the zone in which the time is written',
      entry({ start: { kind: 'instant', ms: Date.parse('2026-11-25T10:00:00Z'), zone: 'Asia/Tokyo' } }),
    ],
  ])('does not depend on %s', (_, shown) => {
    expect(fingerprintOf(shown, '')).toBe(asItWas);
  });

  it.each<[string, Partial<Meeting>]>([
    ['the title', { summary: 'Something else' }],
    ['the text', { description: 'Something else' }],
    ['the place', { location: 'Lyon' }],
    ['who is in it', { attendees: [...people, attendee('new@acme.example')] }],
    ['who has to be there', { attendees: people.map((one) => ({ ...one, role: 'optional' as const })) }],
    ['the organizer', { organizer: { email: me, name: null, self: true } }],
    ['its categories', { categories: ['Board'] }],
    ['whether it blocks time', { busy: false }],
    ['whether it is cancelled', { status: 'cancelled' }],
    ['whether it is private', { isPrivate: true }],
  ])('depends on %s, which is no move', (_, changes) => {
    const changed = fingerprintOf(entry(changes), '');
    expect(changed).not.toBe(asItWas);
    expect(hasMoved(asItWas, changed)).toBe(false);
  });

  it('tells a move from everything else', () => {
    expect(hasMoved(asItWas, fingerprintOf(at('2026-11-25T10:15:00Z'), ''))).toBe(true);
    const longer = { kind: 'instant', ms: Date.parse('2026-11-25T12:00:00Z'), zone: null } as const;
    expect(hasMoved(asItWas, fingerprintOf(entry({ end: longer }), ''))).toBe(true);
  });

  it('holds nothing of the text', () => {
    expect(asItWas).toMatch(/^[\w-]{16}\.[\w-]{16}$/);
  });

  it('is different for different titles', () => {
    const titles = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(titles, ([one = '', other = '']) => {
        const [a, b] = [entry({ summary: one }), entry({ summary: other })];
        expect(fingerprintOf(a, '')).not.toBe(fingerprintOf(b, ''));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the fingerprint in a series', () => {
  const starts = ['2026-11-25T10:00:00Z', '2026-12-02T10:00:00Z'];
  const [first = '', second = ''] = starts.map((iso) => new Date(iso).toISOString());
  const shown = series(starts);

  it('of the whole does not change while the days go by', () => {
    const later = {
      ...shown,
      meeting: { ...shown.meeting, occurrences: shown.meeting.occurrences.slice(1) },
    };
    expect(fingerprintOf(later, '')).toBe(fingerprintOf(shown, ''));
  });

  it('of the whole changes with its rule', () => {
    const recurrence = { frequency: 'weekly', interval: 2, timesPerUnit: 1 } as const;
    const other = series(starts, { recurrence });
    expect(hasMoved(fingerprintOf(shown, ''), fingerprintOf(other, ''))).toBe(true);
    expect(fingerprintOf(other, first)).toBe(fingerprintOf(shown, first));
  });

  it('of an occurrence follows that occurrence alone', () => {
    const moved = withException(shown, first, { to: '2026-11-26T10:00:00Z' });
    expect(hasMoved(fingerprintOf(shown, first), fingerprintOf(moved, first))).toBe(true);
    expect(fingerprintOf(moved, second)).toBe(fingerprintOf(shown, second));
  });

  it('of an occurrence changes with the text of its series', () => {
    const organizer = { email: colleague, name: 'Kim', self: false };
    const other = series(starts, { organizer, description: 'New agenda' });
    expect(hasMoved(fingerprintOf(shown, first), fingerprintOf(other, first))).toBe(false);
    expect(fingerprintOf(other, first)).not.toBe(fingerprintOf(shown, first));
  });
});
