import { describe, expect, it } from '@jest/globals';
import {
  ada,
  answerIn,
  at,
  bo,
  cy,
  di,
  emptyWorld,
  group,
  guest,
  newEvent,
  says,
  second,
  shy,
  weekly,
} from './world.ts';

const whole = (key: string) => ({ key, originalStart: null });

describe('answers of guests', () => {
  it('reach the organizer and the other Google guests, not those on Graph', async () => {
    const { engine, copyOf, acts } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo, cy, di]));
    engine.answer(whole(copyOf(cy, made).key), { ...says('accepted'), comment: 'fine' });
    expect(answerIn(copyOf(ada, made).fields.guests, cy)).toBe('accepted');
    expect(answerIn(copyOf(bo, made).fields.guests, cy)).toBe('accepted');
    expect(answerIn(copyOf(di, made).fields.guests, cy)).toBe('needsAction');
    expect(acts.all().at(-1)).toMatchObject({
      kind: 'answer',
      from: cy,
      to: [ada],
      detail: 'accepted',
      comment: 'fine',
    });
  });

  it('stay with the guest when they are not sent', async () => {
    const { engine, copyOf, acts } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo]));
    const before = acts.all().length;
    engine.answer(whole(copyOf(bo, made).key), says('declined', false));
    expect(answerIn(copyOf(bo, made).fields.guests, bo)).toBe('declined');
    expect(answerIn(copyOf(ada, made).fields.guests, bo)).toBe('needsAction');
    expect(acts.all()).toHaveLength(before);
  });

  it('given again change nothing but are sent again', async () => {
    const { engine, copyOf, acts, clock } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo]));
    const key = copyOf(bo, made).key;
    engine.answer(whole(key), says('accepted'));
    const [mine, theirs, sent] = [copyOf(bo, made), copyOf(ada, made), acts.all().length];
    clock.advance(1000);
    engine.answer(whole(key), says('accepted'));
    expect([copyOf(bo, made), copyOf(ada, made)]).toEqual([mine, theirs]);
    expect(acts.all()).toHaveLength(sent + 1);
  });

  it('find the entry of an alias', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, ['Robert@team.example']));
    engine.answer(whole(copyOf(bo, made).key), says('tentative'));
    expect(answerIn(copyOf(ada, made).fields.guests, 'robert@team.example')).toBe('tentative');
    expect(engine.ownGuest(copyOf(bo, made), null)?.answer).toBe('tentative');
  });

  it('stay when the organizer names the guest by another address', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo, cy], weekly));
    const alias = 'robert@team.example';
    const { key } = copyOf(bo, made);
    engine.answer(whole(key), says('accepted'));
    engine.answer({ key, originalStart: second }, says('declined'));
    const named = made.fields.guests.map((guest) =>
      guest.address === bo ? { ...guest, address: alias } : guest,
    );
    engine.update(whole(made.key), { guests: named }, true);
    expect(answerIn(copyOf(ada, made).fields.guests, alias)).toBe('accepted');
    expect(copyOf(ada, made).exceptions[second]?.fields.guests).toHaveLength(2);
    expect(answerIn(copyOf(bo, made).fields.guests, alias)).toBe('accepted');
  });

  it('of somebody who is invited by two addresses stand in both entries', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo, 'robert@team.example']));
    engine.answer(whole(copyOf(bo, made).key), says('accepted'));
    const entries = copyOf(ada, made).fields.guests.map(({ address, answer }) => [address, answer]);
    expect(entries).toEqual([
      [bo, 'accepted'],
      ['robert@team.example', 'accepted'],
    ]);
  });

  it('to a series hold for its exceptions, but for those that the guest took away', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [cy], weekly));
    const { key } = copyOf(cy, made);
    engine.answer({ key, originalStart: second }, says('declined'));
    engine.answer({ key, originalStart: '20261020T070000Z' }, says('tentative'));
    engine.answer(whole(key), says('accepted'));
    const answers = ['20261006T070000Z', second, '20261020T070000Z'].map((start) =>
      answerIn(engine.instance(made.key, start)?.fields.guests ?? [], cy),
    );
    expect(answers).toEqual(['accepted', 'declined', 'accepted']);
  });

  it('to an occurrence make an exception for the guest and the organizer', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo], weekly));
    engine.answer({ key: copyOf(bo, made).key, originalStart: second }, says('declined'));
    expect(engine.instance(copyOf(bo, made).key, second)).toMatchObject({ isException: true, gone: false });
    expect(answerIn(engine.instance(made.key, second)?.fields.guests ?? [], bo)).toBe('declined');
    expect(answerIn(copyOf(ada, made).fields.guests, bo)).toBe('needsAction');
    expect(engine.changesSince(ada, 1)).toMatchObject([
      { originalStart: second, kind: 'updated', number: 2 },
    ]);
  });

  it('by a decline move a Graph copy to Deleted Items, from where an acceptance takes it back', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [cy]));
    const { key } = copyOf(cy, made);
    expect(engine.answer(whole(key), says('declined')).folder).toBe('deleted');
    expect(engine.changesSince(cy, 1)).toMatchObject([{ kind: 'deleted' }]);
    expect(engine.answer(whole(key), says('accepted'))).toMatchObject({
      folder: 'calendar',
      own: { showAs: 'busy' },
    });
    expect(engine.changesSince(cy, 2)).toMatchObject([{ kind: 'created' }]);
  });

  it('by a decline take an occurrence off a Graph calendar and leave it on a Google one', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo, cy], weekly));
    for (const mailbox of [bo, cy]) {
      engine.answer({ key: copyOf(mailbox, made).key, originalStart: second }, says('declined'));
    }
    expect(engine.instance(copyOf(cy, made).key, second)?.gone).toBe(true);
    expect(engine.instance(copyOf(bo, made).key, second)?.gone).toBe(false);
  });

  it('bring a hidden invitation onto the calendar', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [shy]));
    expect(engine.changesSince(shy, 0)).toMatchObject([{ hidden: true, kind: 'created' }]);
    expect(engine.busy(shy, { fromMs: 0, toMs: 4e12 })).toEqual([]);
    expect(engine.answer(whole(copyOf(shy, made).key), says('tentative')).hidden).toBe(false);
  });

  it('carry a proposal of another time', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(di, [cy]));
    const proposal = { start: at('2026-10-07T07:00:00Z'), end: at('2026-10-07T08:00:00Z') };
    engine.answer(whole(copyOf(cy, made).key), { ...says('tentative'), proposal });
    expect(copyOf(di, made).fields.guests[0]?.proposal).toEqual(proposal);
  });

  it('of the organizer are refused', async () => {
    const { engine } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo]));
    expect(() => engine.answer(whole(made.key), says('declined'))).toThrow(/organizes/);
    expect(engine.ownGuest(made, null)).toBeNull();
  });
});

