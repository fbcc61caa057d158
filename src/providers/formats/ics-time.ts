import { textOrNull } from './attendees.ts';
import type { IcsProperty } from './ics-property.ts';
import { parseWall } from './written-time.ts';

/** A date or time as the file writes it; its zone is known only when the whole file has been read. */
export interface IcsTime {
  readonly wallMs: number;
  readonly form: 'date' | 'utc' | 'local';
  /** TZID; null for UTC, floating times and days. */
  readonly tzid: string | null;
}

/** An RDATE: a start, and an end or a DURATION value where it was written as a PERIOD. */
export interface IcsPeriod {
  readonly start: IcsTime;
  readonly end: IcsTime | null;
  readonly duration: string | null;
}

/** The dates or times of a property; values that are none are left out. */
export function timesOf(property: IcsProperty): readonly IcsTime[] {
  return property.values.flatMap((value) => readTime(value, property) ?? []);
}

/** The dates, times or periods of an RDATE. */
export function periodsOf(property: IcsProperty): readonly IcsPeriod[] {
  return property.values.flatMap((value) => {
    const [from = '', to = ''] = value.split('/');
    const start = readTime(from, property);
    if (start === null) return [];
    const isDuration = /^[+-]?P/i.test(to);
    return [{ start, end: isDuration ? null : readTime(to, property), duration: isDuration ? to : null }];
  });
}

function readTime(value: string, property: IcsProperty): IcsTime | null {
  const wall = parseWall(value);
  if (wall === null) return null;
  if (!wall.hasTime) return { wallMs: wall.wallMs, form: 'date', tzid: null };
  if (/Z$/i.test(value)) return { wallMs: wall.wallMs, form: 'utc', tzid: null };
  return { wallMs: wall.wallMs, form: 'local', tzid: textOrNull(property.parameters.get('tzid')) };
}
