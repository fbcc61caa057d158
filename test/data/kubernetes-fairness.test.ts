import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { RRuleTemporal } from 'rrule-temporal';
import { type SeriesFairness, seriesByFairness } from '../../src/app/fairness-series.ts';
import { minuteRates } from '../core/fairness/oracle/minute-rate.ts';
import { personIn } from '../core/fairness/samples.ts';
import { readItems } from '../providers/files/read-text.ts';

const file = path.resolve('../shared/data/ics/kubernetes-sigs.ics');
const isThere = existsSync(file);
const year = { fromMs: Date.parse('2026-11-21T00:00Z'), toMs: Date.parse('2027-11-21T00:00Z') };
const minuteMs = 60_000;
const people = [
  personIn('America/Los_Angeles', { name: 'San Francisco' }),
  personIn('Europe/Berlin', { name: 'Berlin' }),
  personIn('Asia/Kolkata', { name: 'Bengaluru' }),
  personIn('Asia/Tokyo', { name: 'Tokyo' }),
];

/** The events of the file as its lines say them, by UID. */
function writtenEvents(text: string): Map<string, string> {
  const events = text
    .replace(/\r?\n[ \t]/g, '')
    .split('BEGIN:VEVENT')
    .slice(1);
  return new Map(events.map((event) => [/^UID:(.*?)\r?$/m.exec(event)?.[1] ?? '', event]));
}

/** Starts and ends of the year, expanded by a second implementation. */
function expanded(event: string): { startMs: number; endMs: number }[] {
  const timeOf = (name: string) =>
    new RegExp(`^${name}(?:;TZID=([^:]+))?:(\\d{8}T\\d{6})`, 'm').exec(event) ?? [];
  const [, zone = 'UTC', start = ''] = timeOf('DTSTART');
  const [, endZone = 'UTC', end = ''] = timeOf('DTEND');
  const instant = (local: string, at: string) => DateTime.fromISO(local, { zone: at }).toMillis();
  const lengthMs = instant(end, endZone) - instant(start, zone);
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${zone}:${start}\nRRULE:${/^RRULE:(.*?)\r?$/m.exec(event)?.[1]}`,
  });
  return rule
    .between(new Date(year.fromMs), new Date(year.toMs), true)
    .map(({ epochMilliseconds }) => ({ startMs: epochMilliseconds, endMs: epochMilliseconds + lengthMs }))
    .filter(({ startMs }) => startMs >= year.fromMs && startMs < year.toMs);
}

/** What the minutes of an hour cost, one by one. */
function costOf(person: (typeof people)[number], startMs: number, endMs: number): number {
  const rateAt = minuteRates(person);
  let sum = 0;
  for (let ms = startMs; ms < endMs; ms += minuteMs) sum += rateAt(ms) ?? Number.NaN;
  return sum;
}

(isThere ? describe : describe.skip)(
  `fairness of kubernetes-sigs.ics${isThere ? '' : ' (skipped: the shared folder is absent)'}`,
  () => {
    let series: readonly SeriesFairness[] = [];
    let events = new Map<string, string>();
    const seriesOf = (uid: string): SeriesFairness => {
      const found = series.find((each) => each.uid === uid);
      if (!found) throw new Error(`${uid} is not judged`);
      return found;
    };

    beforeAll(async () => {
      const text = readFileSync(file, 'utf8');
      events = writtenEvents(text);
      const items = await readItems(text, { window: year });
      const options = {
        people,
        ...year,
        uid: null,
        blockLength: null,
        ledger: new Map(),
        rotations: 'all' as const,
      };
      const answer = seriesByFairness(items, options);
      expect(answer.notes).toEqual([]);
      series = answer.series;
    }, 120_000);

    it('judges all series, the most unfair first', () => {
      expect(events.size).toBe(97);
      expect(series.map(({ uid }) => uid).sort()).toEqual([...events.keys()].sort());
      const worst = series.map((each) => Math.max(...each.people.map(({ burden }) => burden ?? 0)));
      expect(worst).toEqual(worst.toSorted((a, b) => b - a));
    });

    it.each([
      ['every week at 09:00 in Los Angeles', 'aa9a1e6dd55aac1d@kubernetes-sigs', 52],
      ['every week at 17:00 in Warsaw', 'd5e45b2d103fc90f@kubernetes-sigs', 52],
      ['every other week at 14:00 in Kolkata', 'c93152b8d4b810c7@kubernetes-sigs', 26],
    ])('judges each time of a series %s as luxon does, minute by minute', (_, uid, count) => {
      const times = expanded(events.get(uid) ?? '');
      expect(times).toHaveLength(count);
      const { occurrences, zone } = seriesOf(uid);
      expect(occurrences).toEqual(
        times.map(({ startMs, endMs }) => {
          const local = DateTime.fromMillis(startMs, { zone });
          return {
            startMs,
            endMs,
            date: local.toISODate(),
            minuteOfDay: local.hour * 60 + local.minute,
            people: people.map((person) => ({
              name: person.name,
              zone: person.stays[0]?.zone,
              burden: costOf(person, startMs, endMs),
            })),
          };
        }),
      );
    });

    it('flags for Berlin the weeks between American and European changes whose burden changes, and no others', () => {
      const american = series.filter(({ zone }) => zone.startsWith('America/'));
      expect(american.length).toBeGreaterThan(60);
      const berlin = people[1];
      if (!berlin) throw new Error('nobody is in Berlin');
      let flaggedDates = 0;
      for (const each of american) {
        const flagged = each.clockShifts
          .filter(({ name }) => name === 'Berlin')
          .flatMap(({ from, to }) => each.occurrences.filter(({ date }) => date >= from && date <= to));
        const expected = each.occurrences.filter(({ date, startMs, endMs }) => {
          // Until the Sunday of the European change, which comes before any hour of an American morning.
          const isBetween =
            (date >= '2027-03-14' && date < '2027-03-28') || (date >= '2027-10-31' && date < '2027-11-07');
          // In these weeks Berlin is an hour earlier than else.
          const hour = 60 * minuteMs;
          return isBetween && costOf(berlin, startMs, endMs) !== costOf(berlin, startMs + hour, endMs + hour);
        });
        expect([each.uid, ...flagged.map(({ date }) => date)]).toEqual([
          each.uid,
          ...expected.map(({ date }) => date),
        ]);
        flaggedDates += flagged.length;
      }
      expect(flaggedDates).toBeGreaterThan(50);
    });

    it('finds for each series a rotation over all of the year that leaves the worst-off no worse', () => {
      for (const { uid, rotation, occurrences, people: shares } of series) {
        const blocks = rotation?.blocks ?? [];
        const covered = blocks.reduce((sum, block) => sum + block.occurrences, 0);
        expect([uid, covered]).toEqual([uid, occurrences.length]);
        expect([blocks[0]?.from, blocks.at(-1)?.to]).toEqual([
          occurrences[0]?.date,
          occurrences.at(-1)?.date,
        ]);
        const kept = Math.max(...shares.map((share) => share.kept ?? Number.NaN));
        const rotated = Math.max(...(rotation?.cumulative.values() ?? [Number.NaN]));
        expect([uid, rotated <= kept]).toEqual([uid, true]);
        expect(rotation?.proof).toMatchObject({ exact: true, gap: 0 });
      }
    });
  },
);
