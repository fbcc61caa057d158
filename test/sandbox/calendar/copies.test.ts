import { describe, expect, it } from '@jest/globals';
import { ada, answerIn, bo, cy, di, emptyWorld, newEvent, says, second, weekly } from './world.ts';

const whole = (key: string) => ({ key, originalStart: null });
const third = '20261020T070000Z';

describe('versions', () => {
  it('of an exception grow with it and with its series, not with another exception', async () => {
    const { engine } = await emptyWorld();
    const { key } = engine.create(newEvent(ada, [], weekly));
    engine.update({ key, originalStart: second }, { summary: 'Second' }, true);
    const versionOf = (start: string) => engine.instance(key, start)?.version;
    expect(versionOf(second)).toBe(2);
    engine.update({ key, originalStart: third }, { summary: 'Third' }, true);
    expect([versionOf(second), versionOf(third)]).toEqual([2, 3]);
    engine.update(whole(key), { location: 'Room' }, true);
    expect([versionOf(second), versionOf(third)]).toEqual([4, 4]);
  });

  it('and times are those of the last change', async () => {
    const { engine, clock } = await emptyWorld();
    const made = engine.create(newEvent(ada, []));
    clock.advance(5000);
    const next = engine.updateOwn(whole(made.key), { categories: ['seen'] });
    expect(next).toMatchObject({ version: 2, createdMs: made.createdMs, updatedMs: made.updatedMs + 5000 });
  });
});

describe('what others answered', () => {
  it('stays unknown on Graph also after an update', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo, cy, di]));
    engine.answer(whole(copyOf(cy, made).key), says('accepted'));
    engine.update(whole(made.key), { location: 'Room' }, true);
    const seen = [bo, cy, di].map((mailbox) => answerIn(copyOf(mailbox, made).fields.guests, cy));
    expect(seen).toEqual(['accepted', 'accepted', 'needsAction']);
  });
});

describe('what a guest threw away', () => {
  it('stays away on Google whatever the organizer changes', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo]));
    engine.remove(whole(copyOf(bo, made).key), true, null);
    const before = engine.lastChange(bo);
    engine.update(whole(made.key), { summary: 'Please come' }, true);
    expect([copyOf(bo, made).folder, engine.lastChange(bo)]).toEqual(['purged', before]);
  });

  it('of a series comes back with a new rule', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [cy], weekly));
    engine.remove({ key: copyOf(cy, made).key, originalStart: second }, true, null);
    engine.update(whole(made.key), { summary: 'Other' }, true);
    expect(engine.instance(copyOf(cy, made).key, second)?.gone).toBe(true);
    engine.update(whole(made.key), { recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU,TH'] }, true);
    expect(engine.instance(copyOf(cy, made).key, second)?.gone).toBe(false);
  });

  it('is declined no more once it was cancelled', async () => {
    const { engine, copyOf, acts } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo], weekly));
    engine.remove({ key: made.key, originalStart: second }, true, null);
    const told = acts.all().length;
    engine.remove({ key: copyOf(bo, made).key, originalStart: second }, true, null);
    expect(acts.all()).toHaveLength(told);
    expect(engine.instance(copyOf(bo, made).key, second)?.gone).toBe(true);
  });
});

describe('a cancelled meeting that is on again', () => {
  it('comes back to everybody', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo, cy]));
    engine.remove(whole(made.key), true, null);
    engine.update(whole(made.key), { cancelled: false }, true);
    for (const mailbox of [ada, bo, cy]) {
      expect(copyOf(mailbox, made)).toMatchObject({ folder: 'calendar', fields: { cancelled: false } });
    }
  });
});

describe('listeners', () => {
  it('hear every change in order once all of them are made, and what they cause themselves after it', async () => {
    const { engine, copyOf } = await emptyWorld();
    const heard: string[] = [];
    const stop = engine.onChange(({ mailbox, number, key }) => {
      heard.push(`${mailbox} ${number}`);
      const copy = mailbox === ada && number === 1 ? engine.get(key) : null;
      if (copy) engine.answer(whole(copyOf(bo, copy).key), says('accepted'));
    });
    const made = engine.create(newEvent(ada, [bo]));
    expect(heard).toEqual([`${ada} 1`, `${bo} 1`, `${bo} 2`, `${ada} 2`]);
    stop();
    engine.update(whole(made.key), { summary: 'Unheard' }, true);
    expect(heard).toHaveLength(4);
  });
});
