import { describe, expect, it } from '@jest/globals';
import {
  colleague,
  dayMs,
  elsewhere,
  guest,
  hourMs,
  invite,
  type OpenWorld,
  outside,
  owner,
  unwrap,
} from '../world.ts';

const day = { fromMs: Date.parse('2026-11-25T00:00:00Z'), toMs: Date.parse('2026-11-26T00:00:00Z') };

export function describeAvailability(open: OpenWorld): void {
  describe('who is free', () => {
    it('is known for the people of the company and unknown for everybody else; unknown is never free', async () => {
      const world = await open();
      invite(world, { guests: [guest(owner, { answer: 'accepted' })] });
      const asked = [colleague, outside, owner, 'nobody@kiln.example'];
      const answers = unwrap(await world.mailbox.calendar.freeBusy(asked, day));
      expect(answers.map(({ email }) => email)).toEqual(asked);
      expect(answers.map(({ known }) => known)).toEqual([true, false, true, false]);
      const taken = { fromMs: Date.parse('2026-11-25T13:00:00Z'), toMs: Date.parse('2026-11-25T14:00:00Z') };
      expect(answers[0]).toMatchObject({ taken: [{ ...taken, as: 'busy' }] });
      expect(answers[1]).toEqual({ email: outside, known: false, why: expect.any(String) });
    });

    it('is asked in as many requests as it takes', async () => {
      const world = await open();
      const many = Array.from({ length: 64 }, (_, index) => `nobody${index}@kiln.example`);
      const answers = unwrap(await world.mailbox.calendar.freeBusy([...many, colleague], day));
      expect(answers).toHaveLength(65);
      expect(answers.filter(({ known }) => known)).toHaveLength(1);
    });

    it('of nobody is nobody', async () => {
      const world = await open();
      expect(unwrap(await world.mailbox.calendar.freeBusy([], day))).toEqual([]);
    });

    it('names an entry that is only tentative where the calendar tells it apart', async () => {
      const world = await open();
      const event = invite(world, { guests: [guest(owner)] });
      const { engine } = world.sandbox.parts;
      const copy = engine.findByUid(owner, event.uid);
      engine.answer(
        { key: copy?.key ?? '', originalStart: null },
        { answer: 'tentative', comment: null, proposal: null, send: true },
      );
      const [answer] = unwrap(await world.mailbox.calendar.freeBusy([owner], day));
      const free =
        world.provider.name === 'google' && world.positions['google.unanswered-is-busy'] === 'free';
      const as = world.provider.capabilities.freeBusyKinds === 'by-kind' ? 'tentative' : 'busy';
      expect(answer).toMatchObject({ known: true, taken: free ? [] : [{ as }] });
    });
  });

  describe('the hours of the owner', () => {
    it('have a zone, and working hours where the calendar knows them', async () => {
      const world = await open();
      const hours = unwrap(await world.mailbox.calendar.ownerHours());
      expect(hours.zone).toBe('Europe/Paris');
      if (world.provider.capabilities.workingHours === 'zone-only') expect(hours.workingHours).toBeNull();
      else {
        expect(hours.workingHours).toHaveLength(1);
        expect(hours.workingHours?.[0]?.weekdays).toEqual([1, 2, 3, 4, 5]);
      }
    });
  });

  describe('a window of a month', () => {
    it('is one question', async () => {
      const world = await open();
      invite(
        world,
        {
          start: { kind: 'instant', ms: day.fromMs + 9 * hourMs, zone: 'Europe/Paris' },
          end: { kind: 'instant', ms: day.fromMs + 10 * hourMs, zone: 'Europe/Paris' },
          recurrence: ['RRULE:FREQ=DAILY;COUNT=60'],
          guests: [guest(elsewhere)],
        },
        owner,
      );
      const month = { fromMs: day.fromMs, toMs: day.fromMs + 31 * dayMs };
      const [answer] = unwrap(await world.mailbox.calendar.freeBusy([owner], month));
      expect(answer?.known ? answer.taken : []).toHaveLength(31);
    });
  });
}
