import { describe, expect, it } from '@jest/globals';
import { type OpenWorld, owner, unwrap } from '../world.ts';

export function describePacing(open: OpenWorld): void {
  describe('a mailbox that is opened twice', () => {
    it('keeps one pace: never more at once than one may', async () => {
      const world = await open();
      const mailboxes = [world.mailbox, world.open(owner), world.open(owner)];
      const day = { fromMs: Date.parse('2026-11-25T00:00:00Z'), toMs: Date.parse('2026-11-26T00:00:00Z') };
      // Slow answers, so that requests meet.
      world.sandbox.setFaults({ seed: 1, rules: [{ kind: 'slow', probability: 1, delayMs: 20 }] });
      const questions = Array.from({ length: 8 }, () =>
        mailboxes.map((mailbox) => mailbox.calendar.freeBusy([owner], day)),
      );
      for (const answer of await Promise.all(questions.flat())) unwrap(answer);
      const { mostSeen, refused } = world.sandbox.limits()['microsoft mailbox at once'] ?? {
        mostSeen: 0,
        refused: 0,
      };
      expect(refused).toBe(0);
      expect(mostSeen).toBeLessThanOrEqual(4);
      if (world.provider.name === 'microsoft') expect(mostSeen).toBe(4);
    });
  });
}
