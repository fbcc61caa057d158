import { describe, expect, it } from '@jest/globals';
import { tellHead } from '../../../src/app/audit/tell-head.ts';
import { liftFallback } from '../../../src/app/brake/fallback.ts';
import { allowAnswers, stopAnswers } from '../../../src/app/brake/stop-answers.ts';
import { undoCase } from '../../../src/app/brake/undo-case.ts';
import { undoRule } from '../../../src/app/brake/undo-rule.ts';
import { leaveMailbox } from '../../../src/app/mailboxes/leave-mailbox.ts';
import { invite, owner } from '../../contract/world.ts';
import { type LiveGate, liveGates } from '../effects/live-gate.ts';
import { createMemoryLog } from '../intake/webhook-requests.ts';

const openGate = liveGates();
const actor = 'ada@kiln.example';

async function actions({ inside }: LiveGate) {
  const rows = await inside(({ audit }) => audit.after(0, 100));
  return rows.map(({ action, content }) => [action, content?.actor, content?.subject]);
}

describe('the audit log of acts', () => {
  it('names who did what to whom, once for each act that changed something', async () => {
    const gate = await openGate('google');
    const { deps, organizationId, mailboxId } = gate;
    invite(gate.world);
    await gate.pull();
    await gate.act();
    const { id } = await gate.onlyCase();
    for (const each of [undoCase, undoCase]) await each(deps, organizationId, id, owner);
    for (const each of [stopAnswers, stopAnswers, allowAnswers, allowAnswers])
      await each(deps, organizationId, actor);
    const fallback = { rule: 'no-meeting-day', sinceMs: 0, answered: 9, forecast: 1 };
    await gate.inside((tx) => tx.fallbacks.add(fallback));
    for (const each of [liftFallback, liftFallback])
      await each(deps, organizationId, 'no-meeting-day', actor);
    await undoRule(deps, organizationId, { rule: 'no-meeting-day', sinceMs: 0 }, actor);
    for (const each of [leaveMailbox, leaveMailbox])
      await each(deps, organizationId, mailboxId, { withdrawAnswers: false, actor });
    expect(await actions(gate)).toEqual([
      ['case.undone', owner, id],
      ['brake.stopped', actor, null],
      ['brake.released', actor, null],
      ['fallback.lifted', actor, 'no-meeting-day'],
      ['rule.undone', actor, 'no-meeting-day'],
      ['mailbox.left', actor, owner],
    ]);
  });

  it('names the owner where somebody else acts on a case', async () => {
    const gate = await openGate('google');
    invite(gate.world);
    await gate.pull();
    const { id } = await gate.onlyCase();
    await undoCase(gate.deps, gate.organizationId, id, actor);
    const [row] = await gate.inside(({ audit }) => audit.after(0, 1));
    expect(row?.content).toMatchObject({ actor, subject: owner, data: { caseId: id } });
  });

  it('tells its head once a day, in a line of the log that names nobody', async () => {
    const gate = await openGate('google');
    const { deps, organizationId } = gate;
    const log = createMemoryLog();
    await tellHead({ ...deps, log }, organizationId);
    await stopAnswers(deps, organizationId, actor);
    const tell = () => tellHead({ ...deps, log }, organizationId);
    await tell();
    await tell();
    gate.pass(86_400_001);
    await tell();
    const fields = { organizationId, seq: 1, chain: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect(log.lines).toEqual([1, 2].map(() => ({ level: 'info', event: 'audit-head', fields })));
  });
});
