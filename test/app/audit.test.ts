import { describe, expect, it } from '@jest/globals';
import { audit, auditJson } from '../../src/app/audit.ts';
import { policyFor } from '../../src/config/policy/join-levels.ts';
import { parsePolicy } from '../../src/config/policy/parse-policy.ts';
import type { Meeting } from '../../src/core/meeting/meeting.ts';
import type { ReadItem } from '../../src/core/meeting/reading.ts';
import { at, meeting, occurrence, person } from '../core/load/sample-meetings.ts';

const policy = parsePolicy(
  'organization:\n  timeZone: Europe/Paris\n  noMeetingDays: [wednesday]\n',
  'p.yaml',
);
if (!policy.ok) throw new Error('the policy of this test is broken');

const options = {
  policyOf: (email: string | null) => policyFor(policy.document, { email }),
  me: 'ana@example.org',
  role: null,
  zone: 'Europe/Paris',
  month: '2026-10',
  nowMs: Date.parse('2026-11-20T12:00:00Z'),
} as const;

function items(...meetings: readonly Meeting[]): ReadItem[] {
  return meetings.map((each) => ({ kind: 'meeting', meeting: each }));
}

const monday = ['2026-10-05T08:00:00Z', '2026-10-05T09:00:00Z'] as const;
const wednesday = ['2026-10-07T08:00:00Z', '2026-10-07T09:00:00Z'] as const;

describe('audit', () => {
  it('has all seven verdicts and exactly the published keys', () => {
    const json = auditJson(audit([], options));
    expect(Object.keys(json)).toEqual([
      'month',
      'zone',
      'occurrences',
      'hours',
      'cost',
      'series',
      'verdicts',
      'notes',
    ]);
    expect(json.verdicts).toEqual({
      meet: 0,
      'meet-differently': 0,
      'go-async': 0,
      move: 0,
      decline: 0,
      ask: 0,
      skip: 0,
    });
    expect(json).toMatchObject({
      month: '2026-10',
      zone: 'Europe/Paris',
      occurrences: 0,
      cost: 0,
      series: [],
    });
  });

  it('counts one verdict for each UID that happens in the month', () => {
    const outside = meeting([['2026-11-02T08:00:00Z', '2026-11-02T09:00:00Z']], { uid: 'november' });
    const twice = [meeting([monday], { id: 'x1', uid: 'x' }), meeting([wednesday], { id: 'x2', uid: 'x' })];
    const result = audit(items(outside, ...twice, meeting([monday], { uid: 'y' })), options);
    expect(result.judged.map((each) => each.meeting.uid)).toEqual(['x', 'y']);
    expect(Object.values(result.verdicts).reduce((sum, count) => sum + count)).toBe(2);
  });

  it('judges only the occurrences of the month', () => {
    const blockedInOctober = meeting([wednesday, ['2026-11-02T08:00:00Z', '2026-11-02T09:00:00Z']], {
      uid: 'w',
      summary: 'Sync',
    });
    expect(audit(items(blockedInOctober), options).judged[0]?.judgement.time).toMatchObject({
      judged: 1,
      ok: false,
    });
    expect(
      audit(items(blockedInOctober), { ...options, month: '2026-11' }).judged[0]?.judgement.time.ok,
    ).toBe(true);
  });

  it('joins the single dates of a series before it judges them', () => {
    const parts = [meeting([wednesday], { uid: 'x' }), meeting([monday], { uid: 'x' })];
    expect(audit(items(...parts), options).judged[0]?.judgement.time).toMatchObject({
      judged: 2,
      collided: 1,
      ok: true,
    });
  });

  it('takes nothing in the month for past, whenever the invite was written', () => {
    const unanswered = [person('ana@example.org', { answer: 'needs-action' }), person('ben@example.org')];
    const createdMs = Date.parse('2026-11-15T00:00:00Z');
    const exportedLater = meeting([wednesday], { uid: 'w', createdMs, attendees: unanswered });
    expect(audit(items(exportedLater), options).judged[0]?.judgement).toMatchObject({
      verdict: 'decline',
      act: 'decline',
    });
  });

  it('skips a cancelled meeting, and leaves out a date that was taken out of a series', () => {
    const taken = occurrence(at(monday[0]), at(monday[1]), { counts: false });
    const cancelled = meeting([monday], { uid: 'c', status: 'cancelled', occurrences: [taken] });
    const series = meeting([monday], { uid: 's', occurrences: [taken] });
    const result = audit(items(cancelled, series), options);
    expect(result.judged.map((each) => each.meeting.uid)).toEqual(['c']);
    expect(result.verdicts.skip).toBe(1);
  });

  it('knows from the whole calendar whether its events name attendees', () => {
    const alone = meeting([monday], { uid: 'alone', attendees: [] });
    const november = meeting([['2026-11-02T08:00:00Z', '2026-11-02T09:00:00Z']], { uid: 'n' });
    expect(audit(items(alone), options).verdicts.skip).toBe(0);
    expect(audit(items(alone, november), options).verdicts.skip).toBe(1);
  });

  it('belongs an occurrence to the month of its start in the zone', () => {
    const lastNight = meeting([['2026-09-30T22:30:00Z', '2026-09-30T23:00:00Z']], { uid: 'm' });
    const count = (zone: string) => audit(items(lastNight), { ...options, zone }).judged.length;
    expect([count('Europe/Paris'), count('UTC')]).toEqual([1, 0]);
  });

  it('splits the hours by need without counting a minute twice', () => {
    const chat = { summary: '1:1 Ana / Ben', description: 'Our weekly time.' };
    const status = {
      summary: 'Platform stand-up',
      description: 'Everyone in turn: what I did yesterday, what I do today, what blocks me.',
      recurrence: { frequency: 'weekly', interval: 1, timesPerUnit: 5 },
    } as const;
    const people = ['ana', 'ben', 'cy', 'di', 'eva'].map((name) => person(`${name}@example.org`));
    const both = items(
      meeting([monday], { uid: 'live', ...chat }),
      meeting([monday], { uid: 'async', ...status, attendees: people }),
    );
    const result = audit(both, options);
    expect(result.judged.map(({ judgement }) => judgement.need.need)).toEqual(['live', 'async']);
    expect(result.minutesByNeed.month).toEqual({ live: 60, unclear: 0, async: 0 });
  });
});

