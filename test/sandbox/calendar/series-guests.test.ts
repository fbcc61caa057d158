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
  outsider,
  says,
  second,
  weekly,
} from './world.ts';

const whole = (key: string) => ({ key, originalStart: null });
const october = { fromMs: Date.parse('2026-10-01T00:00:00Z'), toMs: Date.parse('2026-11-01T00:00:00Z') };

describe('guests of a series', () => {
  it('do not come back to an occurrence that they were taken off, by an answer to the series', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(di, [cy], weekly));
    engine.update({ key: made.key, originalStart: second }, { guests: [guest('kim@client.example')] }, true);
    engine.answer(whole(copyOf(cy, made).key), says('accepted'));
    const { guests } = engine.instance(made.key, second)?.fields ?? { guests: [] };
    expect(guests.map(({ address }) => address)).toEqual(['kim@client.example']);
    expect(answerIn(copyOf(di, made).fields.guests, cy)).toBe('accepted');
  });

  it.each([
    ['bo@team.example, back on its list', bo, [outsider], { originalStart: second }],
    ['di@team.example, back on its list', di, [outsider], { originalStart: second }],
    ['bo@team.example, on the list again beside a group', bo, [group], { originalStart: null }],
    ['di@team.example, on the list again beside a group', di, [group], { originalStart: null }],
  ] as const)('are asked anew about an occurrence that they declined: %s', async (_, who, others, ref) => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [who], weekly));
    const mine = { key: copyOf(who, made).key, originalStart: second };
    const listOf = (names: readonly string[]) => ({ guests: names.map((name) => guest(name)) });
    engine.answer(mine, says('declined'));
    engine.update({ key: made.key, ...ref }, listOf(others), true);
    engine.update({ key: made.key, ...ref }, listOf([...others, who]), true);
    const seen = engine.instance(mine.key, second);
    expect(seen).toMatchObject({ gone: false, fields: { cancelled: false } });
    expect(answerIn(seen?.fields.guests ?? [], who)).toBe('needsAction');
    expect(answerIn(engine.instance(made.key, second)?.fields.guests ?? [], who)).toBe('needsAction');
  });

  it('answer a series afresh that they come back to, also where they had answered through a group', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(ada, [group], weekly));
    const mine = { key: copyOf(di, made).key, originalStart: second };
    engine.answer(mine, says('declined'));
    engine.update(whole(made.key), { guests: [guest(cy), guest(di)] }, true);
    expect(engine.instance(mine.key, second)?.gone).toBe(false);
    expect(engine.ownGuest(copyOf(di, made), second)?.answer).toBe('needsAction');
    expect(answerIn(engine.instance(made.key, second)?.fields.guests ?? [], di)).toBe('needsAction');
  });

  it('have to answer an occurrence anew where the series got another length', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(di, [cy], weekly));
    const mine = copyOf(cy, made);
    engine.answer({ key: mine.key, originalStart: second }, says('accepted'));
    engine.update(whole(made.key), { end: at('2026-10-06T09:00:00Z') }, true);
    expect(engine.ownGuest(copyOf(cy, made), second)?.answer).toBe('needsAction');
    expect(answerIn(engine.instance(made.key, second)?.fields.guests ?? [], cy)).toBe('needsAction');
  });

  it('see the occurrences of the organizer again after they had moved the series for themselves', async () => {
    const { engine, copyOf } = await emptyWorld();
    const made = engine.create(newEvent(di, [cy], weekly));
    const { key } = copyOf(cy, made);
    engine.update(whole(key), { start: at('2026-10-06T10:00:00Z'), end: at('2026-10-06T11:00:00Z') }, false);
    engine.answer({ key, originalStart: '20261013T100000Z' }, says('accepted'));
    engine.update(whole(made.key), { summary: 'Other' }, true);
    const startsOf = (of: string) =>
      engine.instances(of, october, 10).map(({ originalStart }) => originalStart);
    expect(startsOf(key)).toEqual(startsOf(made.key));
  });
});