describe('guests of a group', () => {
  it.each([
    ['no-self-entry', null],
    ['self-entry', 'needsAction'],
  ] as const)('have with %s the entry %s, and one of their own after an answer', async (position, entry) => {
    const { engine, copyOf } = await emptyWorld({ 'google.group-invitation': position });
    const made = engine.create(newEvent(ada, [group]));
    expect(engine.ownGuest(copyOf(bo, made), null)?.answer ?? null).toBe(entry);
    expect(engine.ownGuest(copyOf(di, made), null)).toBeNull();
    expect(answerIn(copyOf(di, made).fields.guests, group)).toBe('needsAction');
    engine.answer(whole(copyOf(bo, made).key), says('accepted'));
    expect(engine.ownGuest(copyOf(bo, made), null)?.answer).toBe('accepted');
    expect(answerIn(copyOf(ada, made).fields.guests, bo)).toBe('accepted');
  });

  it('who answered one occurrence are asked again there when the series gets another time', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [group], weekly));
    const answerOf = (mailbox: string, name: string) =>
      answerIn(copyOf(mailbox, made).exceptions[second]?.fields.guests ?? [], name);
    engine.answer({ key: copyOf(bo, made).key, originalStart: second }, says('declined'));
    expect(answerOf(ada, bo)).toBe('declined');
    engine.update(whole(made.key), { end: at('2026-10-06T08:30:00Z') }, true);
    expect(answerOf(ada, bo)).toBe('needsAction');
    expect(answerOf(ada, group)).toBe('needsAction');
  });

  it.each([bo, di])('are asked anew when they get an entry again: %s', async (member) => {
    const { engine, copyOf, acts } = await emptyWorld();
    const made = engine.create(newEvent(cy, [member]));
    engine.answer(whole(copyOf(member, made).key), says('declined'));
    engine.update(whole(made.key), { guests: [guest(group)] }, true);
    expect(answerIn(copyOf(member, made).fields.guests, member)).toBe('declined');
    engine.update(whole(made.key), { guests: [guest(member)] }, true);
    expect(answerIn(copyOf(cy, made).fields.guests, member)).toBe('needsAction');
    expect(answerIn(copyOf(member, made).fields.guests, member)).toBe('needsAction');
    expect(copyOf(member, made).folder).toBe('calendar');
    expect(acts.all().filter(({ to }) => to.includes(member))).toMatchObject([
      { kind: 'invitation' },
      { kind: 'invitation' },
    ]);
  });
});