describe('zone and month of an audit', () => {
  const inZone = (calendarZone: string | null, uid: string) => meeting([monday], { uid, calendarZone });

  it('prefers the zone that was asked for, then the calendar’s, then UTC, and says so', () => {
    const zoneOf = (zone: string | null, ...meetings: readonly Meeting[]) => {
      const { load, notes } = audit(items(...meetings), { ...options, zone });
      return [load.zone, notes.find((note) => /zone/i.test(note)) ?? null];
    };
    expect(zoneOf('Asia/Tokyo', inZone('Europe/Rome', 'a'))).toEqual(['Asia/Tokyo', null]);
    expect(zoneOf(null, inZone(null, 'a'), inZone('Europe/Rome', 'b'))).toEqual([
      'Europe/Rome',
      expect.stringContaining('as the calendar says'),
    ]);
    expect(zoneOf(null, inZone('Europe/Rome', 'a'), inZone('Asia/Tokyo', 'b'))).toEqual([
      'Europe/Rome',
      expect.stringContaining('several time zones'),
    ]);
    expect(zoneOf(null, inZone(null, 'a'))).toEqual(['UTC', expect.stringContaining('--zone')]);
  });

  it('takes the last full month and says so', () => {
    const { load, notes } = audit([], { ...options, month: null });
    expect(load.month).toBe('2026-10');
    expect(notes[0]).toContain('2026-10, the last full one');
  });

  it('passes on what the reader noted and refused', () => {
    const problem = { place: 'a.ics:3', what: 'zone is not known', remedy: 'name it' };
    const { notes, refused } = audit(
      [
        { kind: 'note', problem },
        { kind: 'refused', problem },
      ],
      options,
    );
    expect(notes).toEqual([
      'a.ics:3: zone is not known; name it',
      expect.stringMatching(/^Refused and not in the figures: 1/),
    ]);
    expect(refused).toEqual([problem]);
  });
});
