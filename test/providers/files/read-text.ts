import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import type { ReadItem } from '../../../src/core/meeting/reading.ts';
import { type ReadOptions, readCalendar } from '../../../src/providers/files/read-calendar.ts';

/** October and November 2026, around the end of daylight saving time in Europe and America. */
const autumn = {
  fromMs: Date.parse('2026-10-01T00:00:00Z'),
  toMs: Date.parse('2026-12-01T00:00:00Z'),
};

export async function readItems(
  input: string | Uint8Array | readonly (string | Uint8Array)[],
  options: Partial<ReadOptions> = {},
): Promise<ReadItem[]> {
  const chunks = typeof input === 'string' || input instanceof Uint8Array ? [input] : input;
  async function* stream() {
    yield* chunks;
  }
  const items: ReadItem[] = [];
  for await (const item of readCalendar(stream(), { name: 'test', window: autumn, ...options }))
    items.push(item);
  return items;
}

export function meetingsOf(items: readonly ReadItem[]): Meeting[] {
  return items.flatMap((item) => (item.kind === 'meeting' ? [item.meeting] : []));
}

export function problemsOf(items: readonly ReadItem[], kind: 'refused' | 'note'): string[] {
  return items.flatMap((item) => (item.kind === kind ? [`${item.problem.place}: ${item.problem.what}`] : []));
}

/** The one meeting of an input. */
export async function readOne(
  input: string | Uint8Array,
  options: Partial<ReadOptions> = {},
): Promise<Meeting> {
  const [meeting, ...others] = meetingsOf(await readItems(input, options));
  if (meeting === undefined || others.length > 0)
    throw new Error(`expected one meeting, got ${others.length + (meeting ? 1 : 0)}`);
  return meeting;
}

/** A calendar of the given lines, each argument after the first one VEVENT. */
export function calendar(head: readonly string[], ...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...head, ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** One VEVENT with a UID in a calendar of its own. */
export function oneEvent(...lines: readonly string[]): string {
  return calendar([], ['UID:one@example.org', 'DTSTAMP:20260901T000000Z', ...lines]);
}

/** Occurrences as people read them: UTC instants as `YYYY-MM-DDTHH:mm`, days and floating times as written. */
export function startsOf(meeting: Meeting): string[] {
  return meeting.occurrences.map(({ start }) => {
    if (start.kind === 'instant') return `${new Date(start.ms).toISOString().slice(0, 16)}Z`;
    return start.kind === 'date' ? start.date : start.kind === 'floating' ? start.local : `? ${start.text}`;
  });
}
