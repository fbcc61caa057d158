import { describe, expect, it } from '@jest/globals';
import { stopAnswers } from '../../../src/app/brake/stop-answers.ts';
import { undoCase } from '../../../src/app/brake/undo-case.ts';
import { type Inbox, inboxView } from '../../../src/app/inbox/inbox-view.ts';
import type { CaseShelf } from '../../../src/app/ports/store/cases.ts';
import { colleague, dayMs, fields, invite, nowMs, owner } from '../../contract/world.ts';
import { type LiveGate, liveGates } from '../effects/live-gate.ts';

const openGate = liveGates();

async function inboxOf(
  gate: LiveGate,
  shelf: CaseShelf | null = null,
  after: string | null = null,
  address = owner,
): Promise<Inbox> {
  const view = await inboxView(gate.deps, gate.organizationId, address, { shelf, after });
  if (view.kind !== 'inbox') throw new Error(view.kind);
  return view;
}

/** An hour on the Wednesday so many weeks ahead, which is kept free. */
function onWednesday(weeks: number, summary: string) {
  const startMs = Date.parse('2026-11-25T13:00:00Z') + weeks * 7 * dayMs;
  const instant = (ms: number) => ({ kind: 'instant', ms, zone: 'Europe/Paris' }) as const;
  return fields({ summary, start: instant(startMs), end: instant(startMs + 3_600_000) });
}

