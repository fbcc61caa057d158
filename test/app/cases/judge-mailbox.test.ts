import { describe, expect, it } from '@jest/globals';
import type { CalendarEntry } from '../../../src/app/ports/calendar.ts';
import { attendee, me } from '../../core/gate/invites.ts';
import { answered, at, entry } from './entries.ts';
import { gates, startMs } from './gate.ts';
import { nowOf, onlyCase, openDeclined } from './one-case.ts';

const open = gates();

const friday = '2026-11-27T10:00:00Z';
const wednesday = '2026-11-25T10:00:00Z';
const nextWednesday = '2026-12-02T10:00:00Z';

describe('a new invite', () => {
  it('for a day that is kept free is declined, with rule, reasons and one job', async () => {
    const gate = await open();
    await gate.see(entry());
    const record = await onlyCase(gate);
    expect(record).toMatchObject({
      state: 'declined',
      verdict: 'decline',
      act: 'decline',
      wouldAct: 'decline',
      rule: 'no-meeting-day',
      revision: 0,
      startMs: Date.parse(wednesday),
      endMs: Date.parse(wednesday) + 3_600_000,
      closed: false,
    });
    expect(record.reasons[0]).toMatchObject({ rule: 'no-meeting-day', says: 'block' });
    const [effect] = await gate.open(record.id);
    expect(effect).toMatchObject({ kind: 'answerInvite', params: { answer: 'declined', revision: 0 } });
    expect(await nowOf(gate)).toEqual({ state: 'declined', effects: ['answerInvite'] });
  });

  it('is told in the log without a word of the invite', async () => {
    const gate = await open();
    await gate.see(entry({ summary: 'Handover of the Zanzibar shift', description: 'Zanzibar tickets' }));
    const { id } = await onlyCase(gate);
    const steps = await gate.steps(id);
    expect(steps.map(({ event, from, to }) => [event, from, to])).toEqual([
      ['NEED_JUDGED', 'screening', 'screening'],
      ['TIME_CHECKED', 'screening', 'declined'],
    ]);
    expect(JSON.stringify(steps)).not.toMatch(/zanzibar/i);
  });

  it('for a free day is admitted where everything is only observed', async () => {
    const gate = await open({ policy: { enforcement: { default: 'observe' } } });
    await gate.see(at(friday));
    expect(await nowOf(gate)).toEqual({ state: 'admitted', effects: [] });
  });

  it('with grace is answered tentatively, until two hours before it starts at the latest', async () => {
    const gate = await open({ policy: { enforcement: { default: 'grace' } } });
    gate.setNow(Date.parse('2026-11-25T03:00:00Z'));
    await gate.see(entry());
    expect(await nowOf(gate)).toEqual({ state: 'waiting.onGrace', effects: ['answerInvite'] });
    const due = await gate.inside((tx) => tx.deadlines.due(startMs + 30 * 86_400_000, 10));
    expect(due).toMatchObject([{ name: 'grace', revision: 0, dueMs: Date.parse('2026-11-25T08:00:00Z') }]);
  });

  it('of somebody who calls it themselves is never answered', async () => {
    const gate = await open();
    const organizer = { email: me, name: null, self: true };
    const owner = { role: 'organizer', answer: 'accepted', comment: null } as const;
    await gate.see(entry({ organizer }, { owner }));
    expect(await onlyCase(gate)).toMatchObject({ act: 'prompt' });
    expect((await nowOf(gate)).effects).toEqual(['promptOwner']);
  });

  it('through a group is judged, but there is nothing to answer', async () => {
    const gate = await open();
    const owner = { role: 'unlisted', answer: 'unknown', comment: null } as const;
    await gate.see(entry({ attendees: [attendee('team@acme.example', { kind: 'group' })] }, { owner }));
    expect(await onlyCase(gate)).toMatchObject({ verdict: 'decline', act: 'prompt', wouldAct: 'prompt' });
  });

  it.each<[string, CalendarEntry]>([
    [
      'an own hold',
      entry({ attendees: [] }, { owner: { role: 'alone', answer: 'accepted', comment: null } }),
    ],
    ['free time', entry({ busy: false })],
    ['an all-day marker', entry({ start: { kind: 'date', date: '2026-11-25' } })],
    ['a hold of the gate', entry({}, { gateKey: 'no-meeting-day 2026-11-25' })],
    ['what its owner declined', answered(entry(), 'declined')],
    ['what is cancelled', entry({ status: 'cancelled' })],
  ])('that is %s gets no case', async (_, shown) => {
    const gate = await open();
    await gate.see(shown);
    expect(await gate.cases()).toEqual([]);
    expect(await gate.inside((tx) => tx.meetings.mailboxesUnjudged())).toEqual([]);
  });

  it('that its owner accepted is judged for the record and left', async () => {
    const gate = await open();
    await gate.see(answered(entry(), 'accepted'));
    expect(await onlyCase(gate)).toMatchObject({ verdict: 'decline', act: 'none', wouldAct: 'none' });
    expect(await nowOf(gate)).toEqual({ state: 'admitted', effects: [] });
  });

  it('that is over is judged for the record and closed', async () => {
    const gate = await open();
    await gate.see(at('2026-11-11T10:00:00Z'));
    expect(await onlyCase(gate)).toMatchObject({ verdict: 'decline', act: 'none', closed: true });
    await gate.see(at('2026-11-11T10:00:00Z', { summary: 'Handover, as it was' }));
    expect(await gate.cases()).toHaveLength(1);
  });

  it('that is private keeps no text in any row', async () => {
    const gate = await open();
    await gate.see(entry({ isPrivate: true, summary: null, description: null, location: null }));
    const record = await onlyCase(gate);
    expect(record.verdict).toBe('decline');
    expect(JSON.stringify([record, await gate.steps(record.id)])).not.toMatch(/handover|shift|ticket/i);
  });
});

