import { describe, expect, it } from '@jest/globals';
import { standIn } from './graph-stand-in.ts';
import {
  ana,
  ben,
  codeOf,
  dayMs,
  hourMs,
  invite,
  meetingMs,
  type OutlookWorld,
  onlyId,
  openOutlook,
  unwrap,
} from './outlook-world.ts';

const slot = { startMs: meetingMs + dayMs, endMs: meetingMs + dayMs + hourMs, zone: 'Europe/Paris' };
const weekly = { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] };
const second = { kind: 'instant', ms: meetingMs + 7 * dayMs, zone: null } as const;

function loseAnswers(
  { sandbox }: OutlookWorld,
  method: 'POST' | 'PATCH' | 'DELETE',
  kind: 'reset-after' | 'reset-before',
) {
  const rule = { provider: 'microsoft', method, path: '/events/', probability: 1, kind, times: 2 } as const;
  sandbox.setFaults({ seed: 1, rules: [rule] });
}
const posts = ({ sandbox }: OutlookWorld, tail: string) =>
  sandbox.exchanges.filter(({ method, path }) => method === 'POST' && path.endsWith(tail));

describe('a cancellation whose answer is lost', () => {
  it.each([
    ['reset-after', null, 1],
    ['reset-before', null, 3],
    ['reset-after', second, 1],
    ['reset-before', second, 3],
  ] as const)('(%s) reaches the attendees once', async (kind, originalStart, asked) => {
    const world = await openOutlook();
    invite(world, weekly, ana);
    const meetingId = await onlyId(world);
    loseAnswers(world, 'POST', kind);
    const target = { meetingId, originalStart };
    expect(unwrap(await world.mailbox.calendar.cancelMeeting(target, 'No need', null))).toBeNull();
    expect(posts(world, '/cancel')).toHaveLength(asked);
    expect(world.sandbox.parts.acts.all().filter(({ kind: act }) => act === 'cancellation')).toMatchObject([
      { from: ana, to: [ben], comment: 'No need' },
    ]);
  });
});

describe('a move whose answer is lost', () => {
  it.each([null, second])(
    'is one move (occurrence %j), and gives the version of the whole entry',
    async (originalStart) => {
      const world = await openOutlook();
      invite(world, weekly, ana);
      const meetingId = await onlyId(world);
      loseAnswers(world, 'PATCH', 'reset-after');
      const target = { meetingId, originalStart };
      const to =
        originalStart === null
          ? { ...slot, startMs: slot.startMs - dayMs + hourMs, endMs: slot.endMs - dayMs + hourMs }
          : slot;
      const { version } = unwrap(await world.mailbox.calendar.moveMeeting(target, to, null));
      const kinds = world.sandbox.parts.acts.all().map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'update')).toHaveLength(1);
      const whole = { meetingId, originalStart: null };
      expect(unwrap(await world.mailbox.calendar.cancelMeeting(whole, null, version))).toBeNull();
    },
  );

  it('of a whole day gives it hours', async () => {
    const world = await openOutlook();
    const day = (date: string) => ({ kind: 'date', date }) as const;
    const { key } = invite(world, { start: day('2026-11-05'), end: day('2026-11-06') }, ana);
    const target = { meetingId: await onlyId(world), originalStart: null };
    unwrap(await world.mailbox.calendar.moveMeeting(target, slot, null));
    expect(world.sandbox.parts.engine.get(key)?.fields.start).toMatchObject({
      kind: 'instant',
      ms: slot.startMs,
    });
  });
});

describe('an answer whose fate is unknown', () => {
  it.each([
    ['accepted', 'outcome-unknown'],
    ['tentativelyAccepted', 'outcome-unknown'],
    ['declined', 'ok'],
  ])('is not given again where the owner has %s by then', async (response, expected) => {
    let posted = 0;
    const { mailbox } = await standIn(({ method, path }) => {
      if (path.includes('/oauth2/')) return null;
      if (method === 'POST') {
        posted += 1;
        return { body: '<html>' };
      }
      return {
        body: {
          id: 'one',
          type: 'singleInstance',
          start: { dateTime: '2026-11-05T13:00:00', timeZone: 'UTC' },
          end: { dateTime: '2026-11-05T14:00:00', timeZone: 'UTC' },
          organizer: { emailAddress: { address: ben } },
          attendees: [{ emailAddress: { address: ana } }],
          responseStatus: { response: posted === 0 ? 'notResponded' : response },
        },
      };
    });
    const answered = await mailbox.calendar.answer({
      target: { meetingId: 'one', originalStart: null },
      answer: 'declined',
      comment: null,
      proposal: null,
      version: null,
    });
    expect([codeOf(answered), posted]).toEqual([expected, 1]);
  });
});

describe('the own copy of a series that Graph does not take back', () => {
  it('repeats on the clock of the series', async () => {
    const world = await openOutlook({ positions: { 'microsoft.undo-decline': 'refused' } });
    invite(world, { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=40'] });
    const meetingId = await onlyId(world);
    const target = { meetingId, originalStart: null };
    const { before } = unwrap(
      await world.mailbox.calendar.answer({
        target,
        answer: 'declined',
        comment: null,
        proposal: null,
        version: null,
      }),
    );
    expect(unwrap(await world.mailbox.calendar.undoAnswer(target, before))).toMatchObject({
      what: 'own-copy',
    });
    const copy = world.sandbox.parts.engine.copies(ana).find(({ organizer }) => organizer === ana);
    expect(copy?.fields.start).toEqual({ kind: 'instant', ms: meetingMs, zone: 'Europe/Paris' });
    const summer = { fromMs: Date.parse('2027-06-03T00:00:00Z'), toMs: Date.parse('2027-06-04T00:00:00Z') };
    const [occurrence] = world.sandbox.parts.engine.instances(copy?.key ?? '', summer, 10);
    // 14:00 in Paris, in summer as in winter.
    expect(occurrence?.fields.start).toMatchObject({ ms: Date.parse('2027-06-03T12:00:00Z') });
  });
});