describe('the inbox', () => {
  it('shows a declined invite with its reason, and where it went once it is undone', async () => {
    const gate = await openGate('google');
    invite(gate.world);
    await gate.pull();
    expect(await inboxOf(gate, 'answered')).toMatchObject({ provider: 'google', cases: [] });
    expect((await inboxOf(gate, 'all')).cases[0]?.answer).toEqual({ kind: 'being-given' });
    await gate.act();
    const [shown, ...others] = (await inboxOf(gate, 'answered')).cases;
    expect(others).toEqual([]);
    expect(shown).toMatchObject({
      title: 'Roadmap review',
      organizer: 'Carl Colleague',
      isOwn: false,
      verdict: 'decline',
      state: 'declined',
      answer: { kind: 'given', answer: 'declined' },
      wouldHave: null,
      reason: {
        rule: 'no-meeting-day',
        because: 'Wed 2026-11-25 14:00 is on a day that is kept free of meetings.',
      },
      startMs: Date.parse('2026-11-25T13:00:00Z'),
    });
    await undoCase(gate.deps, gate.organizationId, shown?.id ?? '', owner);
    expect((await inboxOf(gate, 'answered')).cases).toEqual([]);
    const answerNow = async () => (await inboxOf(gate, 'all')).cases[0]?.answer;
    expect(await answerNow()).toEqual({ kind: 'being-withdrawn' });
    await gate.act();
    expect(await answerNow()).toEqual({ kind: 'withdrawn', how: 'restored' });
    expect((await inboxOf(gate, 'all')).cases[0]?.state).toBe('left-alone');
  });

  it('puts first what is soonest among what needs the owner, with its deadline, and opens there', async () => {
    const gate = await openGate('google', { enforcement: 'grace' });
    invite(gate.world, onWednesday(1, 'Later'));
    invite(gate.world, onWednesday(0, 'Sooner'));
    await gate.pull();
    await gate.act();
    const inbox = await inboxOf(gate);
    expect(inbox).toMatchObject({ shelf: 'needs-you', needsYou: 2, older: null });
    expect(inbox.cases.map(({ title, state }) => [title, state])).toEqual([
      ['Sooner', 'on-grace'],
      ['Later', 'on-grace'],
    ]);
    const [sooner] = inbox.cases;
    expect(sooner?.deadlineMs).toBeGreaterThan(nowMs);
    expect(sooner?.deadlineMs).toBeLessThan(sooner?.startMs ?? 0);
    expect((await inboxOf(gate, 'answered')).cases.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Sooner', 'Later']),
    );
  });

  it('opens with everything where nothing needs the owner, and is empty before the first invite', async () => {
    const gate = await openGate('google');
    expect(await inboxOf(gate)).toMatchObject({ shelf: 'all', needsYou: 0, cases: [], observing: null });
    invite(gate.world);
    await gate.pull();
    expect((await inboxOf(gate)).cases).toHaveLength(1);
  });

  it('says what would have been done while the mailbox is only observed', async () => {
    const gate = await openGate('google');
    const untilMs = nowMs + 7 * dayMs;
    await gate.inside((tx) =>
      tx.mailboxes.change(gate.mailboxId, { state: 'observing', observingUntilMs: untilMs }),
    );
    invite(gate.world);
    await gate.pull();
    const inbox = await inboxOf(gate);
    expect(inbox.observing).toEqual({ untilMs, byRule: { 'no-meeting-day': 1 } });
    expect(inbox.cases[0]).toMatchObject({
      state: 'admitted',
      answer: { kind: 'none' },
      wouldHave: { act: 'decline', because: 'observed' },
    });
  });

  it('asks instead of answering while answers are stopped, and says so', async () => {
    const gate = await openGate('google');
    await stopAnswers(gate.deps, gate.organizationId, 'ada@kiln.example');
    invite(gate.world);
    await gate.pull();
    const inbox = await inboxOf(gate);
    expect(inbox.stoppedMs).toBe(gate.deps.clock.nowMs());
    expect(inbox.cases[0]).toMatchObject({
      state: 'proposed',
      proposesTime: true,
      wouldHave: { act: 'decline', because: 'held-back' },
    });
  });

  it('keeps no title of a private entry', async () => {
    const gate = await openGate('google');
    invite(gate.world, { visibility: 'private', summary: 'Secret plan' });
    await gate.pull();
    const { cases } = await inboxOf(gate);
    expect(cases[0]).toMatchObject({ title: null, isPrivate: true });
    expect(JSON.stringify(cases)).not.toContain('Secret plan');
  });

  it('is of one mailbox alone, and says where none is connected', async () => {
    const gate = await openGate('google');
    const other = await gate.connect(colleague);
    invite(gate.world);
    await gate.pull();
    await gate.pull(other);
    expect((await inboxOf(gate)).cases.map(({ isOwn }) => isOwn)).toEqual([false]);
    const theirs = await inboxOf(gate, 'all', null, colleague);
    expect(theirs.cases.map(({ isOwn }) => isOwn)).toEqual([true]);
    const nobody = 'nobody@kiln.example';
    expect(await inboxView(gate.deps, gate.organizationId, nobody, { shelf: null, after: null })).toEqual({
      kind: 'not-connected',
      address: nobody,
    });
  });

  it('keeps what was refused before the owner until the meeting is over', async () => {
    const gate = await openGate('google');
    invite(gate.world);
    await gate.pull();
    const [effect] = await gate.open('answerInvite');
    await gate.inside((tx) =>
      tx.effects.end(effect?.id ?? '', {
        state: 'refused',
        outcome: { code: 'not-an-attendee' },
        nowMs,
      }),
    );
    const inbox = await inboxOf(gate);
    expect(inbox).toMatchObject({ shelf: 'needs-you', needsYou: 1 });
    expect(inbox.cases[0]?.trouble).toEqual({
      kind: 'refused',
      effect: 'answerInvite',
      code: 'not-an-attendee',
    });
    await gate.inside(async (tx) => {
      const record = await tx.cases.lock(inbox.cases[0]?.id ?? '');
      if (record) await tx.cases.save({ ...record, closed: true });
    });
    expect((await inboxOf(gate, 'needs-you')).cases).toEqual([]);
  });

  it('takes a page that nobody gave out as the first one', async () => {
    const gate = await openGate('google');
    invite(gate.world);
    await gate.pull();
    for (const after of ['', 'x', '1.x', '99999999999999999999.1', '1;drop table'])
      expect(await inboxOf(gate, 'all', after)).toMatchObject({ isFirstPage: true });
    expect((await inboxOf(gate, 'all', '0.0')).cases).toEqual([]);
  });
});
