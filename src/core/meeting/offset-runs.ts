import { IANAZone } from 'luxon';
import type { Window } from './event-time.ts';

/** A stretch of time in which a zone keeps its distance from UTC. */
export interface OffsetRun {
  readonly window: Window;
  /** Whole minutes, east of Greenwich positive. */
  readonly offsetMinutes: number;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Changes are looked for once for each such stretch of a zone. */
const chunkMs = 32 * dayMs;
/** Since 1980 no zone went back sooner than a week after a change (Boa Vista, October 2000), so none is missed. */
const sampleMs = 4 * dayMs;
const mostKnownChunks = 5000;

interface OffsetChange {
  readonly ms: number;
  readonly offsetMinutes: number;
}

/** Asking the runtime takes microseconds and a year of quarter hours asks often, so the few answers are kept. */
const knownChunks = new Map<string, readonly OffsetChange[]>();

/**
 * How far the clocks of `zone` are from UTC over a window, in order and without gaps: a few runs a year.
 * Throws a RangeError for an unknown zone.
 *
 * @param zone IANA name
 */
export function offsetRuns(zone: string, window: Window): OffsetRun[] {
  const iana = IANAZone.create(zone);
  if (!iana.isValid) throw new RangeError(`not a known zone: ${zone}`);
  const runs: { window: { fromMs: number; toMs: number }; offsetMinutes: number }[] = [];
  const firstChunk = Math.floor(window.fromMs / chunkMs);
  for (let chunk = firstChunk; chunk * chunkMs < window.toMs; chunk += 1) {
    for (const { ms, offsetMinutes } of changesOf(iana, chunk)) {
      const last = runs.at(-1);
      if (ms >= window.toMs) break;
      if (last && ms <= window.fromMs) {
        last.offsetMinutes = offsetMinutes;
      } else if (last?.offsetMinutes !== offsetMinutes) {
        if (last) last.window.toMs = ms;
        runs.push({ window: { fromMs: Math.max(ms, window.fromMs), toMs: window.toMs }, offsetMinutes });
      }
    }
  }
  return runs;
}

/** The offset at the start of a chunk, and every change inside it. */
function changesOf(zone: IANAZone, chunk: number): readonly OffsetChange[] {
  const key = `${zone.name} ${chunk}`;
  const known = knownChunks.get(key);
  if (known) return known;
  const found = findChanges(zone, chunk * chunkMs);
  if (knownChunks.size >= mostKnownChunks) knownChunks.clear();
  knownChunks.set(key, found);
  return found;
}

function findChanges(zone: IANAZone, fromMs: number): OffsetChange[] {
  const changes: OffsetChange[] = [{ ms: fromMs, offsetMinutes: zone.offset(fromMs) }];
  for (let ms = fromMs; ms < fromMs + chunkMs; ms += sampleMs) {
    const before = changes.at(-1)?.offsetMinutes;
    const after = zone.offset(ms + sampleMs);
    if (after !== before) changes.push({ ms: changeBetween(zone, ms, ms + sampleMs), offsetMinutes: after });
  }
  return changes;
}

/** The first whole minute at which the offset of `toMs` holds; it did not at `fromMs`. */
function changeBetween(zone: IANAZone, fromMs: number, toMs: number): number {
  const after = zone.offset(toMs);
  let [before, from] = [fromMs, toMs];
  while (from - before > minuteMs) {
    const middle = before + Math.floor((from - before) / minuteMs / 2) * minuteMs;
    if (zone.offset(middle) === after) from = middle;
    else before = middle;
  }
  return from;
}
