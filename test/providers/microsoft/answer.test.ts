import { describe, expect, it } from '@jest/globals';
import type { AnswerRequest } from '../../../src/app/ports/calendar.ts';
import {
  ana,
  ben,
  codeOf,
  invite,
  meetingMs,
  type OutlookWorld,
  onlyId,
  openOutlook,
  unwrap,
} from './outlook-world.ts';

const request = (meetingId: string, answer: AnswerRequest['answer']): AnswerRequest => ({
  target: { meetingId, originalStart: null },
  answer,
  comment: 'A document instead',
  proposal: null,
  version: null,
});
const answersIn = ({ sandbox }: OutlookWorld) =>
  sandbox.parts.acts.all().filter(({ kind }) => kind === 'answer');
const mailsIn = ({ sandbox }: OutlookWorld) => sandbox.parts.acts.all().filter(({ kind }) => kind === 'mail');

describe('answer in Outlook', () => {
  it.each([
    ['declined', 'reset-after'],
    ['tentative', 'reset-after'],
    ['declined', 'reset-before'],
    ['accepted', 'reset-before'],
  ] as const)('%s is given once where the first one met %s', async (answer, kind) => {
    const world = await openOutlook();
    invite(world);
    const id = await onlyId(world);
    world.sandbox.setFaults({
      seed: 1,
      rules: [{ provider: 'microsoft', method: 'POST', path: '/events/', probability: 1, kind, times: 1 }],
    });
    expect(unwrap(await world.mailbox.calendar.answer(request(id, answer)))).toMatchObject({
      already: false,
      commentCarried: true,
    });
    expect(answersIn(world)).toMatchObject([{ from: ana, detail: answer, comment: 'A document instead' }]);
  });

  it('whose fate stays unknown says so', async () => {
    const world = await openOutlook();
    invite(world);
    const id = await onlyId(world);
    world.sandbox.setFaults({
      seed: 1,
      rules: [
        { provider: 'microsoft', method: 'POST', path: '/events/', probability: 1, kind: 'reset-before' },
      ],
    });
    expect(codeOf(await world.mailbox.calendar.answer(request(id, 'declined')))).toBe('outcome-unknown');
    expect(answersIn(world)).toEqual([]);
  });

  it('names a moved occurrence by the start that the rule gave it', async () => {
    const world = await openOutlook();
    const { key } = invite(world, { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] });
    const moved = meetingMs + 86_400_000;
    world.sandbox.parts.engine.update(
      { key, originalStart: '20261112T130000Z' },
      {
        start: { kind: 'instant', ms: moved, zone: 'Europe/Paris' },
        end: { kind: 'instant', ms: moved + 3_600_000, zone: 'Europe/Paris' },
      },
      true,
    );
    const meetingId = await onlyId(world);
    const originalStart = { kind: 'instant', ms: meetingMs + 7 * 86_400_000, zone: null } as const;
    const target = { meetingId, originalStart };
    unwrap(await world.mailbox.calendar.answer({ ...request(meetingId, 'declined'), target }));
    expect(answersIn(world)).toMatchObject([{ originalStart: '20261112T130000Z', detail: 'declined' }]);
    const nowhere = { ...originalStart, ms: meetingMs + 86_400_000 };
    const wrong = { meetingId, originalStart: nowhere };
    expect(
      codeOf(await world.mailbox.calendar.answer({ ...request(meetingId, 'declined'), target: wrong })),
    ).toBe('not-found');
  });

  it('is not asked of the owner for what they called themselves from another account', async () => {
    const world = await openOutlook();
    invite(world);
    const id = await onlyId(world);
    const both = world.open({ otherAddresses: [ben] });
    expect(codeOf(await both.calendar.answer(request(id, 'declined')))).toBe('is-organizer');
  });
});

describe('undo of a decline that Graph does not take back', () => {
  it('makes one entry and one mail, however often it is asked for', async () => {
    const world = await openOutlook({ positions: { 'microsoft.undo-decline': 'refused' } });
    invite(world, { summary: 'Pricing' });
    const id = await onlyId(world);
    const { before } = unwrap(await world.mailbox.calendar.answer(request(id, 'declined')));
    const undo = () => world.mailbox.calendar.undoAnswer({ meetingId: id, originalStart: null }, before);
    const first = unwrap(await undo());
    expect(first).toMatchObject({ kind: 'replaced', what: 'own-copy' });
    expect(unwrap(await undo())).toEqual(first);
    expect(mailsIn(world)).toMatchObject([{ from: ana, to: [ben], detail: 'Decline withdrawn: Pricing' }]);
    const copies = world.sandbox.parts.engine
      .copies(ana)
      .filter(({ folder }) => folder === 'calendar')
      .map(({ fields, own }) => ({ start: fields.start, guests: fields.guests, showAs: own.showAs }));
    expect(copies).toMatchObject([{ start: { ms: meetingMs }, guests: [], showAs: 'tentative' }]);
  });

  it('keeps the text of a private meeting out of the entry and the mail', async () => {
    const world = await openOutlook({ positions: { 'microsoft.undo-decline': 'refused' } });
    invite(world, { summary: 'Zebracode', visibility: 'private' });
    const id = await onlyId(world);
    const { before } = unwrap(await world.mailbox.calendar.answer(request(id, 'declined')));
    unwrap(await world.mailbox.calendar.undoAnswer({ meetingId: id, originalStart: null }, before));
    const copy = world.sandbox.parts.engine.copies(ana).find(({ organizer }) => organizer === ana);
    expect(copy?.fields).toMatchObject({ visibility: 'private' });
    expect(JSON.stringify([copy, mailsIn(world)])).not.toMatch(/zebracode/i);
  });

  it('leaves alone what is gone for good', async () => {
    const world = await openOutlook();
    const before = { answer: 'accepted', comment: null, given: 'declined', entryId: 'AAkAnothing' } as const;
    const target = { meetingId: 'AAkAnothing', originalStart: null };
    expect(unwrap(await world.mailbox.calendar.undoAnswer(target, before))).toEqual({
      kind: 'left-alone',
      why: 'gone',
    });
  });
});
