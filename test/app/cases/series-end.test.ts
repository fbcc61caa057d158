import { describe, expect, it } from '@jest/globals';
import { endOfSeries } from '../../../src/app/cases/series-end.ts';
import type { Recurrence } from '../../../src/core/meeting/meeting.ts';
import { lasting } from '../../core/time/samples.ts';
import { series } from './entries.ts';
import { gates } from './gate.ts';

const open = gates();
const dayMs = 86_400_000;
const lastEndMs = Date.parse('2026-12-02T11:00:00Z');
const { meeting } = series(['2026-11-25T10:00:00Z', '2026-12-02T10:00:00Z']);

function ending(days: number, recurrence: Partial<Recurrence> = {}, change: Partial<typeof meeting> = {}) {
  const repeats = { frequency: 'weekly', interval: 1, timesPerUnit: 1, ...recurrence } as const;
  const window = { fromMs: 0, toMs: lastEndMs + days * dayMs };
  return endOfSeries({ ...meeting, recurrence: repeats, ...change }, null, window);
}

describe('the end of a series', () => {
  it.each<[string, number, Partial<Recurrence>, boolean]>([
    ['two weeks bring nothing', 15, {}, true],
    ['only two weeks are in sight', 14, {}, false],
    ['every second week', 28, { interval: 2 }, false],
    ['every second week, five of them quiet', 35, { interval: 2 }, true],
    ['a month could still come', 60, { frequency: 'monthly' }, false],
    ['a year could still come', 182, { frequency: 'yearly' }, false],
    ['nobody knows how it repeats', 1000, { frequency: 'irregular' }, false],
  ])('where %s', (_, days, recurrence, isKnown) => {
    expect(ending(days, recurrence)).toBe(isKnown ? lastEndMs : null);
  });

  it('is unknown where the list was cut, a time is not understood, or nothing was read', () => {
    expect(ending(100, {}, { occurrencesTruncated: true })).toBeNull();
    expect(ending(100, {}, { occurrences: [] })).toBeNull();
    const [first = lasting('2026-11-25T10:00:00Z')] = meeting.occurrences;
    const floating = { ...first, end: { kind: 'floating', local: '2026-11-25T12:00:00' } } as const;
    expect(ending(100, {}, { occurrences: [first, floating] })).toBeNull();
    expect(endOfSeries(meeting, null, null)).toBeNull();
  });
});

describe('the case of a series', () => {
  it('ends with its last occurrence, and is judged again if it goes on', async () => {
    const gate = await open();
    const shown = series(['2026-11-25T10:00:00Z', '2026-12-02T10:00:00Z']);
    await gate.see(shown);
    const [whole] = await gate.cases();
    expect(whole).toMatchObject({ occurrence: '', endMs: lastEndMs, closed: false });
    gate.setNow(lastEndMs + dayMs);
    const ended = await gate.inside((tx) => tx.cases.ended(lastEndMs + dayMs, 10));
    expect(ended).toContain(whole?.id);
    for (const id of ended) await gate.report(id, { type: 'ENDED' });
    await gate.see({ ...shown, version: 'v2' });
    expect((await gate.cases()).every(({ closed }) => closed)).toBe(true);
    const longer = [...shown.meeting.occurrences, lasting('2026-12-09T10:00:00Z')];
    await gate.see({ ...shown, version: 'v3', meeting: { ...shown.meeting, occurrences: longer } });
    const last = (await gate.cases()).at(-1);
    expect(last).toMatchObject({
      occurrence: '',
      closed: false,
      startMs: Date.parse('2026-12-09T10:00:00Z'),
    });
  });

  it('knows what comes next, week by week', async () => {
    const gate = await open();
    const shown = series(['2026-11-25T10:00:00Z', '2026-12-02T10:00:00Z', '2026-12-09T10:00:00Z']);
    await gate.see(shown);
    gate.setNow(Date.parse('2026-11-26T10:00:00Z'));
    await gate.see({ ...shown, version: 'v2' });
    const [whole] = await gate.cases();
    expect(whole).toMatchObject({ revision: 0, startMs: Date.parse('2026-12-02T10:00:00Z') });
    expect(await gate.steps(whole?.id ?? '')).toHaveLength(2);
  });
});
