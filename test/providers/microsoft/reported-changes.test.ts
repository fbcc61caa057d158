import { describe, expect, it } from '@jest/globals';
import { occurrenceDigest, readCursor, writeCursor } from '../../../src/providers/microsoft/change-cursor.ts';
import { sortReports } from '../../../src/providers/microsoft/reported-changes.ts';

const start = { dateTime: '2026-11-02T09:00:00.0000000', timeZone: 'UTC' };
const single = (id: string) => ({ id, type: 'singleInstance', subject: id, start, end: start });
const occurrence = (id: string, seriesMasterId: string) => ({
  id,
  type: 'occurrence',
  seriesMasterId,
  start,
});
const removed = (id: string) => ({ id, '@removed': { reason: 'deleted' } });
const none = new Map<string, ReadonlySet<string>>();

describe('reported changes', () => {
  it('name a series once, however many of its occurrences changed', () => {
    const reported = sortReports(
      [occurrence('o1', 's'), { ...single('s'), type: 'seriesMaster' }, occurrence('o2', 's'), single('a')],
      none,
    );
    expect([...reported.series]).toEqual(['s']);
    expect([...reported.singles.keys()]).toEqual(['a']);
    expect(reported.occurrences.get('s')).toEqual(new Set(['o1', 'o2'].map(occurrenceDigest)));
  });

  it('make a removed occurrence a change of its series, in this round and in later ones', () => {
    const first = sortReports([occurrence('o1', 's'), occurrence('o2', 's')], none);
    const later = sortReports([removed('o1')], first.occurrences);
    expect([...later.series]).toEqual(['s']);
    expect(later.removed.size).toBe(0);
    // The same removal may come again with the next change of the series.
    expect([...sortReports([removed('o1')], later.occurrences).series]).toEqual(['s']);
    // The map that was handed in stays as it was: the pull may fail and begin again.
    sortReports([occurrence('o3', 's')], first.occurrences);
    expect(first.occurrences.get('s')?.size).toBe(2);
  });

  it('pass on removed ids that nobody knows', () => {
    expect([...sortReports([removed('x')], none).removed]).toEqual(['x']);
  });

  it('say that a removed series is removed, in whatever order its parts come', () => {
    const known = sortReports([occurrence('o1', 's')], none).occurrences;
    for (const items of [
      [removed('o1'), removed('s')],
      [removed('s'), removed('o1')],
    ]) {
      const reported = sortReports(items, known);
      expect([...reported.removed]).toEqual(['s']);
      expect([...reported.series]).toEqual([]);
    }
  });

  it('look at a series of which something is there after it was said to be gone', () => {
    const reported = sortReports([removed('s'), occurrence('o1', 's')], none);
    expect([[...reported.series], [...reported.removed]]).toEqual([['s'], []]);
  });

  it('forget the occurrences of what is no series any more, in whatever order they go', () => {
    const known = sortReports([occurrence('o1', 's')], none).occurrences;
    for (const items of [
      [removed('o1'), single('s')],
      [single('s'), removed('o1')],
    ]) {
      const reported = sortReports(items, known);
      expect([[...reported.singles.keys()], [...reported.series]]).toEqual([['s'], []]);
      expect(reported.occurrences.size).toBe(0);
    }
  });

  it('let the last word on an id count', () => {
    const gone = sortReports([single('a'), removed('a')], none);
    expect([gone.singles.size, [...gone.removed]]).toEqual([0, ['a']]);
    const back = sortReports([removed('a'), single('a')], none);
    expect([[...back.singles.keys()], back.removed.size]).toEqual([['a'], 0]);
    const twice = sortReports([single('a'), { ...single('a'), subject: 'newer' }], none);
    expect(twice.singles.get('a')?.subject).toBe('newer');
  });

  it('lose only what cannot be read', () => {
    const reported = sortReports([null, 7, { subject: 'no id' }, { id: 'b' }, single('a')], none);
    expect(reported.unreadable).toEqual([null, null, null, 'b']);
    expect([...reported.singles.keys()]).toEqual(['a']);
  });
});

describe('cursor of changes', () => {
  it('survives being text', () => {
    const cursor = {
      link: '/me/calendarView/delta?$deltatoken=x',
      window: { fromMs: 1, toMs: 2 },
      series: new Map([
        ['__proto__', new Set(['a', 'b'])],
        ['s', new Set<string>()],
      ]),
    };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  it.each(['', '{', 'null', '{"version":2}', '{"version":1,"link":"https://evil.example/"}'])(
    '%j is none',
    (text) => {
      expect(readCursor(text)).toBeNull();
    },
  );
});
