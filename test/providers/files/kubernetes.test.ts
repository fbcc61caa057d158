import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { RRuleTemporal } from 'rrule-temporal';
import { meetingsOf, readItems } from './read-text.ts';

const file = path.resolve('../shared/data/ics/kubernetes-sigs.ics');
const isThere = existsSync(file);

/** DTSTART always counts, also where the rule does not give it; months are those of UTC. */
function independentStarts(text: string, fromMs: number, toMs: number): string[] {
  return text
    .replace(/\r?\n[ \t]/g, '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .flatMap((event) => {
      const line = (name: RegExp) => name.exec(event)?.[1] ?? '';
      const uid = line(/^UID:(.*?)\r?$/m);
      const [, zone = 'UTC', local = ''] = /^DTSTART(?:;TZID=([^:]+))?:(\d{8}T\d{6})/m.exec(event) ?? [];
      const rule = new RRuleTemporal({
        rruleString: `DTSTART;TZID=${zone}:${local}\nRRULE:${line(/^RRULE:(.*?)\r?$/m)}`,
      });
      const single = new RRuleTemporal({
        rruleString: `DTSTART;TZID=${zone}:${local}\nRRULE:FREQ=DAILY;COUNT=1`,
      });
      const starts = [...single.all(), ...rule.between(new Date(fromMs), new Date(toMs), true)].map(
        (time) => time.epochMilliseconds,
      );
      return [...new Set(starts)]
        .filter((ms) => ms >= fromMs && ms < toMs)
        .map((ms) => `${uid} ${new Date(ms).toISOString()}`);
    })
    .sort();
}

(isThere ? describe : describe.skip)(
  `kubernetes-sigs.ics${isThere ? '' : ' (skipped: the shared folder is absent)'}`,
  () => {
    it.each([
      ['October 2026', '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'],
      ['the 12 months from October 2026', '2026-10-01T00:00:00Z', '2027-10-01T00:00:00Z'],
    ])('gives the occurrences of %s that a second implementation gives', async (_, from, to) => {
      const text = readFileSync(file, 'utf8');
      const window = { fromMs: Date.parse(from), toMs: Date.parse(to) };
      const meetings = meetingsOf(await readItems(text, { window }));
      const starts = meetings.flatMap((meeting) =>
        meeting.occurrences.map(({ start }) => {
          if (start.kind !== 'instant') throw new Error(`${meeting.uid} has no instant`);
          return `${meeting.uid} ${new Date(start.ms).toISOString()}`;
        }),
      );
      const expected = independentStarts(text, window.fromMs, window.toMs);
      expect(expected.length).toBeGreaterThan(200);
      // A single meeting is carried outside the window too; this file has only series.
      expect(starts.sort()).toEqual(expected);
    });
  },
);
