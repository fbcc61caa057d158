import { describe, expect, it } from '@jest/globals';
import type { AnswerRequest } from '../../../src/app/ports/calendar.ts';
import type { EventTime } from '../../../src/core/meeting/event-time.ts';
import { occurrenceKey } from '../../../src/sandbox/calendar/calendar-engine.ts';
import type { EventCopy } from '../../../src/sandbox/calendar/event-copy.ts';
import {
  actsOf,
  type ContractWorld,
  colleague,
  copyOf,
  elsewhere,
  entryOf,
  group,
  guest,
  invite,
  maybeEntryOf,
  type OpenWorld,
  owner,
  refusalOf,
  unwrap,
} from '../world.ts';

const decline = (meetingId: string, change: Partial<AnswerRequest> = {}): AnswerRequest => ({
  target: { meetingId, originalStart: null },
  answer: 'declined',
  comment: 'Wednesday is free of meetings. https://gate.example/o/1',
  proposal: null,
  version: null,
  ...change,
});

const weekly = {
  start: { kind: 'instant', ms: Date.parse('2026-11-25T13:00:00Z'), zone: 'Europe/Paris' },
  end: { kind: 'instant', ms: Date.parse('2026-11-25T14:00:00Z'), zone: 'Europe/Paris' },
  recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=4'],
} as const;
const second: EventTime = { kind: 'instant', ms: Date.parse('2026-12-02T13:00:00Z'), zone: 'Europe/Paris' };
const secondKey = occurrenceKey({ kind: 'instant', ms: second.ms, zone: 'Europe/Paris' });

/** What the organizer's copy says of the owner. */
function seenByOrganizer(world: ContractWorld, event: EventCopy) {
  return copyOf(world, event, colleague).fields.guests.find(({ address }) => address === owner);
}

/**
 * A copy without what every change counts. Google shows a guest's comment; Outlook only mails it, and an undo there
 * says in a mail of its own that the answer was withdrawn.
 */
function ownCopy(
  { version, updatedMs, sequence, exceptions, ...rest }: EventCopy,
  { provider }: ContractWorld,
) {
  const hidden = ['answeredAtMs', 'version', ...(provider.name === 'google' ? [] : ['comment'])];
  const text = JSON.stringify(rest, (name, part) => (hidden.includes(name) ? undefined : part));
  return { ...JSON.parse(text), exceptions: Object.keys(exceptions) };
}