describe('an invite seen again', () => {
  it('as it was does nothing', async () => {
    const gate = await open();
    await gate.see(entry());
    const before = await onlyCase(gate);
    await gate.see({ ...entry(), version: 'v2' });
    expect(await onlyCase(gate)).toEqual(before);
    expect(await gate.steps(before.id)).toHaveLength(2);
  });

  it('with the answers of others does nothing', async () => {
    const gate = await open();
    await gate.see(entry());
    const before = await onlyCase(gate);
    const attendees = entry().meeting.attendees.map((person) =>
      person.self ? person : { ...person, answer: 'accepted' as const },
    );
    await gate.see(entry({ attendees: attendees.toReversed(), conferenceUrl: 'https://meet.example/1' }));
    expect(await onlyCase(gate)).toEqual(before);
  });

  it('with the answer of the gate does nothing', async () => {
    const { gate, id } = await openDeclined(open);
    expect((await gate.steps(id)).map(({ event }) => event)).toEqual([
      'NEED_JUDGED',
      'TIME_CHECKED',
      'ANSWER_GIVEN',
    ]);
    expect(await nowOf(gate)).toEqual({ state: 'declined', effects: [] });
  });

  it('under another policy does nothing either', async () => {
    const { gate } = await openDeclined(open);
    gate.setPolicy({ noMeetingDays: [] });
    await gate.see({ ...answered(entry(), 'declined'), version: 'v3' });
    expect(await nowOf(gate)).toEqual({ state: 'declined', effects: [] });
  });

  it('under another id is the same meeting', async () => {
    const gate = await open();
    await gate.see(entry());
    const moved = entry();
    await gate.see({ ...moved, meeting: { ...moved.meeting, id: 'm2' } });
    expect(await onlyCase(gate)).toMatchObject({ entryId: 'm2', revision: 0 });
    await gate.lose('m1');
    expect(await onlyCase(gate)).toMatchObject({ closed: false });
  });
});

