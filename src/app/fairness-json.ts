import type { FairSlot, SlotSearch } from '../core/fairness/find-slots.ts';
import { instantToLocal } from '../core/meeting/wall-time.ts';
import type { SlotsAnswer } from './fairness.ts';
import type { SeriesFairness } from './fairness-series.ts';
import { clockShiftSentence, clockText } from './fairness-words.ts';

/** A warning as `--json` prints it. */
interface WarningJson {
  readonly rule: string;
  readonly because: string;
  readonly people: readonly string[];
  /** UTC; null where it is about no single time. */
  readonly start: string | null;
}

/** One time as `--json` prints it: instants in UTC, burdens in point-minutes. */
interface SlotJson {
  readonly start: string;
  readonly end: string;
  readonly worst: number;
  readonly total: number;
  readonly availability: FairSlot['availability'];
  readonly people: readonly {
    readonly name: string;
    readonly zone: string | null;
    /** On that person's clock; null where the zone is unknown. */
    readonly local: string | null;
    readonly burden: number | null;
    readonly carried: number;
    readonly attends: 'yes' | 'unknown' | 'no';
    readonly attendance: 'required' | 'optional';
  }[];
}

/** What `fairness --json` prints for a search of slots. */
export interface SlotsJson {
  readonly slots: readonly SlotJson[];
  readonly current: SlotJson | null;
  readonly warnings: readonly WarningJson[];
  readonly considered: number;
  readonly refusals: SlotSearch['refusals'];
}

/** What somebody carries of a series; point-minutes. */
interface SeriesPersonJson {
  readonly name: string;
  /** Before the first occurrence. */
  readonly carried: number;
  /** Of all occurrences where they are now; null where the zone of some is unknown. */
  readonly burden: number | null;
  /** Carried in the end, where the series stays as it is; null likewise. */
  readonly kept: number | null;
  /** Carried in the end of the rotation; null where there is none. */
  readonly rotated: number | null;
}

/** An occurrence that a change of clocks moves for somebody. */
interface ClockShiftJson {
  readonly name: string;
  /** Dates of the first and the last occurrence, on the series' own clock. */
  readonly from: string;
  readonly to: string;
  readonly occurrences: number;
  /** `22:30` on that person's clock, and what it is otherwise. */
  readonly local: string;
  readonly usually: string;
  readonly burden: number;
  readonly usualBurden: number;
  readonly because: string;
}

/** A stretch of a rotation with one time. */
export interface RotationBlockJson {
  readonly from: string;
  readonly to: string;
  readonly occurrences: number;
  /** `09:30` on the clock of `zone`. */
  readonly local: string;
  readonly zone: string;
  /** The first occurrence at the times that most of the block have, in UTC. */
  readonly start: string;
  readonly people: readonly {
    readonly name: string;
    readonly local: string | null;
    readonly burden: number | null;
  }[];
}

/** One series as `--json` prints it. */
export interface SeriesJson {
  readonly uid: string;
  readonly summary: string | null;
  readonly zone: string;
  readonly weeks: readonly {
    /** On the series' own clock. */
    readonly date: string;
    readonly start: string;
    readonly end: string;
    readonly people: readonly {
      readonly name: string;
      readonly zone: string | null;
      readonly local: string | null;
      readonly burden: number | null;
    }[];
  }[];
  readonly people: readonly SeriesPersonJson[];
  readonly fairness: {
    readonly kept: { readonly gini: number; readonly jain: number };
    readonly rotated: { readonly gini: number; readonly jain: number } | null;
  };
  readonly daylightSaving: readonly ClockShiftJson[];
  readonly rotation: readonly RotationBlockJson[];
  readonly rotationProof: {
    readonly exact: boolean;
    readonly lowerBound: number;
    readonly gap: number;
    readonly worst: number;
  } | null;
  readonly warnings: readonly WarningJson[];
}

export function slotsJson({ search, current, warnings }: SlotsAnswer): SlotsJson {
  return {
    slots: search.slots.map(slotJson),
    current: current && slotJson(current),
    warnings: warnings.map(warningJson),
    considered: search.considered,
    refusals: search.refusals.map(({ name, because, slots }) => ({ name, because, slots })),
  };
}

/** The published form of a judged series; indices are rounded to four places. */
export function seriesJson(series: SeriesFairness): SeriesJson {
  const { rotation, zone } = series;
  return {
    uid: series.uid,
    summary: series.summary,
    zone,
    weeks: series.occurrences.map(({ date, startMs, endMs, people }) => ({
      date,
      start: utcText(startMs),
      end: utcText(endMs),
      people: people.map(({ name, zone: at, burden }) => ({
        name,
        zone: at,
        local: localText(startMs, at),
        burden,
      })),
    })),
    people: series.people.map(({ name, carried, burden, kept, rotated }) => ({
      name,
      carried,
      burden,
      kept,
      rotated,
    })),
    fairness: { kept: rounded(series.kept), rotated: series.rotated && rounded(series.rotated) },
    daylightSaving: series.clockShifts.map((shift) => ({
      name: shift.name,
      from: shift.from,
      to: shift.to,
      occurrences: shift.occurrences,
      local: clockText(shift.minuteOfDay),
      usually: clockText(shift.usualMinuteOfDay),
      burden: shift.burden,
      usualBurden: shift.usualBurden,
      because: clockShiftSentence(shift),
    })),
    rotation: (rotation?.blocks ?? []).map(({ from, to, occurrences, minuteOfDay, startMs, people }) => ({
      from,
      to,
      occurrences,
      local: clockText(minuteOfDay),
      zone,
      start: utcText(startMs),
      people: people.map(({ name, zone: at, burden }) => ({ name, local: localText(startMs, at), burden })),
    })),
    rotationProof: rotation && {
      ...rotation.proof,
      worst: Math.max(0, ...rotation.cumulative.values()),
    },
    warnings: series.warnings.map(warningJson),
  };
}

function rounded({ gini, jain }: { readonly gini: number; readonly jain: number }) {
  return { gini: Math.round(gini * 10_000) / 10_000, jain: Math.round(jain * 10_000) / 10_000 };
}

function warningJson({ rule, because, people, startMs }: SlotsAnswer['warnings'][number]): WarningJson {
  return { rule, because, people, start: startMs === null ? null : utcText(startMs) };
}

/** `2026-11-25T09:30:00Z`; parts of a second are cut off. */
export function utcText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** What the clock of a zone shows, `Wed 2026-11-25 10:30`; null where the zone is unknown. */
export function localText(ms: number, zone: string | null): string | null {
  return zone === null ? null : instantToLocal(ms, zone).text;
}

function slotJson({ startMs, endMs, worst, total, availability, people }: FairSlot): SlotJson {
  return {
    start: utcText(startMs),
    end: utcText(endMs),
    worst,
    total,
    availability,
    people: people.map(({ name, zone, burden, carried, attends, attendance }) => ({
      name,
      zone,
      local: localText(startMs, zone),
      burden,
      carried,
      attends,
      attendance,
    })),
  };
}
