import { parseWall, utc, type WrittenTime, wallAt, type ZoneRules } from './written-time.ts';
import { zoneByName } from './zone-names.ts';

const withOffset = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * A JSON date-time with the name of its zone beside it, as both Google and Graph write it. A time with an offset is
 * an instant, and the named zone only tells whose clock to use for it; without one it is the clock of the named zone.
 *
 * @returns null where the text is no time; an unknown zone where the instant is not certain
 */
export function readResourceTime(dateTime: string, zoneName: string | null): WrittenTime | null {
  const [, local, offset] = withOffset.exec(dateTime.trim()) ?? [];
  const wall = local === undefined ? null : parseWall(local.length === 16 ? `${local}:00` : local);
  if (wall === null) return null;
  const named = zoneName === null ? null : zoneByName(zoneName);
  if (offset !== undefined) return atInstant(wall.wallMs - offsetMs(offset), named, offset);
  return { wallMs: wall.wallMs, zone: named ?? { kind: 'unknown', text: zoneName ?? '' } };
}

/** The day of a `YYYY-MM-DD`, or of a date-time whose time of day means nothing; null where it is none. */
export function readResourceDate(date: string): WrittenTime | null {
  const wall = parseWall(date.slice(0, 10));
  return wall === null ? null : { wallMs: wall.wallMs, zone: { kind: 'date' } };
}

/** An instant by the clock of a zone; where none is known, by the offset it was written with. */
export function atInstant(instantMs: number, zone: ZoneRules | null, offset = 'Z'): WrittenTime {
  const rules: ZoneRules =
    zone ?? (/^z$/i.test(offset) ? utc : { kind: 'fixed', offsetMinutes: offsetMs(offset) / 60_000 });
  return { wallMs: wallAt(instantMs, rules) ?? instantMs, zone: rules, instantMs };
}

function offsetMs(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}
