import { nearestName } from '../config/policy/nearest-name.ts';
import type { Window } from '../core/meeting/event-time.ts';
import type { ReadProblem } from '../core/meeting/reading.ts';
import { type Entry, parseEntries, parseSingleEntries, quoted } from './fairness-entries.ts';
import { rangeNotes, searchWindow, valueReader } from './fairness-range.ts';
import { parseCount, parseDuration } from './fairness-values.ts';
import { parseMoment } from './option-values.ts';

/** Options of `fairness` as they stand on the command line; lists collect what was given several times. */
export interface FairnessArguments {
  readonly people?: readonly string[];
  readonly duration?: string;
  readonly from?: string;
  readonly to?: string;
  readonly current?: string;
  readonly ledger?: string;
  readonly limit?: string;
  readonly series?: string;
  readonly uid?: string;
  readonly block?: string;
  readonly policy?: string;
  readonly holidays?: readonly string[];
  readonly optional?: readonly string[];
  /** `--no-off-hours`. */
  readonly takesNoOffHours?: readonly string[];
  readonly quorum?: string;
  readonly buffer?: string;
  readonly busy?: readonly string[];
  readonly json?: boolean;
}

/** What is asked, checked as far as the command line alone tells. */
export interface FairnessRequest {
  /** In the order of the command line, names unique; `value` is the zone as written. */
  readonly people: readonly Entry[];
  readonly window: Window;
  readonly durationMinutes: number;
  readonly currentMs: number | null;
  readonly limit: number;
  readonly blockLength: number | null;
  readonly quorum: number | null;
  readonly bufferMinutes: number;
  readonly optional: ReadonlySet<string>;
  readonly takesNoOffHours: ReadonlySet<string>;
  /** Person and region code. */
  readonly regions: readonly Entry[];
  /** Person and path of a calendar file. */
  readonly calendars: readonly Entry[];
}

export type FairnessOptions =
  | { readonly ok: true; readonly request: FairnessRequest; readonly notes: readonly ReadProblem[] }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };

const mostPeople = 200;
const mostSlots = 100_000;
const mostBlock = 400;

/** Checks all options at once, so that everything that is wrong is told together. */
export function readFairnessOptions(given: FairnessArguments, nowMs: number): FairnessOptions {
  const problems: ReadProblem[] = [];
  const { entries: people, problems: nameless } = parseEntries('--people', given.people ?? []);
  problems.push(...nameless, ...peopleProblems(people));
  const names = people.map(({ name }) => name);
  const parsed = valueReader(problems);
  const named = (option: string, texts: readonly string[] = []): ReadonlySet<string> => {
    const entries = texts.flatMap((text) => text.split(',').map((each) => each.trim())).filter(Boolean);
    problems.push(...strangers(option, entries, names));
    return new Set(entries);
  };
  const request: FairnessRequest = {
    people,
    window: searchWindow(given, nowMs, problems),
    durationMinutes: parsed(given.duration, (text) => parseDuration('--duration', text)) ?? 30,
    currentMs: parsed(given.current, (text) => parseMoment('--current', text, 'UTC')),
    limit: parsed(given.limit, (text) => parseCount('--limit', text, 1, mostSlots)) ?? 10,
    blockLength: parsed(given.block, (text) => parseCount('--block', text, 1, mostBlock)),
    quorum: parsed(given.quorum, (text) => parseCount('--quorum', text, 1, Math.max(1, names.length))),
    bufferMinutes: parsed(given.buffer, (text) => parseDuration('--buffer', text, 0)) ?? 0,
    optional: named('--optional', given.optional),
    takesNoOffHours: named('--no-off-hours', given.takesNoOffHours),
    regions: regionsOf(given.holidays ?? [], names, problems),
    calendars: calendarsOf(given.busy ?? [], names, problems),
  };
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, request, notes: [...rangeNotes(given, request.window), ...idleNotes(given)] };
}

function peopleProblems(people: readonly Entry[]): readonly ReadProblem[] {
  const place = '--people';
  if (people.length === 0)
    return [
      { place, what: 'it names nobody', remedy: 'give for example Ann=Europe/Paris,Ben=Asia/Singapore' },
    ];
  if (people.length > mostPeople)
    return [{ place, what: `it names ${people.length} people`, remedy: `name at most ${mostPeople}` }];
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of people) (seen.has(name) ? twice : seen).add(name);
  return [...twice].map((name) => ({
    place,
    what: `${quoted(name)} is named twice`,
    remedy: 'name everyone once, with one zone; tell people of one name apart, for example Ann-Paris',
  }));
}

/** Who is named by an option but is not among the people: a slip would change who is needed. */
function strangers(
  option: string,
  named: readonly string[],
  people: readonly string[],
): readonly ReadProblem[] {
  return named
    .filter((name) => !people.includes(name))
    .map((name) => {
      const near = nearestName(name, people);
      return {
        place: option,
        what: `${quoted(name)} is not among the people`,
        remedy: near === null ? 'write the name as in --people' : `did you mean ${quoted(near)}?`,
      };
    });
}

function regionsOf(
  given: readonly string[],
  names: readonly string[],
  problems: ReadProblem[],
): readonly Entry[] {
  const { entries, problems: nameless } = parseEntries('--holidays', given);
  const bare = entries.filter(({ value }) => value === null || value === '');
  problems.push(
    ...nameless,
    ...bare.map(({ name }) => ({
      place: '--holidays',
      what: `${quoted(name)} has no region`,
      remedy: `write NAME=REGION, for example ${names[0] ?? 'Ann'}=DE-BE`,
    })),
    ...strangers(
      '--holidays',
      entries.map(({ name }) => name),
      names,
    ),
  );
  return entries;
}

function calendarsOf(
  given: readonly string[],
  names: readonly string[],
  problems: ReadProblem[],
): readonly Entry[] {
  const { entries, problems: wrong } = parseSingleEntries('--busy', given, `${names[0] ?? 'Ann'}=ann.ics`);
  problems.push(
    ...wrong,
    ...strangers(
      '--busy',
      entries.map(({ name }) => name),
      names,
    ),
  );
  return entries;
}

/** Options that say nothing in the form that was asked for. */
function idleNotes(given: FairnessArguments): readonly ReadProblem[] {
  const idle =
    given.series === undefined
      ? { '--uid': given.uid, '--block': given.block }
      : {
          '--duration': given.duration,
          '--current': given.current,
          '--quorum': given.quorum,
          '--buffer': given.buffer,
        };
  const what =
    given.series === undefined ? 'it counts only with --series' : 'it does not count with --series';
  return Object.entries(idle)
    .filter(([, value]) => value !== undefined)
    .map(([place]) => ({ place, what, remedy: 'leave it out' }));
}
