import { afterEach, describe, expect, it } from '@jest/globals';
import type { AnswerRequest } from '../../../src/app/ports/calendar.ts';
import { ana, organizer, startOneEvent } from './one-event.ts';
import { googleError } from './scripted-google.ts';

let google: Awaited<ReturnType<typeof startOneEvent>> | null = null;
afterEach(async () => {
  await google?.close();
  google = null;
});

async function start(options?: Parameters<typeof startOneEvent>[0]) {
  google = await startOneEvent(options);
  return google;
}

const decline: AnswerRequest = {
  target: { meetingId: 'e', originalStart: null },
  answer: 'declined',
  comment: 'Please write it.',
  proposal: null,
  version: null,
};

const carol = {
  email: 'carol@acme.example',
  responseStatus: 'tentative',
  comment: 'late',
  additionalGuests: 2,
};

describe('answer at Google', () => {
  it('without words writes the own answer only, under the version that was read', async () => {
    const calendar = await start();
    const receipt = await calendar.mailbox.calendar.answer({ ...decline, comment: null });
    expect(receipt).toEqual({
      ok: true,
      value: {
        before: { answer: 'needs-action', comment: null, given: 'declined', entryId: 'e' },
        already: false,
        commentCarried: true,
        proposalCarried: 'no',
      },
    });
    const [write, ...more] = calendar.writes();
    expect(more).toEqual([]);
    expect(write?.headers['if-match']).toBe('"1"');
    expect(write?.query.get('sendUpdates')).toBe('all');
    expect(JSON.parse(write?.body ?? '')).toEqual({
      attendeesOmitted: true,
      attendees: [{ email: 'ana@acme.example', responseStatus: 'declined', comment: '' }],
    });
  });

  it('with words writes the whole list in one request, and keeps every other guest', async () => {
    const calendar = await start({ dropsComments: true, guests: [organizer, carol, ana] });
    const receipt = await calendar.mailbox.calendar.answer(decline);
    expect(receipt).toMatchObject({ ok: true, value: { commentCarried: true } });
    expect(calendar.guests()).toEqual([
      organizer,
      carol,
      { ...ana, responseStatus: 'declined', comment: 'Please write it.' },
    ]);
    expect(calendar.writes().map(({ headers }) => headers['if-match'])).toEqual(['"1"']);
  });

  it.each([
    ['hidden', { guestsCanSeeOtherGuests: false }],
    ['shown in part', { attendeesOmitted: true }],
  ])('does not write a list that is %s, and says that the words are lost', async (_case, event) => {
    const calendar = await start({ dropsComments: true, event });
    const receipt = await calendar.mailbox.calendar.answer(decline);
    expect(receipt).toMatchObject({ ok: true, value: { commentCarried: false, already: false } });
    expect(calendar.writes()).toHaveLength(1);
  });

  it('gives the answer without the words where a guest may not write the list', async () => {
    const calendar = await start({ refusesLists: true, dropsComments: true });
    expect(await calendar.mailbox.calendar.answer(decline)).toMatchObject({
      ok: true,
      value: { commentCarried: false, already: false },
    });
    expect(calendar.guests()[1]).toMatchObject({ responseStatus: 'declined' });
  });

  it('leaves the answer of the other account alone that is invited too', async () => {
    const other = { email: 'ana@second.example', responseStatus: 'accepted', comment: 'from home' };
    const calendar = await start({ guests: [organizer, other, ana] });
    expect(await calendar.mailbox.calendar.answer(decline)).toMatchObject({ ok: true });
    expect(calendar.guests()).toEqual([
      organizer,
      other,
      { ...ana, responseStatus: 'declined', comment: 'Please write it.' },
    ]);
  });

  it.each([null, 'Please write it.'])(
    'does not take the same answer given by hand at that moment for its own (words: %s)',
    async (comment) => {
      const calendar = await start();
      calendar.beforeNextWrite({ own: { responseStatus: 'declined', comment: 'by hand' } });
      const receipt = await calendar.mailbox.calendar.answer({ ...decline, comment });
      expect(receipt).toMatchObject({ ok: false, problem: { code: 'changed-meanwhile', status: 412 } });
      expect(calendar.guests()[1]).toMatchObject({ responseStatus: 'declined', comment: 'by hand' });
    },
  );

  it('puts a proposal into the comment', async () => {
    const calendar = await start();
    const proposal = {
      startMs: Date.UTC(2026, 10, 25, 9),
      endMs: Date.UTC(2026, 10, 25, 10),
      zone: 'Europe/Paris',
    };
    const receipt = await calendar.mailbox.calendar.answer({ ...decline, comment: null, proposal });
    expect(receipt).toMatchObject({ ok: true, value: { proposalCarried: 'in-comment' } });
    expect(calendar.guests()[1]?.comment).toBe(
      'Proposed time: Wed 25 Nov 2026, 10:00 to 11:00 (Europe/Paris)',
    );
  });

  it('finds out after a lost answer that it was done, without doing it again', async () => {
    const calendar = await start({ lostAnswers: 1 });
    expect(await calendar.mailbox.calendar.answer(decline)).toMatchObject({
      ok: true,
      value: { already: false },
    });
    expect(calendar.version()).toBe('"2"');
  });

  it.each([
    ['fails', { status: 503 }],
    ['has too many requests', googleError(429, 'rateLimitExceeded')],
    ['takes no token', { status: 401 }],
    ['cuts every connection', { json: null }],
  ])(
    'does not know where the answer was lost and then the calendar %s: never that nothing was done',
    async (_case, thenRefused) => {
      const calendar = await start({ lostAnswers: 1, thenRefused });
      expect(await calendar.mailbox.calendar.answer(decline)).toMatchObject({
        ok: false,
        problem: { code: 'outcome-unknown' },
      });
      calendar.recover();
      expect(await calendar.mailbox.calendar.answer(decline)).toMatchObject({
        ok: true,
        value: { already: true },
      });
      expect(calendar.version()).toBe('"2"');
    },
  );

  // Regression (fault run, seed 3): the offer of such an answer was given to the next one, and went out twice.
  it('does not know where the answer was lost and the owner then gave another', async () => {
    const calendar = await start({ lostAnswers: 1, thenChanged: { own: { responseStatus: 'accepted' } } });
    expect(await calendar.mailbox.calendar.answer(decline)).toMatchObject({
      ok: false,
      problem: { code: 'outcome-unknown' },
    });
    expect(calendar.guests()[1]).toMatchObject({ responseStatus: 'accepted' });
  });

  // Regression (fault run, seed 3): such a decline was taken for not given, and its owner never heard of it.
  it('does not know where the answer was lost and the meeting was then moved, which opens it again', async () => {
    const [startTime, end] = ['2026-11-26T10:00:00Z', '2026-11-26T11:00:00Z'].map((dateTime) => ({
      dateTime,
    }));
    const calendar = await start({
      lostAnswers: 1,
      thenChanged: { event: { start: startTime, end }, own: { responseStatus: 'needsAction' } },
    });
    expect(await calendar.mailbox.calendar.answer(decline)).toMatchObject({
      ok: false,
      problem: { code: 'outcome-unknown' },
    });
    expect(calendar.writes()).toHaveLength(2);
  });

  it('says that nothing was done where no request can have come through', async () => {
    const calendar = await start({ refusesWrites: googleError(429, 'rateLimitExceeded') });
    expect(await calendar.mailbox.calendar.answer(decline)).toMatchObject({
      ok: false,
      problem: { code: 'rate-limited' },
    });
    expect(calendar.version()).toBe('"1"');
  });

  it('says that nothing was done where a look shows it, however it failed', async () => {
    const calendar = await start({ refusesWrites: { status: 503 } });
    expect(await calendar.mailbox.calendar.answer(decline)).toMatchObject({
      ok: false,
      problem: { code: 'unavailable' },
    });
    expect(calendar.version()).toBe('"1"');
  });

  it('sends nothing where the answer stands already', async () => {
    const calendar = await start();
    await calendar.mailbox.calendar.answer(decline);
    expect(await calendar.mailbox.calendar.answer(decline)).toMatchObject({
      ok: true,
      value: { already: true, commentCarried: true },
    });
    expect(calendar.writes()).toHaveLength(1);
  });

  it('clears the words of an earlier answer', async () => {
    const calendar = await start({
      guests: [organizer, { ...ana, responseStatus: 'accepted', comment: 'gladly' }],
    });
    await calendar.mailbox.calendar.answer({ ...decline, comment: null });
    expect(calendar.guests()[1]).toMatchObject({ responseStatus: 'declined', comment: '' });
  });

  it('does not answer what changed since it was judged', async () => {
    const calendar = await start();
    calendar.change({ event: { summary: 'Other' } });
    const receipt = await calendar.mailbox.calendar.answer({ ...decline, version: '"1"' });
    expect(receipt).toMatchObject({ ok: false, problem: { code: 'changed-meanwhile' } });
    expect(calendar.writes()).toEqual([]);
  });

  it.each([
    ['is-organizer', { event: { organizer: { email: 'ana@acme.example', self: true } } }],
    ['is-organizer', { event: { organizer: { email: 'ANA@second.example' } } }],
    ['not-an-attendee', { guests: [organizer, { email: 'team@acme.example' }] }],
    ['not-found', { event: { status: 'cancelled' } }],
  ])('refuses as %s', async (code, options) => {
    const calendar = await start(options);
    expect(await calendar.mailbox.calendar.answer(decline)).toMatchObject({ ok: false, problem: { code } });
    expect(calendar.writes()).toEqual([]);
  });

  it('answers for another address of the owner where Google marks none', async () => {
    const calendar = await start({
      guests: [organizer, { email: 'Ana@Second.example', responseStatus: 'accepted' }],
    });
    expect(await calendar.mailbox.calendar.answer(decline)).toMatchObject({ ok: true });
    expect(calendar.guests()[1]).toMatchObject({ email: 'Ana@Second.example', responseStatus: 'declined' });
  });
});