describe('a meeting that its owner answered by hand', () => {
  it('before the gate did is left', async () => {
    const gate = await open({ policy: { enforcement: { default: 'grace' } } });
    await gate.see(entry());
    await gate.see(answered(entry(), 'accepted'));
    const { id, state } = await onlyCase(gate);
    expect(state).toBe('admitted');
    expect(await gate.inside((tx) => tx.deadlines.due(Number.MAX_SAFE_INTEGER, 10))).toEqual([]);
    expect((await gate.steps(id)).at(-1)).toMatchObject({ event: 'ANSWERED', actor: 'calendar' });
  });

  it('after the gate did is left, and told once', async () => {
    const { gate, id } = await openDeclined(open);
    await gate.see(answered(entry(), 'accepted'));
    await gate.see({ ...answered(entry(), 'accepted'), version: 'v9' });
    expect(await nowOf(gate)).toEqual({ state: 'admitted', effects: [] });
    const told = (await gate.steps(id)).filter(({ event }) => event === 'ANSWERED');
    expect(told).toHaveLength(1);
  });

  it('in the same way as the gate would is not mistaken for an answer of the gate', async () => {
    const gate = await open({ policy: { enforcement: { default: 'grace' } } });
    await gate.see(entry());
    await gate.carryOut((await onlyCase(gate)).id);
    await gate.see(answered(entry(), 'declined'));
    expect(await nowOf(gate)).toEqual({ state: 'admitted', effects: [] });
  });

  it('and that changes its text stays as it is', async () => {
    const gate = await open();
    await gate.see(answered(entry(), 'accepted'));
    await gate.see(answered(entry({ description: 'Everything is in the document already.' }), 'accepted'));
    expect(await onlyCase(gate)).toMatchObject({ act: 'none', revision: 1, state: 'admitted' });
  });

  it('is looked at again once it moved and the calendar opened the answer', async () => {
    const gate = await open();
    await gate.see(answered(entry(), 'accepted'));
    await gate.see(at(nextWednesday));
    expect(await nowOf(gate)).toEqual({ state: 'declined', effects: ['answerInvite'] });
  });
});

describe('a meeting that changes', () => {
  it('in its text is judged again', async () => {
    const gate = await open({ policy: { enforcement: { default: 'warn' } } });
    await gate.see(entry());
    const before = await onlyCase(gate);
    await gate.see(
      entry({ summary: 'Interview with a candidate', description: 'We decide together afterwards.' }),
    );
    const after = await onlyCase(gate);
    expect(after.revision).toBe(1);
    expect(after.reasons).not.toEqual(before.reasons);
    expect(after.fingerprint).not.toBe(before.fingerprint);
  });

  it('to a free time after the gate declined it gets its answer back', async () => {
    const { gate, id } = await openDeclined(open, {
      policy: { enforcement: { default: 'observe', 'no-meeting-day': 'enforce' } },
    });
    await gate.see(at(friday));
    expect(await nowOf(gate)).toEqual({ state: 'admitted', effects: ['withdrawAnswer'] });
    await gate.carryOut(id);
    await gate.see(at(wednesday));
    expect(await nowOf(gate)).toEqual({ state: 'declined', effects: ['answerInvite'] });
  });

  it('twice after the gate answered it is left to a human', async () => {
    const { gate, id } = await openDeclined(open);
    await gate.see(at(nextWednesday));
    expect(await gate.carryOut(id)).toEqual(['answerInvite declined']);
    await gate.see(at('2026-12-09T10:00:00Z'));
    expect(await gate.carryOut(id)).toEqual(['withdrawAnswer', 'promptOwner']);
    expect(await onlyCase(gate)).toMatchObject({ state: 'waiting.offered', act: 'prompt', revision: 2 });
  });

  it('after its owner undid the decline is never touched again', async () => {
    const { gate, id } = await openDeclined(open);
    await gate.report(id, { type: 'OVERRODE' });
    expect(await gate.carryOut(id)).toEqual(['withdrawAnswer']);
    await gate.see(entry({ description: 'Now with an agenda.' }));
    await gate.see(at(nextWednesday));
    expect(await nowOf(gate)).toEqual({ state: 'admitted', effects: [] });
    expect(await onlyCase(gate)).toMatchObject({ overridden: true, startMs: Date.parse(nextWednesday) });
  });

  it('into free time is closed, and what was answered is taken back', async () => {
    const { gate } = await openDeclined(open);
    await gate.see(entry({ busy: false }));
    expect(await nowOf(gate)).toEqual({ state: 'closed', effects: ['withdrawAnswer'] });
  });
});
