import { describe, expect, it } from '@jest/globals';
import {
  actsOf,
  colleague,
  elsewhere,
  entriesOf,
  entryOf,
  group,
  guest,
  invite,
  type OpenWorld,
  outside,
  owner,
  refusalOf,
  room,
  unwrap,
  window,
} from '../world.ts';

/** Whose calendar it is, and who the owner is in a meeting: docs/calendars.md says it in words. */
export function describeWhose(open: OpenWorld): void {
  describe('a room', () => {
    it('is a guest that is no person: a meeting with nobody but a room is the owner’s alone', async () => {
      const world = await open();
      const event = invite(world, { guests: [guest(room, { resource: true })] }, owner);
      const entry = await entryOf(world, event);
      expect(entry.owner.role).toBe('alone');
      expect(entry.meeting.attendees.find(({ email }) => email === room)?.kind).toMatch(/room|resource/);
    });
  });

  describe('a group', () => {
    it('stands in the guest list as one guest, and nobody’s answer is made up', async () => {
      const world = await open();
      const event = invite(world, { guests: [guest(group), guest(elsewhere)] });
      const { meeting } = await entryOf(world, event);
      const team = meeting.attendees.find(({ email }) => email === group);
      expect(team).toMatchObject({ answer: 'needs-action', self: false });
    });
  });

  describe('one person with two accounts', () => {
    it('is the organizer of what the other account called', async () => {
      const world = await open();
      const event = invite(world, { guests: [guest(owner), guest(colleague)] }, elsewhere);
      const mailbox = world.open(owner, { otherAddresses: [elsewhere] });
      const [entry] = entriesOf(unwrap(await mailbox.calendar.pullChanges(null, window)));
      expect(entry?.owner.role).toBe('organizer');
      const answer = {
        target: { meetingId: entry?.meeting.id ?? '', originalStart: null },
        answer: 'declined',
        comment: null,
        proposal: null,
        version: null,
      } as const;
      expect(refusalOf(await mailbox.calendar.answer(answer))).toBe('is-organizer');
      expect(actsOf(world, 'answer')).toEqual([]);
      expect((await entryOf(world, event)).owner.role).toBe('attendee');
    });
  });

  describe('a calendar of somebody else', () => {
    it('is not in what the owner’s mailbox tells', async () => {
      const world = await open();
      invite(world, { guests: [guest(elsewhere)] });
      const { changes } = unwrap(await world.mailbox.calendar.pullChanges(null, window));
      expect(changes).toEqual([]);
    });
  });

  describe('an organizer from outside', () => {
    it('is answered like every other', async () => {
      const world = await open();
      const event = invite(world, {}, outside);
      const { meeting, owner: role } = await entryOf(world, event);
      expect(meeting.organizer).toMatchObject({ email: outside, self: false });
      expect(role).toMatchObject({ role: 'attendee' });
      const target = { meetingId: meeting.id, originalStart: null };
      unwrap(
        await world.mailbox.calendar.answer({
          target,
          answer: 'declined',
          comment: 'In writing, please.',
          proposal: null,
          version: null,
        }),
      );
      expect(actsOf(world, 'answer')).toMatchObject([{ from: owner, to: [outside], detail: 'declined' }]);
    });
  });
}