describe('undo of an answer at Google', () => {
  async function answered(own: object = {}) {
    const calendar = await start({ guests: [organizer, { ...ana, ...own }] });
    const receipt = await calendar.mailbox.calendar.answer(decline);
    if (!receipt.ok) throw new Error(receipt.problem.code);
    const undo = () => calendar.mailbox.calendar.undoAnswer(decline.target, receipt.value.before);
    return { calendar, undo };
  }

  it.each([
    ['needsAction', undefined, 'needs-action'],
    ['accepted', 'gladly', 'accepted'],
    ['tentative', undefined, 'tentative'],
  ])('puts %s with comment %s back', async (responseStatus, comment, answer) => {
    const { calendar, undo } = await answered({ responseStatus, comment });
    expect(await undo()).toEqual({ ok: true, value: { kind: 'restored', answer } });
    expect(calendar.guests()[1]).toMatchObject({ responseStatus, comment: comment ?? '' });
    expect(await undo()).toMatchObject({ value: { kind: 'restored' } });
    expect(calendar.writes()).toHaveLength(2);
  });

  it.each([
    ['answered-since', { own: { responseStatus: 'accepted' } }],
    ['cancelled', { event: { status: 'cancelled' } }],
  ])('leaves it alone: %s', async (why, changed) => {
    const { calendar, undo } = await answered();
    calendar.change(changed);
    expect(await undo()).toEqual({ ok: true, value: { kind: 'left-alone', why } });
    expect(calendar.writes()).toHaveLength(1);
  });
});
