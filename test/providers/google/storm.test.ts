import { describe, expect, it } from '@jest/globals';
import type { FaultPlan } from '../../../src/sandbox/faults/fault-plan.ts';
import { ana, dayMs, hourMs, openGoogleSandbox, slotAt, tuesdayMs, value, weeks } from './open-sandbox.ts';

const storm = (seed: number): FaultPlan => ({
  seed,
  rules: [
    { kind: 'reset-after', probability: 0.08 },
    { kind: 'half-answer', probability: 0.08 },
    { kind: 'reset-before', probability: 0.05 },
    { kind: 'server-error', probability: 0.08 },
    { kind: 'rate-limit', probability: 0.08 },
  ],
});

/** Meetings made, answered, moved, undone and cancelled; what everybody sees at the end. */
async function run(plan: FaultPlan | null) {
  const { sandbox, a, b } = await openGoogleSandbox({}, { attempts: 12, firstPauseMs: 1, longestPauseMs: 5 });
  sandbox.setFaults(plan);
  for (let index = 0; index < 6; index += 1) {
    const at = tuesdayMs + index * dayMs;
    const slot = slotAt(at);
    const { id } = value(
      await b.calendar.createMeeting({
        key: `act-${index}`,
        summary: `Talk ${index}`,
        description: '',
        slot,
        attendees: [{ email: ana, optional: false }],
      }),
    );
    const target = { meetingId: id, originalStart: null };
    const answered = value(
      await a.calendar.answer({ target, answer: 'declined', comment: 'no', proposal: null, version: null }),
    );
    if (index % 3 === 0) value(await a.calendar.undoAnswer(target, answered.before));
    if (index % 3 === 1) value(await b.calendar.moveMeeting(target, { ...slot, startMs: at - hourMs }, null));
    if (index % 3 === 2) value(await b.calendar.cancelMeeting(target, null, null));
    value(await a.calendar.holdTime({ key: `hold-${index}`, title: 'Focus', slot, autoDecline: 'none' }));
  }
  const { changes } = value(await a.calendar.pullChanges(null, weeks));
  const faulted = sandbox.exchanges.filter((one) => one.faulted !== null).length;
  sandbox.setFaults(null);
  const acts = sandbox.parts.acts
    .all()
    .map(({ kind, from, to, detail, comment }) => ({ kind, from, to, detail, comment }));
  await sandbox.close();
  return { changes: JSON.stringify(changes.map(essence)), acts, faulted };
}

/** Without what differs from run to run: the etag and ids of the sandbox. */
function essence(change: unknown): unknown {
  return JSON.parse(
    JSON.stringify(change, (name, part) => (['version', 'createdMs'].includes(name) ? undefined : part)),
  );
}

describe('Google provider in a storm', () => {
  it.each([1, 2, 3])(
    'ends as it does in calm weather, with every visible act once (seed %d)',
    async (seed) => {
      const calm = await run(null);
      const rough = await run(storm(seed));
      expect(calm.faulted).toBe(0);
      expect(rough.faulted).toBeGreaterThan(10);
      expect(rough.changes).toEqual(calm.changes);
      expect(rough.acts).toEqual(calm.acts);
    },
  );
});
