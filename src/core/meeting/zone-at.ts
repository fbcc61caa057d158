import type { Policy, Travel } from './policy.ts';
import { wallTimeToInstant } from './wall-time.ts';

/** A zone that is in force from an instant on, until the next one begins. */
export interface ZoneStay {
  /** Epoch milliseconds, included; `-Infinity` for the first. */
  readonly fromMs: number;
  /** IANA name; null where nobody knows. */
  readonly zone: string | null;
}

type Whereabouts = Pick<Policy, 'zone' | 'travel'>;

/** Where a person's clock is at an instant (epoch milliseconds): IANA name, null where nobody knows. */
export function zoneAt({ zone, travel }: Whereabouts, ms: number): string | null {
  if (travel.length === 0) return zone;
  return stretchesOf(travel).findLast(({ fromMs, toMs }) => fromMs <= ms && ms < toMs)?.zone ?? zone;
}

/**
 * Where a person's clock is at all times, by `fromMs`; no two neighbours name the same zone.
 * A stay lasts from 00:00 of its first date to 24:00 of its last, both on the clock there. Where the next stay begins
 * before that, because its clock is ahead, the next one holds. In between and around them is home.
 */
export function zoneStays({ zone, travel }: Whereabouts): readonly ZoneStay[] {
  const stays: ZoneStay[] = [{ fromMs: Number.NEGATIVE_INFINITY, zone }];
  for (const stretch of stretchesOf(travel)) {
    // The return home from the stay before is the same instant where the two touch, and then there is none.
    if (stays.at(-1)?.fromMs === stretch.fromMs) stays.pop();
    stays.push({ fromMs: stretch.fromMs, zone: stretch.zone }, { fromMs: stretch.toMs, zone });
  }
  return stays.filter((stay, index) => index === 0 || stay.zone !== stays[index - 1]?.zone);
}

/** A stay as instants, `toMs` excluded. */
interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly zone: string;
}

/** Every occurrence of every meeting asks where somebody is, and a stated list of stays never changes. */
const knownStretches = new WeakMap<readonly Travel[], readonly Stretch[]>();

/** The stays in order; none reaches into the next. */
function stretchesOf(travel: readonly Travel[]): readonly Stretch[] {
  const known = knownStretches.get(travel);
  if (known) return known;
  const whole = travel.map(stretchOf).toSorted((a, b) => a.fromMs - b.fromMs);
  const stretches = whole
    .map((stretch, index) => ({
      ...stretch,
      toMs: Math.min(stretch.toMs, whole[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY),
    }))
    .filter(({ fromMs, toMs }) => toMs > fromMs);
  knownStretches.set(travel, stretches);
  return stretches;
}

function stretchOf({ fromDate, toDate, zone }: Travel): Stretch {
  return {
    fromMs: wallTimeToInstant(fromDate, { hour: 0, minute: 0 }, zone),
    toMs: wallTimeToInstant(toDate, { hour: 24, minute: 0 }, zone),
    zone,
  };
}
