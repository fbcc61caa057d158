import type { LayeredMinutes } from '../../core/load/layers.ts';
import type { MonthLoad } from '../../core/load/month-load.ts';

/** What the gate would have said, in the order in which people are shown it: what there is something to do about first. */
export const verdictOrder = [
  'go-async',
  'decline',
  'move',
  'meet-differently',
  'ask',
  'meet',
  'skip',
] as const;
export type ReportedVerdict = (typeof verdictOrder)[number];

/** Strongest first: a minute that meetings of several needs cover belongs to the first of them. */
export const needOrder = ['live', 'unclear', 'async'] as const;
export type ReportedNeed = (typeof needOrder)[number];

/** One meeting or series with what the gate would have said. Its texts are the invite's own and hostile. */
export interface JudgedMeeting {
  readonly uid: string;
  readonly summary: string | null;
  /** When it is, in words and in the zone of the report: `Mondays 10:00`, `Thu 8 October, 14:30`. */
  readonly when: string;
  readonly occurrencesInMonth: number;
  readonly hoursInMonth: number;
  /** Null for a single meeting. */
  readonly hoursPerYear: number | null;
  /** People who have not declined; null where the calendar does not tell. */
  readonly people: number | null;
  readonly verdict: ReportedVerdict;
  readonly need: ReportedNeed;
  readonly format: 'document' | 'video' | 'thread' | null;
  /** Probability that `need` is right, 0 to 1. */
  readonly confidence: number;
  /** The reason in one sentence. */
  readonly because: string;
  /** Words of the invite that the reason rests on. */
  readonly evidence: readonly { readonly field: string; readonly text: string }[];
  /** What the gate proposes to change. */
  readonly changes: readonly string[];
}

/** Everything that the page shows. */
export interface AuditPageData {
  readonly fileNames: readonly string[];
  /** Whose calendar it is; null where nobody said. */
  readonly person: string | null;
  readonly load: MonthLoad;
  readonly hourlyRate: { readonly amount: number; readonly currency: string };
  /** `layeredMinutes(load, needOrder, …)`: its `async` part is the time that would come back. */
  readonly minutesByNeed: LayeredMinutes<ReportedNeed>;
  readonly verdicts: Readonly<Record<ReportedVerdict, number>>;
  readonly meetings: readonly JudgedMeeting[];
  /** Further things to know, beside those of `load`. */
  readonly notes: readonly string[];
}
