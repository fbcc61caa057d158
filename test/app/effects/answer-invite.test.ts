import { describe, expect, it } from '@jest/globals';
import { allowAnswers, stopAnswers } from '../../../src/app/brake/stop-answers.ts';
import { undoCase } from '../../../src/app/brake/undo-case.ts';
import { reportToCase } from '../../../src/app/cases/report-to-case.ts';
import { carryOut } from '../../../src/app/effects/carry-out.ts';
import type { AnswerReceipt, AnswerRequest, MailboxCalendar } from '../../../src/app/ports/calendar.ts';
import type { Outcome } from '../../../src/app/ports/problem.ts';
import type { CalendarProvider } from '../../../src/app/ports/provider.ts';
import type { EffectRecord } from '../../../src/app/ports/store/effects.ts';
import { copyOf, dayMs, fields, guest, hourMs, invite, owner } from '../../contract/world.ts';
import { killAt, type LiveGate, leaseOverMs, liveGates, providers } from './live-gate.ts';

const openGate = liveGates();

/** An invite for the free Wednesday, judged, with its answer waiting to be given. */
async function withWaitingAnswer(gate: LiveGate) {
  const event = invite(gate.world);
  await gate.pull();
  const [effect] = await gate.open('answerInvite');
  if (effect === undefined) throw new Error('no answer waits');
  return { event, effect };
}

const find = async (gate: LiveGate, { id }: EffectRecord) => gate.inside((tx) => tx.effects.find(id));

/** The owner answers with their own hand. */
function answerByHand({ world }: LiveGate, event: { uid: string }, answer: 'accepted' | 'declined'): void {
  const { key } = copyOf(world, event);
  world.sandbox.parts.engine.answer(
    { key, originalStart: null },
    { answer, comment: null, proposal: null, send: true },
  );
}

type Answers = MailboxCalendar['answer'];

/** The organizer moves it to Thursday. */
function move({ world }: LiveGate, { key }: { readonly key: string }): void {
  const { start, end } = fields();
  if (start.kind !== 'instant' || end.kind !== 'instant') throw new Error('no instants');
  const moved = { start: { ...start, ms: start.ms + dayMs }, end: { ...end, ms: end.ms + dayMs } };
  world.sandbox.parts.engine.update({ key, originalStart: null }, moved, true);
}

/** As it reaches a calendar that compares no versions, when the organizer was a moment faster. */
const movedJustBefore =
  (gate: LiveGate, event: { readonly key: string }) => (request: AnswerRequest, answer: Answers) => {
    move(gate, event);
    return answer({ ...request, version: null });
  };

/** The gate's provider, whose answers to an answer are these: what was asked for is not done. */
const answeringWith = (gate: LiveGate, outcome: Outcome<AnswerReceipt>): LiveGate['deps']['providers'] =>
  answeringBy(gate, async () => outcome);

/** The gate's provider, which answers like this. @param answers gets what it would have done */
function answeringBy(
  { deps, world: { provider } }: LiveGate,
  answers: (request: AnswerRequest, answer: Answers) => ReturnType<Answers>,
): LiveGate['deps']['providers'] {
  const openMailbox: CalendarProvider['openMailbox'] = (account, events) => {
    const mailbox = provider.openMailbox(account, events);
    const answer: Answers = (request) => answers(request, mailbox.calendar.answer);
    return { ...mailbox, calendar: { ...mailbox.calendar, answer } };
  };
  return { ...deps.providers, [provider.name]: { ...provider, openMailbox } };
}

