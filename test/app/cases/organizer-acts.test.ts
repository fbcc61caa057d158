import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { undoCase } from '../../../src/app/brake/undo-case.ts';
import { convertCase } from '../../../src/app/cases/convert-case.ts';
import { decideCase } from '../../../src/app/cases/decide-case.ts';
import { justifyCase } from '../../../src/app/cases/justify-case.ts';
import { answered, entry, series } from './entries.ts';
import { type Gate, gates } from './gate.ts';
import { nowOf, onlyCase, openDeclined } from './one-case.ts';

const open = gates();
const kim = 'kim@acme.example';

const convert = ({ deps, organizationId }: Gate, id: string) => convertCase(deps, organizationId, id, kim);
const justify = ({ deps, organizationId }: Gate, id: string, how: Parameters<typeof justifyCase>[3]) =>
  justifyCase(deps, organizationId, id, how, kim);

/** An invite at a free hour that need not be live, declined for that. */
async function declinedForItsNeed() {
  const shown = entry({}, {});
  const gate = await open({
    policy: { noMeetingDays: [], answerConfidence: 0.5, enforcement: { default: 'enforce' } },
  });
  await gate.see(shown);
  const { id } = await onlyCase(gate);
  expect(await gate.carryOut(id)).toEqual(['answerInvite declined']);
  await gate.see(answered(shown, 'declined'));
  return { gate, id };
}

describe('writing it instead', () => {
  it('opens one document, whoever presses how often, and leaves the answer as it is', async () => {
    const { gate, id } = await openDeclined(open);
    expect(await Promise.all([convert(gate, id), convert(gate, id)])).toEqual(['converted', 'already']);
    expect(await nowOf(gate)).toEqual({ state: 'thread.open', effects: ['openThread'] });
    expect((await gate.steps(id)).at(-1)).toMatchObject({ event: 'CONVERTED', actor: kim });
  });

  it('is over where the owner wants the meeting as it is, or it has ended', async () => {
    const { gate, id } = await openDeclined(open);
    await undoCase(gate.deps, gate.organizationId, id, 'sam@acme.example');
    expect(await convert(gate, id)).toBe('over');
    const ended = await openDeclined(open);
    await ended.gate.report(ended.id, { type: 'ENDED' });
    expect(await convert(ended.gate, ended.id)).toBe('over');
    expect(await convert(gate, randomUUID())).toBe('unknown-case');
  });
});

describe('a decision', () => {
  const decision = { what: 'We ship on Friday.', why: 'It is ready.', notChosen: ['Monday'] };

  it('is kept with who decided it; the first one holds', async () => {
    const { gate, id } = await openDeclined(open);
    const decide = (what: string) =>
      decideCase(gate.deps, gate.organizationId, id, { ...decision, what }, kim);
    expect(await decide(decision.what)).toBe('not-open');
    await convert(gate, id);
    expect(await decide(decision.what)).toBe('decided');
    expect(await decide('Something else.')).toBe('not-open');
    expect(await gate.inside((tx) => tx.threads.find(id))).toMatchObject({
      decision: { ...decision, by: kim },
      decidedMs: gate.deps.clock.nowMs(),
    });
    expect(await onlyCase(gate)).toMatchObject({ closed: true });
    expect(await convert(gate, id)).toBe('already');
  });

  it('needs a case', async () => {
    const gate = await open();
    expect(await decideCase(gate.deps, gate.organizationId, randomUUID(), decision, kim)).toBe(
      'unknown-case',
    );
  });
});

describe('a reason', () => {
  it('takes the decline back where it shows that people have to meet', async () => {
    const { gate, id } = await declinedForItsNeed();
    expect(await justify(gate, id, { purpose: 'feedback' })).toBe('judged');
    expect(await onlyCase(gate)).toMatchObject({ state: 'admitted', verdict: 'meet', wouldAct: 'none' });
    expect(await gate.carryOut(id)).toEqual(['withdrawAnswer']);
    expect(await justify(gate, id, { purpose: 'feedback' })).toBe('not-waiting');
  });

  it('that changes nothing leaves the answer that stands', async () => {
    const { gate, id } = await declinedForItsNeed();
    expect(await justify(gate, id, {})).toBe('judged');
    expect(await onlyCase(gate)).toMatchObject({ state: 'declined', revision: 1 });
  });

  it('never lifts a protection of time', async () => {
    const { gate, id } = await openDeclined(open);
    await justify(gate, id, { purpose: 'feedback' });
    expect(await onlyCase(gate)).toMatchObject({ state: 'declined', rule: 'no-meeting-day' });
  });

  it('is asked of nobody where a person decided, or nothing is known', async () => {
    const { gate, id } = await openDeclined(open);
    await undoCase(gate.deps, gate.organizationId, id, 'sam@acme.example');
    expect(await justify(gate, id, { purpose: 'feedback' })).toBe('not-waiting');
    expect(await justify(gate, randomUUID(), {})).toBe('unknown-case');
  });

  it('for one occurrence of a series counts for that one', async () => {
    const gate = await open({ policy: { enforcement: { default: 'observe', 'no-meeting-day': 'enforce' } } });
    await gate.see(series(['2026-11-25T10:00:00Z', '2026-11-27T10:00:00Z']));
    const record = (await gate.cases()).find(({ occurrence }) => occurrence !== '');
    expect(await justify(gate, record?.id ?? '', { purpose: 'feedback' })).toBe('judged');
    const revisions = (await gate.cases()).map(({ occurrence, revision }) => [occurrence, revision]);
    expect(revisions).toEqual([
      ['', 0],
      ['2026-11-25T10:00:00.000Z', 1],
    ]);
  });
});
