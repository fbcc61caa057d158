import { describe, expect, it } from '@jest/globals';
import {
  ada,
  answerIn,
  at,
  bo,
  cy,
  di,
  emptyWorld,
  guest,
  newEvent,
  outsider,
  says,
  second,
  weekly,
} from './world.ts';

const whole = (key: string) => ({ key, originalStart: null });
const later = { start: at('2026-10-07T07:00:00Z'), end: at('2026-10-07T08:00:00Z') };

describe('a new meeting', () => {
  it('has one id in all Google mailboxes and an own one in each on Graph', async () => {
    const { engine, copyOf } = await emptyWorld();
    const fromGoogle = engine.create(newEvent(ada, [bo, cy, di]));
    expect(copyOf(bo, fromGoogle).providerId).toBe(fromGoogle.providerId);
    expect(engine.find(bo, fromGoogle.providerId)?.mailbox).toBe(bo);
    expect(copyOf(cy, fromGoogle).providerId).toBe(copyOf(cy, fromGoogle).key);
    const fromGraph = engine.create(newEvent(cy, [ada, bo]));
    expect(copyOf(ada, fromGraph).providerId).toBe(copyOf(bo, fromGraph).providerId);
    expect(copyOf(ada, fromGraph).providerId).toMatch(/^[0-9a-v]{5,1024}$/);
    expect(fromGoogle.providerId).toMatch(/^[0-9a-v]{26}$/);
  });

  it('is told to the guests, also to those outside, who have no copy', async () => {
    const { engine, acts } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo, outsider]));
    expect(acts.all()).toMatchObject([{ kind: 'invitation', from: ada, to: [bo, outsider], detail: 'Sync' }]);
    expect(engine.findByUid(outsider, made.uid)).toBeNull();
    engine.create({ ...newEvent(ada, [bo]), notify: false });
    expect(acts.all()).toHaveLength(1);
  });

  it('of somebody outside reaches the guests', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(outsider, [ada]));
    engine.answer(whole(copyOf(ada, made).key), says('accepted'));
    expect(answerIn(engine.get(made.key)?.fields.guests ?? [], ada)).toBe('accepted');
    expect(engine.busy(outsider, { fromMs: 0, toMs: 4e12 })).toBeNull();
  });
});

describe('an update by the organizer', () => {
  it('overwrites what guests changed locally and keeps what is their own', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo]));
    const { key } = copyOf(bo, made);
    engine.update(whole(key), { summary: 'Mine' }, false);
    engine.updateOwn(whole(key), { privateProperties: { a: '1', b: '2' } });
    expect(copyOf(ada, made).fields.summary).toBe('Sync');
    engine.updateOwn(whole(key), { privateProperties: { a: null } });
    engine.update(whole(made.key), { location: 'Room' }, true);
    expect(copyOf(bo, made)).toMatchObject({ fields: { summary: 'Sync', location: 'Room' } });
    expect(copyOf(bo, made).own.privateProperties).toEqual({ b: '2' });
  });

  it('that changes nothing is no change and tells nobody', async () => {
    const { engine, copyOf, acts } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo], weekly));
    engine.update(whole(made.key), { summary: 'Sync', guests: [guest(bo)] }, true);
    engine.update({ key: made.key, originalStart: second }, { summary: 'Sync' }, true);
    engine.updateOwn({ key: made.key, originalStart: second }, { showAs: 'busy' });
    expect(copyOf(ada, made)).toEqual(made);
    expect([engine.lastChange(ada), engine.lastChange(bo), acts.all().length]).toEqual([1, 1, 1]);
  });

  it.each([
    ['reset', ada, 'needsAction'],
    ['kept', ada, 'accepted'],
    ['kept', cy, 'needsAction'],
  ] as const)('of the time makes answers open: %s, by %s', async (position, organizer, expected) => {
    const { engine, copyOf } = await emptyWorld({ 'google.moved-time-resets-answers': position });
    const made = engine.create(newEvent(organizer, [bo]));
    engine.answer(whole(copyOf(bo, made).key), says('accepted'));
    engine.update(whole(made.key), later, true);
    expect(answerIn(copyOf(bo, made).fields.guests, bo)).toBe(expected);
    expect(answerIn(copyOf(organizer, made).fields.guests, bo)).toBe(expected);
    expect(copyOf(bo, made).sequence).toBe(1);
  });

  it('brings a declined Graph copy back with an open answer, one of the guest list does not', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [cy]));
    engine.answer(whole(copyOf(cy, made).key), says('declined'));
    engine.update(whole(made.key), { guests: [guest(cy), guest(bo)] }, true);
    expect(copyOf(cy, made).folder).toBe('deleted');
    engine.update(whole(made.key), { body: { kind: 'text', content: 'agenda' } }, true);
    expect(copyOf(cy, made).folder).toBe('calendar');
    expect(answerIn(copyOf(cy, made).fields.guests, cy)).toBe('needsAction');
    expect(answerIn(copyOf(ada, made).fields.guests, cy)).toBe('needsAction');
  });

  it('keeps the answers of guests who stay, tells those who are new and those who are gone', async () => {
    const { engine, copyOf, acts } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo, cy]));
    engine.answer(whole(copyOf(bo, made).key), says('accepted'));
    engine.update(whole(made.key), { guests: [guest(bo), guest(di)] }, true);
    expect(copyOf(ada, made).fields.guests.map(({ answer }) => answer)).toEqual(['accepted', 'needsAction']);
    expect(copyOf(cy, made)).toMatchObject({ folder: 'calendar', fields: { cancelled: true } });
    expect(copyOf(di, made).folder).toBe('calendar');
    expect(acts.all().slice(-2)).toMatchObject([
      { kind: 'invitation', to: [di] },
      { kind: 'cancellation', to: [cy] },
    ]);
    engine.update(whole(made.key), { guests: [guest(cy)] }, true);
    expect(copyOf(cy, made).fields.cancelled).toBe(false);
    expect(copyOf(bo, made).folder).toBe('purged');
  });
});