export function describeAnswering(open: OpenWorld): void {
  describe('an answer', () => {
    it.each(['accepted', 'tentative', 'declined'] as const)(
      '%s reaches the organizer, once',
      async (answer) => {
        const world = await open();
        const event = invite(world);
        const { meeting, version } = await entryOf(world, event);
        const receipt = unwrap(await world.mailbox.calendar.answer(decline(meeting.id, { answer, version })));
        expect(receipt).toMatchObject({
          already: false,
          commentCarried: true,
          proposalCarried: 'no',
          before: { answer: 'needs-action', given: answer },
        });
        expect(seenByOrganizer(world, event)).toMatchObject({ answer });
        expect(actsOf(world, 'answer')).toMatchObject([
          {
            from: owner,
            uid: event.uid,
            detail: answer,
            comment: expect.stringContaining('https://gate.example/o/1'),
          },
        ]);
        const others = copyOf(world, event, colleague).fields.guests.filter(
          ({ address }) => address !== owner,
        );
        expect(others).toMatchObject([{ address: elsewhere, answer: 'needsAction' }]);
      },
    );

    it('that stands already is not sent again', async () => {
      const world = await open();
      const event = invite(world);
      const { meeting } = await entryOf(world, event);
      const request = decline(meeting.id, { answer: 'tentative' });
      unwrap(await world.mailbox.calendar.answer(request));
      expect(unwrap(await world.mailbox.calendar.answer(request))).toMatchObject({ already: true });
      expect(actsOf(world, 'answer')).toHaveLength(1);
    });

    it('a decline asked for twice is one decline', async () => {
      const world = await open();
      const event = invite(world);
      const { meeting } = await entryOf(world, event);
      unwrap(await world.mailbox.calendar.answer(decline(meeting.id)));
      const again = await world.mailbox.calendar.answer(decline(meeting.id));
      expect(again.ok ? again.value.already : again.problem.code).toEqual(again.ok ? true : 'not-found');
      expect(actsOf(world, 'answer')).toHaveLength(1);
    });

    it('to a meeting that changed since it was looked at is not given', async () => {
      const world = await open();
      const event = invite(world);
      const { meeting, version } = await entryOf(world, event);
      const { key } = copyOf(world, event, colleague);
      world.sandbox.parts.engine.update({ key, originalStart: null }, { location: 'Warsaw' }, true);
      expect(refusalOf(await world.mailbox.calendar.answer(decline(meeting.id, { version })))).toBe(
        'changed-meanwhile',
      );
      expect(actsOf(world, 'answer')).toEqual([]);
    });

    it('is refused for an own meeting, and for one that is not there', async () => {
      const world = await open();
      const event = invite(world, { guests: [guest(elsewhere)] }, owner);
      const { meeting } = await entryOf(world, event);
      expect(refusalOf(await world.mailbox.calendar.answer(decline(meeting.id)))).toBe('is-organizer');
      expect(refusalOf(await world.mailbox.calendar.answer(decline('never0there')))).toBe('not-found');
      expect(actsOf(world, 'answer')).toEqual([]);
    });

    it('of somebody who was invited through a group is given only where the list has their own entry', async () => {
      const world = await open();
      const event = invite(world, { guests: [guest(group)] });
      const entry = await entryOf(world, event);
      const listed =
        world.provider.name === 'google' && world.positions['google.group-invitation'] === 'self-entry';
      expect(entry.owner.role).toBe(listed ? 'attendee' : 'unlisted');
      const outcome = await world.mailbox.calendar.answer(decline(entry.meeting.id));
      expect(refusalOf(outcome)).toBe(listed ? 'accepted' : 'not-an-attendee');
    });

    it('to a meeting that asks for none is set without a word to the organizer', async () => {
      const world = await open();
      const event = invite(world, { answersRequested: false });
      const { meeting, answerRequested } = await entryOf(world, event);
      const receipt = unwrap(await world.mailbox.calendar.answer(decline(meeting.id)));
      // Google has no such wish: there the answer goes out as always.
      if (world.provider.name === 'google') expect(answerRequested).toBe(true);
      else {
        expect({ answerRequested, carried: receipt.commentCarried }).toEqual({
          answerRequested: false,
          carried: false,
        });
        expect(actsOf(world, 'answer')).toEqual([]);
      }
    });

    it('carries another time: as a proposal where the calendar has it, else in the words', async () => {
      const world = await open();
      const event = invite(world);
      const { meeting } = await entryOf(world, event);
      const startMs = Date.parse('2026-11-26T10:00:00Z');
      const proposal = { startMs, endMs: startMs + 3_600_000, zone: 'Europe/Paris' };
      const receipt = unwrap(
        await world.mailbox.calendar.answer(decline(meeting.id, { answer: 'tentative', proposal })),
      );
      expect(receipt.proposalCarried).toBe(world.provider.capabilities.proposeTime);
      const seen = seenByOrganizer(world, event);
      if (receipt.proposalCarried === 'native') expect(seen?.proposal?.start).toMatchObject({ ms: startMs });
      else expect(actsOf(world, 'answer')[0]?.comment).toMatch(/26 Nov\w* 2026,? 11:00.*Europe\/Paris/);
    });

    it('carries another time in words where the organizer takes no proposals', async () => {
      const world = await open();
      const event = invite(world, { proposalsAllowed: false });
      const { meeting } = await entryOf(world, event);
      const startMs = Date.parse('2026-11-26T10:00:00Z');
      const proposal = { startMs, endMs: startMs + 3_600_000, zone: 'Europe/Paris' };
      const receipt = unwrap(await world.mailbox.calendar.answer(decline(meeting.id, { proposal })));
      expect(receipt.proposalCarried).toBe('in-comment');
      expect(actsOf(world, 'answer')[0]?.comment).toMatch(/26 Nov\w* 2026,? 11:00/);
    });

    it('to one occurrence leaves the others open', async () => {
      const world = await open();
      const event = invite(world, { ...weekly, recurrence: [...weekly.recurrence] });
      const { meeting } = await entryOf(world, event);
      const target = { meetingId: meeting.id, originalStart: second };
      const receipt = unwrap(await world.mailbox.calendar.answer(decline(meeting.id, { target })));
      expect(receipt.already).toBe(false);
      expect(actsOf(world, 'answer')).toMatchObject([{ originalStart: secondKey, detail: 'declined' }]);
      expect(seenByOrganizer(world, event)).toMatchObject({ answer: 'needsAction' });
      const after = await entryOf(world, event);
      expect(after.meeting.occurrences.filter(({ counts }) => counts)).toHaveLength(3);
      expect(after.owner.answer).toBe('needs-action');
    });

    it('to a whole series answers it whole, or says that it cannot', async () => {
      const world = await open();
      const event = invite(world, { ...weekly, recurrence: [...weekly.recurrence] });
      const { meeting } = await entryOf(world, event);
      const outcome = await world.mailbox.calendar.answer(decline(meeting.id));
      if (world.provider.name === 'microsoft' && world.positions['microsoft.decline-series'] === 'refused') {
        expect(refusalOf(outcome)).toBe('not-supported');
        expect(actsOf(world, 'answer')).toEqual([]);
        return;
      }
      unwrap(outcome);
      expect(actsOf(world, 'answer')).toMatchObject([{ originalStart: null, detail: 'declined' }]);
      expect(seenByOrganizer(world, event)).toMatchObject({ answer: 'declined' });
    });
  });

  describe('the undo of an answer', () => {
    const answered = async (
      world: ContractWorld,
      answer: 'tentative' | 'declined',
      earlier: 'accepted' | null,
    ) => {
      const event = invite(world);
      if (earlier !== null)
        world.sandbox.parts.engine.answer(
          { key: copyOf(world, event).key, originalStart: null },
          { answer: earlier, comment: null, proposal: null, send: true },
        );
      const copyBefore = copyOf(world, event);
      const { meeting } = await entryOf(world, event);
      const target = { meetingId: meeting.id, originalStart: null };
      const { before } = unwrap(await world.mailbox.calendar.answer(decline(meeting.id, { answer })));
      expect(before.answer).toBe(earlier ?? 'needs-action');
      // The receipt has to survive the store.
      const stored: typeof before = JSON.parse(JSON.stringify(before));
      return { event, copyBefore, target, before: stored };
    };

    it.each([
      ['tentative', 'accepted'],
      ['declined', 'accepted'],
      ['tentative', null],
      ['declined', null],
    ] as const)('%s after %s puts back what can be put back, and says which', async (answer, earlier) => {
      const world = await open();
      const { event, copyBefore, target, before } = await answered(world, answer, earlier);
      const result = unwrap(await world.mailbox.calendar.undoAnswer(target, before));
      const refused =
        world.provider.name === 'microsoft' &&
        answer === 'declined' &&
        world.positions['microsoft.undo-decline'] === 'refused';
      const exact = world.provider.name === 'google' || (earlier !== null && !refused);
      if (exact) {
        expect(result).toEqual({ kind: 'restored', answer: earlier ?? 'needs-action' });
        const now = copyOf(world, event);
        expect(seenByOrganizer(world, event)?.answer).toBe(earlier ?? 'needsAction');
        expect(ownCopy(now, world)).toEqual(ownCopy(copyBefore, world));
      } else if (refused) {
        expect(result).toMatchObject({ kind: 'replaced', what: 'own-copy' });
        expect(actsOf(world, 'mail')).toMatchObject([{ from: owner, to: [colleague] }]);
      } else expect(result).toMatchObject({ kind: 'replaced', what: 'nearest-answer' });
      // Whichever way: the time is in the owner's calendar again.
      const calendar = world.sandbox.parts.engine
        .copies(owner)
        .filter(
          ({ folder, fields: { cancelled, start } }) =>
            folder === 'calendar' &&
            !cancelled &&
            start.kind === 'instant' &&
            start.ms === Date.parse('2026-11-25T13:00:00Z'),
        );
      expect(calendar).toHaveLength(1);
    });

    it('leaves alone what the owner answered since', async () => {
      const world = await open();
      const { event, target, before } = await answered(world, 'tentative', null);
      world.sandbox.parts.engine.answer(
        { key: copyOf(world, event).key, originalStart: null },
        { answer: 'accepted', comment: null, proposal: null, send: true },
      );
      expect(unwrap(await world.mailbox.calendar.undoAnswer(target, before))).toEqual({
        kind: 'left-alone',
        why: 'answered-since',
      });
      expect(seenByOrganizer(world, event)?.answer).toBe('accepted');
    });

    it('leaves alone what was called off since', async () => {
      const world = await open();
      const { event, target, before } = await answered(world, 'tentative', null);
      world.sandbox.parts.engine.remove(
        { key: copyOf(world, event, colleague).key, originalStart: null },
        true,
        null,
      );
      const answersBefore = actsOf(world, 'answer').length;
      expect(unwrap(await world.mailbox.calendar.undoAnswer(target, before))).toMatchObject({
        kind: 'left-alone',
        why: expect.stringMatching(/gone|cancelled/),
      });
      expect(actsOf(world, 'answer')).toHaveLength(answersBefore);
    });

    it('asked for twice is done once', async () => {
      const world = await open();
      const { target, before } = await answered(world, 'tentative', 'accepted');
      unwrap(await world.mailbox.calendar.undoAnswer(target, before));
      const acts = actsOf(world, 'answer').length;
      expect(unwrap(await world.mailbox.calendar.undoAnswer(target, before))).toEqual({
        kind: 'restored',
        answer: 'accepted',
      });
      expect(actsOf(world, 'answer')).toHaveLength(acts);
    });

    it('of one occurrence touches no other', async () => {
      const world = await open();
      const event = invite(world, { ...weekly, recurrence: [...weekly.recurrence] });
      const { meeting } = await entryOf(world, event);
      const target = { meetingId: meeting.id, originalStart: second };
      const { before } = unwrap(await world.mailbox.calendar.answer(decline(meeting.id, { target })));
      const result = unwrap(await world.mailbox.calendar.undoAnswer(target, before));
      expect(result.kind).not.toBe('left-alone');
      if (result.kind === 'replaced' && result.what === 'own-copy') return;
      const after = await entryOf(world, event);
      expect(after.meeting.occurrences.filter(({ counts }) => counts)).toHaveLength(4);
      expect((await maybeEntryOf(world, event))?.owner.answer).toBe('needs-action');
    });
  });
}
