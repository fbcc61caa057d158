import type { Window } from '../core/meeting/event-time.ts';
import type { ReadProblem } from '../core/meeting/reading.ts';
import { hasOffset, type OptionValue, parseMoment } from './option-values.ts';

/** The options that say which time is looked at. */
export interface RangeArguments {
  readonly from?: string;
  readonly to?: string;
  readonly current?: string;
  readonly series?: string;
}

const dayMs = 86_400_000;
const mostDays = 400;
/** Calendars hold no others; the same years as `--month`. */
const earliestMs = Date.UTC(1970, 0);
const latestMs = Date.UTC(2200, 0);

/** Reads options one after the other and collects what is wrong with them; null where an option is missing or wrong. */
export function valueReader(problems: ReadProblem[]) {
  return <Value>(text: string | undefined, parse: (text: string) => OptionValue<Value>): Value | null => {
    const option = text === undefined ? null : parse(text);
    if (option?.ok === false) problems.push(option.problem);
    return option?.ok ? option.value : null;
  };
}

/**
 * From now for two weeks, for a series for twelve months, unless stated otherwise.
 *
 * @param problems gets what is wrong with the range
 */
export function searchWindow(given: RangeArguments, nowMs: number, problems: ReadProblem[]): Window {
  const moment = (option: string, text: string | undefined): number | null =>
    valueReader(problems)(text, (each) => parseMoment(option, each, 'UTC'));
  const fromMs = moment('--from', given.from) ?? nowMs;
  const end = moment('--to', given.to);
  const toMs = end ?? (given.series === undefined ? fromMs + 14 * dayMs : yearLater(fromMs));
  const refuse = (what: string, remedy: string) => problems.push({ place: '--from, --to', what, remedy });
  if (toMs < fromMs) refuse('the range ends before it begins', 'give a --to after --from');
  else if (toMs - fromMs > mostDays * dayMs)
    refuse(
      `the range is longer than ${mostDays} days`,
      'give a shorter one; what lies further ahead changes anyway',
    );
  else if (fromMs < earliestMs || toMs > latestMs)
    refuse('the range leaves the years 1970 to 2199', 'give other dates');
  return { fromMs, toMs };
}

/** What was read into the range: times without an offset, and defaults. */
export function rangeNotes(given: RangeArguments, { fromMs, toMs }: Window): readonly ReadProblem[] {
  const unzoned = (['from', 'to', 'current'] as const).flatMap((key) => {
    const text = given[key];
    return text === undefined || hasOffset(text) ? [] : [unzonedNote(`--${key}`, text)];
  });
  const later = given.series === undefined ? 'two weeks later' : 'twelve months later';
  return [
    ...unzoned,
    ...(given.from === undefined ? [defaultNote('--from', 'now', fromMs)] : []),
    ...(given.to === undefined ? [defaultNote('--to', later, toMs)] : []),
  ];
}

function unzonedNote(place: string, text: string): ReadProblem {
  const what = `${text} names no offset and is read in UTC`;
  return { place, what, remedy: 'add one, for example +02:00 or Z' };
}

function defaultNote(place: string, word: string, ms: number): ReadProblem {
  const what = `it is not given and is ${word}, ${new Date(ms).toISOString().slice(0, 16)}Z`;
  return { place, what, remedy: `give another with ${place}` };
}

function yearLater(ms: number): number {
  const date = new Date(ms);
  return date.setUTCFullYear(date.getUTCFullYear() + 1);
}