describe('an occurrence that the organizer changes', () => {
  it('is changed for all and comes back to whoever took it away', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(di, [bo, cy], weekly));
    engine.answer({ key: copyOf(cy, made).key, originalStart: second }, says('declined'));
    engine.update(
      { key: made.key, originalStart: second },
      { start: at('2026-10-13T09:00:00Z'), end: at('2026-10-13T10:00:00Z') },
      true,
    );
    for (const mailbox of [bo, cy]) {
      const seen = engine.instance(copyOf(mailbox, made).key, second);
      expect(seen).toMatchObject({ gone: false, fields: { start: at('2026-10-13T09:00:00Z') } });
      expect(answerIn(seen?.fields.guests ?? [], mailbox)).toBe('needsAction');
    }
  });

  it('is dropped when the series moves, and kept when only a date is left out', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo], weekly));
    engine.update({ key: made.key, originalStart: second }, { summary: 'Special' }, true);
    engine.update(whole(made.key), { recurrence: [...weekly.recurrence, 'EXDATE:20261020T070000Z'] }, true);
    expect(engine.instance(copyOf(bo, made).key, second)?.fields.summary).toBe('Special');
    expect(engine.instance(made.key, '20261020T070000Z')).toBeNull();
    engine.update(whole(made.key), later, true);
    expect([copyOf(ada, made).exceptions, copyOf(bo, made).exceptions]).toEqual([{}, {}]);
  });

  it('is called off for a guest who is taken off its list', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo, cy], weekly));
    engine.update({ key: made.key, originalStart: second }, { guests: [guest(cy)] }, true);
    expect(engine.instance(copyOf(bo, made).key, second)?.fields.cancelled).toBe(true);
    expect(engine.instance(copyOf(cy, made).key, second)?.fields.cancelled).toBe(false);
  });
});

describe('taking a meeting away', () => {
  it('by the organizer cancels it for all', async () => {
    const { engine, copyOf, acts } = await emptyWorld();
    const made = engine.create(newEvent(ada, [bo, cy]));
    engine.remove(whole(made.key), true, 'sorry');
    expect(copyOf(ada, made).folder).toBe('purged');
    expect(copyOf(bo, made)).toMatchObject({ folder: 'purged', fields: { cancelled: true } });
    expect(copyOf(cy, made)).toMatchObject({ folder: 'calendar', fields: { cancelled: true } });
    expect(acts.all().at(-1)).toMatchObject({ kind: 'cancellation', to: [bo, cy], comment: 'sorry' });
    expect(engine.moveToFolder(copyOf(cy, made).key, 'purged').folder).toBe('purged');
  });

  it('by the organizer on Graph moves it to Deleted Items; one occurrence alone is only cancelled', async () => {
    const { engine, copyOf, acts } = await emptyWorld();
    const made = engine.create(newEvent(di, [bo], weekly));
    engine.remove({ key: made.key, originalStart: second }, true, null);
    expect(engine.instance(copyOf(bo, made).key, second)?.fields.cancelled).toBe(true);
    expect(acts.all().at(-1)).toMatchObject({ kind: 'cancellation', originalStart: second });
    engine.remove(whole(made.key), true, null);
    expect(copyOf(di, made).folder).toBe('deleted');
  });

  it.each([
    ['declines', 'declined'],
    ['silent', 'needsAction'],
  ] as const)('by a Google guest %s', async (position, seen) => {
    const { engine, copyOf } = await emptyWorld({ 'google.attendee-deletes': position });
    const made = engine.create(newEvent(ada, [bo, cy]));
    engine.remove(whole(copyOf(bo, made).key), false, null);
    engine.remove(whole(copyOf(cy, made).key), false, null);
    expect([copyOf(bo, made).folder, copyOf(cy, made).folder]).toEqual(['purged', 'deleted']);
    expect(answerIn(copyOf(ada, made).fields.guests, bo)).toBe(seen);
    expect(answerIn(copyOf(ada, made).fields.guests, cy)).toBe('needsAction');
  });
});