describe.each(providers)('answering an invite on %s', (name) => {
  it('declines once, with the reason, the offer and a way to undo it', async () => {
    const gate = await openGate(name);
    const { effect } = await withWaitingAnswer(gate);
    await gate.act();
    const [answer, ...others] = gate.answers();
    expect(others).toEqual([]);
    expect(answer?.detail).toBe('declined');
    expect(answer?.comment).toContain('kept free of meetings');
    expect(answer?.comment).toMatch(/https:\/\/gate\.example\/o\/[\w-]{22}/);
    expect(await gate.onlyCase()).toMatchObject({ state: 'declined', overridden: false });
    expect(await find(gate, effect)).toMatchObject({ state: 'done' });
    const [mail] = gate.world.mails().filter(({ subject }) => subject.startsWith('Automatically'));
    expect(mail?.to).toEqual([owner]);
    // Outlook keeps the HTML of a mail, Google both.
    expect(mail?.html).toMatch(/<a href="https:\/\/gate\.example\/c\/[\w-]{22}">Undo, or see why<\/a>/);
    expect(mail?.text).toContain('no-meeting-day');
  });

  it('does nothing the second time', async () => {
    const gate = await openGate(name);
    const { effect } = await withWaitingAnswer(gate);
    await gate.act();
    await carryOut(gate.deps, gate.organizationId, effect.id);
    await gate.pull();
    await gate.act();
    expect(gate.answers()).toHaveLength(1);
    expect(gate.mails()).toHaveLength(1);
  });

  it.each(['accepted', 'declined'] as const)('leaves it where the owner %s first', async (answer) => {
    const gate = await openGate(name);
    const { event, effect } = await withWaitingAnswer(gate);
    answerByHand(gate, event, answer);
    await gate.act();
    expect(gate.answers().map(({ detail }) => detail)).toEqual([answer]);
    const gone = name === 'microsoft' && answer === 'declined';
    expect(await find(gate, effect)).toMatchObject({ state: 'superseded', outcome: { why: 'by-hand' } });
    expect((await gate.onlyCase()).state).toBe('admitted');
    expect(gone || (await gate.inside((tx) => tx.answers.countByRule(0)))).toEqual(gone || {});
  });

  it('leaves the answer of the owner that came between the call and its end', async () => {
    const gate = await openGate(name);
    const { event } = await withWaitingAnswer(gate);
    await expect(gate.act({ onPoint: killAt('answerInvite:before-call') })).rejects.toThrow();
    answerByHand(gate, event, 'accepted');
    gate.pass(leaseOverMs);
    await gate.act();
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['accepted']);
    expect(await gate.inside((tx) => tx.answers.countByRule(0))).toEqual({});
  });

  it('judges again what the organizer changed meanwhile', async () => {
    const gate = await openGate(name);
    const { event, effect } = await withWaitingAnswer(gate);
    move(gate, event);
    expect(await carryOut(gate.deps, gate.organizationId, effect.id)).toMatchObject({ kind: 'again' });
    expect(gate.answers()).toEqual([]);
    await gate.pull();
    await gate.act();
    expect(gate.answers()).toEqual([]);
    expect(await find(gate, effect)).toMatchObject({ state: 'superseded', outcome: { why: 'outdated' } });
  });

  // Regression (fault run, seed 2): Outlook takes a declined entry away, so no reading told of the move.
  it('takes back what reached a meeting that was moved a moment before', async () => {
    const gate = await openGate(name);
    const { event } = await withWaitingAnswer(gate);
    await gate.act({ providers: answeringBy(gate, movedJustBefore(gate, event)) });
    await gate.pull();
    await gate.act();
    const back = name === 'google' ? 'needsAction' : 'tentative';
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['declined', back]);
    expect((await gate.onlyCase()).state).not.toBe('declined');
  });

  it('looks again at what moved while the process that had answered it was gone', async () => {
    const gate = await openGate(name);
    const { event } = await withWaitingAnswer(gate);
    const providers = answeringBy(gate, movedJustBefore(gate, event));
    await expect(gate.act({ providers, onPoint: killAt('answerInvite:after-call') })).rejects.toThrow();
    gate.pass(leaseOverMs);
    await gate.act();
    await gate.pull();
    await gate.act();
    const back = name === 'google' ? 'needsAction' : 'tentative';
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['declined', back]);
  });

  // Regression (fault run, seed 2): it counted as not given, and nobody was told.
  it.each(['before', 'after'] as const)(
    'tells the owner that it may have gone out where the meeting moved %s the process was killed at its call',
    async (when) => {
      const gate = await openGate(name);
      const { event, effect } = await withWaitingAnswer(gate);
      const onPoint = killAt(`answerInvite:${when}-call`);
      await expect(gate.act({ onPoint })).rejects.toThrow();
      move(gate, event);
      gate.pass(leaseOverMs);
      await gate.act();
      expect(await find(gate, effect)).toMatchObject({ state: 'in-doubt' });
      expect(gate.mails()).toEqual(['It is not certain whether this was answered: Roadmap review']);
      await gate.pull();
      await gate.act();
      expect(gate.answers()).toHaveLength(when === 'after' ? 1 : 0);
      expect((await gate.onlyCase()).state).not.toBe('declined');
    },
  );

  it('tells the owner too where the meeting was called off while the process was gone', async () => {
    const gate = await openGate(name);
    const { event, effect } = await withWaitingAnswer(gate);
    await expect(gate.act({ onPoint: killAt('answerInvite:before-call') })).rejects.toThrow();
    gate.world.sandbox.parts.engine.remove({ key: event.key, originalStart: null }, true, null);
    gate.pass(leaseOverMs);
    await gate.act();
    await gate.pull();
    await gate.act();
    expect(await find(gate, effect)).toMatchObject({ state: 'in-doubt' });
    expect(gate.mails()).toEqual(['It is not certain whether this was answered: Roadmap review']);
    expect(gate.answers()).toEqual([]);
    expect((await gate.onlyCase()).closed).toBe(true);
  });

  it('answers nothing while the brake is on, and asks the owner instead', async () => {
    const gate = await openGate(name);
    const { effect } = await withWaitingAnswer(gate);
    await stopAnswers(gate.deps, gate.organizationId, 'operator');
    await gate.act();
    await allowAnswers(gate.deps, gate.organizationId, 'operator');
    await gate.act();
    expect(gate.answers()).toEqual([]);
    expect(await find(gate, effect)).toMatchObject({ state: 'superseded', outcome: { why: 'stopped' } });
    expect((await gate.onlyCase()).state).toBe('waiting.offered');
    expect(gate.mails()).toEqual(['A proposal for this invite: Roadmap review']);
  });

  it('gives no answer that was undone before it was given', async () => {
    const gate = await openGate(name);
    await withWaitingAnswer(gate);
    const { id } = await gate.onlyCase();
    expect(await undoCase(gate.deps, gate.organizationId, id, owner)).toBe('undone');
    expect(await undoCase(gate.deps, gate.organizationId, id, owner)).toBe('already');
    await gate.act();
    expect(gate.answers()).toEqual([]);
  });

  it('drops the answer where the owner is no longer invited', async () => {
    const gate = await openGate(name);
    const { event, effect } = await withWaitingAnswer(gate);
    const guests = [guest('eva@kiln.example')];
    gate.world.sandbox.parts.engine.update({ key: event.key, originalStart: null }, { guests }, true);
    await carryOut(gate.deps, gate.organizationId, effect.id);
    await gate.pull();
    await gate.act();
    expect(gate.answers()).toEqual([]);
    expect(await find(gate, effect)).toMatchObject({ state: 'superseded' });
  });

  it('asks the owner where the calendar refuses the answer', async () => {
    const gate = await openGate(name);
    const { effect } = await withWaitingAnswer(gate);
    const problem = { code: 'not-supported', status: 400, detail: 'no', retryAfterMs: null } as const;
    await gate.act({ providers: answeringWith(gate, { ok: false, problem }) });
    expect(gate.answers()).toEqual([]);
    expect(await find(gate, effect)).toMatchObject({ state: 'refused', outcome: { code: 'not-supported' } });
    expect((await gate.onlyCase()).state).toBe('waiting.offered');
    expect(gate.mails()).toEqual([
      'A proposal for this invite: Roadmap review',
      'Something could not be done: Roadmap review',
    ]);
  });

  it('looks whether it was given where the answer of the provider was lost', async () => {
    const gate = await openGate(name);
    await withWaitingAnswer(gate);
    const lost = { code: 'outcome-unknown', status: null, detail: 'reset', retryAfterMs: null } as const;
    const providers = answeringWith(gate, { ok: false, problem: lost });
    await expect(gate.act({ providers })).rejects.toThrow('never done');
    gate.pass(leaseOverMs);
    await gate.act();
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['declined']);
  });

  it('declines after the grace, and an undo restores what stood before both', async () => {
    const gate = await openGate(name, { enforcement: 'grace' });
    await withWaitingAnswer(gate);
    await gate.act();
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['tentative']);
    expect(gate.answers()[0]?.comment).toMatch(/keep it tentative until Tue|keep it tentative until Wed/);
    const { id, revision } = await gate.onlyCase();
    const passed = { type: 'DEADLINE_PASSED', deadline: 'grace', revision } as const;
    await gate.inside((tx) => reportToCase(tx, gate.deps, id, passed, 'deadline'));
    gate.pass(hourMs);
    await gate.act();
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['tentative', 'declined']);
    await undoCase(gate.deps, gate.organizationId, id, owner);
    await gate.act();
    const answers = await gate.inside((tx) => tx.answers.ofCase(id));
    expect(answers.map(({ before }) => before.answer)).toEqual(['needs-action', 'needs-action']);
    expect(answers.every(({ withdrawnMs }) => withdrawnMs !== null)).toBe(true);
    expect(gate.answers().at(-1)?.detail).toBe(name === 'google' ? 'needsAction' : 'tentative');
  });
});
