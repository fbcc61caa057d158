import { describe, expect, it } from '@jest/globals';
import { undoCase } from '../../../src/app/brake/undo-case.ts';
import { convertCase } from '../../../src/app/cases/convert-case.ts';
import { decideCase } from '../../../src/app/cases/decide-case.ts';
import { isOwnCase } from '../../../src/app/inbox/own-case.ts';
import type { StoryStep } from '../../../src/app/inbox/story-steps.ts';
import { type Story, storyView } from '../../../src/app/inbox/story-view.ts';
import { noOtherTime } from '../../../src/core/offer/other-times.ts';
import { colleague, invite, owner } from '../../contract/world.ts';
import { type LiveGate, liveGates, providers } from '../effects/live-gate.ts';

const openGate = liveGates();

async function storyOf(gate: LiveGate, id?: string): Promise<Story> {
  const caseId = id ?? (await gate.onlyCase()).id;
  const story = await storyView(gate.deps, gate.organizationId, owner, caseId);
  if (story === null) throw new Error('no story');
  return story;
}

const nameOf = (step: StoryStep): string =>
  step.kind === 'event' ? step.event : `${step.effect} ${step.state}`;

describe.each(providers)('the story of a declined invite on %s', (name) => {
  it('tells what was judged and why, what was answered with which words, and what was offered', async () => {
    const gate = await openGate(name);
    invite(gate.world, { summary: 'Weekly status update' });
    await gate.pull();
    await gate.act();
    const story = await storyOf(gate);
    expect(story.steps.map(nameOf)).toEqual([
      'NEED_JUDGED',
      'TIME_CHECKED',
      'answerInvite done',
      'ANSWER_GIVEN',
      'tellOwner done',
    ]);
    const answer = story.steps.find((step) => step.kind === 'effect' && step.effect === 'answerInvite');
    const [given] = gate.answers();
    expect(answer).toMatchObject({ answer: 'declined', wordsArrived: true, words: { text: given?.comment } });
    const mail = story.steps.at(-1);
    expect(mail).toMatchObject({ about: 'answered', words: { subject: gate.mails()[0] } });
    const { need, time } = story.questions;
    expect(time).toMatchObject({ ok: false, rule: 'no-meeting-day', judged: 1, collided: 1 });
    expect(time?.reasons.map(({ rule }) => rule)).toContain('no-meeting-day');
    const quotes = need?.read.flatMap(({ evidence }) => evidence) ?? [];
    expect(quotes.length).toBeGreaterThan(0);
    for (const { field, text } of quotes.filter(({ field }) => field === 'summary'))
      expect([field, 'Weekly status update']).toEqual([field, expect.stringContaining(text)]);
    expect(story.offer?.wasMade).toBe(true);
    expect(story.acts).toEqual({ undo: true, override: true, justify: true, decide: false });
  });

  it('tells who undid it, keeps their reason, and offers nothing more to undo', async () => {
    const gate = await openGate(name);
    invite(gate.world);
    await gate.pull();
    await gate.act();
    const { id } = await gate.onlyCase();
    const undo = (note: string | null) => undoCase(gate.deps, gate.organizationId, id, owner, note);
    expect(await undo('Our biggest customer.')).toBe('undone');
    expect(await undo(null)).toBe('already');
    await gate.act();
    const story = await storyOf(gate);
    expect(story.note).toBe('Our biggest customer.');
    expect(story.steps.find((step) => nameOf(step) === 'OVERRODE')).toMatchObject({ actor: owner });
    const last = story.steps.filter((step) => nameOf(step) === 'withdrawAnswer done').at(-1);
    expect(last).toMatchObject({ withdrawal: name === 'google' ? 'restored' : expect.any(String) });
    expect(story.acts).toMatchObject({ undo: false, override: false, justify: false });
  });
});

describe('a story', () => {
  it('is nobody else’s: not there for others, and not for ids that are none', async () => {
    const gate = await openGate('google');
    await gate.connect(colleague);
    invite(gate.world);
    await gate.pull();
    const { id } = await gate.onlyCase();
    const { deps, organizationId } = gate;
    expect(await storyView(deps, organizationId, colleague, id)).toBeNull();
    expect(await storyView(deps, organizationId, 'ada@kiln.example', id)).toBeNull();
    expect(await storyView(deps, organizationId, owner, gate.mailboxId)).toBeNull();
    expect(await isOwnCase(deps, organizationId, owner, id)).toBe(true);
    expect(await isOwnCase(deps, organizationId, colleague, id)).toBe(false);
  });

  it('quotes nothing of a private entry, and offers no draft', async () => {
    const gate = await openGate('google');
    invite(gate.world, {
      visibility: 'private',
      summary: 'Secret plan',
      body: { kind: 'text', content: 'Secret agenda' },
    });
    await gate.pull();
    await gate.act();
    const story = await storyOf(gate);
    expect(story).toMatchObject({ title: null, isPrivate: true, offer: null });
    expect(JSON.stringify(story)).not.toContain('Secret');
  });

  it('proposes a time only where core found one, and knows whose calendar it is', async () => {
    const gate = await openGate('google');
    invite(gate.world);
    await gate.pull();
    const found = await gate.onlyCase();
    const shown = async (changes: readonly string[]) => {
      await gate.inside((tx) => tx.cases.save({ ...found, changes }));
      const { status, provider, changes: told } = await storyOf(gate);
      return [provider, status.proposesTime, told];
    };
    const times = 'Propose Thu 2026-11-26 14:00 instead.';
    expect(await shown(['Write an agenda first.', times])).toEqual([
      ...['google', true, ['Write an agenda first.', times]],
    ]);
    expect(await shown([noOtherTime])).toEqual(['google', false, []]);
    expect(await shown([])).toEqual(['google', false, []]);
  });

  it('of what is written instead leads to the document, and keeps the decision', async () => {
    const gate = await openGate('google');
    invite(gate.world);
    await gate.pull();
    await gate.act();
    const { id } = await gate.onlyCase();
    await convertCase(gate.deps, gate.organizationId, id, colleague);
    expect(await storyOf(gate)).toMatchObject({
      status: { state: 'in-writing' },
      acts: { decide: true },
      deadlines: [{ name: 'thread' }],
    });
    await gate.act();
    expect((await storyOf(gate)).thread?.documentUrl).toMatch(/^https?:/);
    const decision = { what: 'We ship on Friday.', why: null, notChosen: ['Monday'] };
    await decideCase(gate.deps, gate.organizationId, id, decision, owner);
    const story = await storyOf(gate);
    expect(story.status.state).toBe('decided');
    expect(story.thread?.decision).toEqual({ ...decision, by: owner, atMs: gate.deps.clock.nowMs() });
    expect(story.acts).toEqual({ undo: true, override: true, justify: false, decide: false });
  });

  it('of a series leads to its occurrences, and theirs to it', async () => {
    const gate = await openGate('google');
    invite(gate.world, { recurrence: ['RRULE:FREQ=DAILY;COUNT=5'] });
    await gate.pull();
    await gate.act();
    const cases = await gate.cases();
    const whole = cases.find(({ occurrence }) => occurrence === '');
    const single = cases.find(({ occurrence }) => occurrence !== '');
    const ofWhole = await storyOf(gate, whole?.id);
    expect(ofWhole.related).toMatchObject([
      { id: single?.id, isWhole: false, startMs: Date.parse('2026-11-25T13:00:00Z') },
    ]);
    expect((await storyOf(gate, single?.id)).related).toMatchObject([{ id: whole?.id, isWhole: true }]);
  });
});
