import { describe, expect, it } from '@jest/globals';
import { maxJsonBytes } from '../../../src/providers/formats/limits.ts';
import { meetingsOf, problemsOf, readItems } from './read-text.ts';

const google = {
  kind: 'calendar#event',
  id: 'g',
  start: { date: '2026-10-12' },
  end: { date: '2026-10-13' },
};
const graph = { id: 'm', subject: 'S', start: { dateTime: '2026-10-12T09:00:00.0000000', timeZone: 'UTC' } };
const ids = (items: Awaited<ReturnType<typeof readItems>>) => meetingsOf(items).map((meeting) => meeting.id);

describe('forms of JSON', () => {
  it.each([
    ['one event', google, ['g']],
    ['an array of both kinds', [google, graph], ['g', 'm']],
    [
      'a list response of Google',
      { kind: 'calendar#events', timeZone: 'UTC', items: [google, google] },
      ['g', 'g'],
    ],
    ['a collection of Graph', { '@odata.context': 'x', value: [graph] }, ['m']],
    ['pages in an array', [{ items: [google] }, { value: [graph] }], ['g', 'm']],
    ['nothing', [], []],
  ])('%s, in one line or in many', async (_, value, expected) => {
    expect(ids(await readItems(JSON.stringify(value)))).toEqual(expected);
    expect(ids(await readItems(`\n  ${JSON.stringify(value, null, 2)}\n`))).toEqual(expected);
  });

  it('JSON Lines, mixed, with blank and broken lines, in chunks', async () => {
    const lines = [
      JSON.stringify(google),
      '',
      '{"id":',
      JSON.stringify({ value: [graph] }),
      '7',
      JSON.stringify({ any: 'thing' }),
    ];
    const text = lines.join('\r\n');
    for (const input of [text, [...text]]) {
      const items = await readItems(input);
      expect(items.map((item) => item.kind)).toEqual(['meeting', 'refused', 'meeting', 'refused', 'refused']);
      expect(problemsOf(items, 'refused')).toEqual([
        'test:3: not valid JSON',
        'test:5: not an event of Google Calendar or Microsoft Graph',
        'test:6: not an event of Google Calendar or Microsoft Graph',
      ]);
    }
  });

  it('JSON Lines whose first line is broken', async () => {
    const items = await readItems(`{"id":\n${JSON.stringify(google)}\n${JSON.stringify(graph)}\n`);
    expect([problemsOf(items, 'refused'), ids(items)]).toEqual([['test:1: not valid JSON'], ['g', 'm']]);
  });

  it('refuses one item of a list with its place', async () => {
    const items = await readItems(JSON.stringify({ items: [google, null, 'x', google] }));
    expect(ids(items)).toEqual(['g', 'g']);
    expect(problemsOf(items, 'refused').map((problem) => problem.split(': not')[0])).toEqual([
      'test:1: items[1]',
      'test:1: items[2]',
    ]);
  });

  it('refuses what is no JSON once', async () => {
    expect(problemsOf(await readItems('{\n"a": [1,\n'), 'refused')).toEqual(['test: not valid JSON']);
  });

  it('survives any depth', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(await readItems(deep)).toHaveLength(1);
    expect(ids(await readItems(`{"kind":"calendar#event","id":"g","attendees":${deep}}`))).toEqual(['g']);
  });

  it('tells the kinds apart without their names', async () => {
    const time = '2026-10-12T09:00:00';
    const items = await readItems(
      JSON.stringify([
        { start: { dateTime: `${time}Z` }, transparency: 'transparent' },
        { start: { dateTime: time, timeZone: 'UTC' }, showAs: 'free' },
        { start: { dateTime: `${time}+02:00` } },
        { start: { dateTime: time, timeZone: 'Tokyo Standard Time' } },
      ]),
    );
    expect(meetingsOf(items).map((meeting) => [meeting.busy, meeting.start.kind])).toEqual([
      [false, 'instant'],
      [false, 'instant'],
      [true, 'instant'],
      [true, 'instant'],
    ]);
  });
});

describe('bounds of JSON', () => {
  const filler = Buffer.alloc(8 * 2 ** 20, 'x');
  const enough = Array.from({ length: maxJsonBytes / filler.length + 1 }, () => filler);

  it('refuses a document over the bound with a remedy', async () => {
    const items = await readItems(['{\n"a": "', ...enough.flatMap((part) => [part, '",\n"b": "']), '"}']);
    expect(items).toEqual([
      {
        kind: 'refused',
        problem: {
          place: 'test',
          what: 'JSON document is larger than 64 MB',
          remedy: expect.stringContaining('JSON Lines'),
        },
      },
    ]);
  });

  it('refuses only the line over the bound of JSON Lines', async () => {
    const items = await readItems([
      `${JSON.stringify(google)}\n{"a":"`,
      ...enough,
      `"}\n${JSON.stringify(graph)}\n`,
    ]);
    expect([ids(items), problemsOf(items, 'refused')]).toEqual([
      ['g', 'm'],
      ['test:2: JSON document is larger than 64 MB'],
    ]);
  });
});
