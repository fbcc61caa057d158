import { slotsByFairness } from '../app/fairness.ts';
import { seriesJson, slotsJson } from '../app/fairness-json.ts';
import { seriesByFairness } from '../app/fairness-series.ts';
import type { SlotQuery } from '../core/fairness/find-slots.ts';
import { historyDays } from '../core/fairness/ledger.ts';
import type { ReadProblem } from '../core/meeting/reading.ts';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { type FairnessArguments, type FairnessRequest, readFairnessOptions } from './fairness-options.ts';
import { isNobodyPlaced, type PreparedPeople, preparePeople } from './fairness-people.ts';
import { readFairnessSources } from './fairness-sources.ts';
import { jsonText } from './json-text.ts';
import { sayNotes, sayRefused } from './messages.ts';
import { namedInputs, readAll } from './read-inputs.ts';
import { fairnessSeriesText } from './view/fairness-series.ts';
import { fairnessSlotsText } from './view/fairness-slots.ts';
import { frameOf } from './view/frame.ts';

/**
 * `fairness`: the fairest times for people in several zones, or a series judged by what it costs whom.
 *
 * @returns 2 where something was refused; what does not depend on it is answered
 */
export async function runFairness(deps: CliDeps, given: FairnessArguments): Promise<ExitStatus> {
  const options = readFairnessOptions(given, deps.nowMs());
  if (!options.ok) return refuse(deps, options.problems);
  const { request } = options;
  const sources = await readFairnessSources(deps, given, request);
  if (!sources.ok) return refuse(deps, sources.problems);
  await sayNotes(deps, [...options.notes, ...sources.notes]);
  const prepared = await preparePeople(deps, request, sources.sources);
  await sayRefused(deps, prepared.refused);
  await sayNotes(deps, prepared.notes);
  if (isNobodyPlaced(prepared.people)) return refuse(deps, [nobodyPlaced]);
  const refused =
    given.series === undefined
      ? await answerSlots(deps, request, prepared, given.json ?? false)
      : await answerSeries(deps, given.series, given, request, prepared);
  return refused + prepared.refused.length > 0 ? exitStatus.refused : exitStatus.ok;
}

const dayMs = 86_400_000;

const nobodyPlaced = {
  place: '--people',
  what: 'no time zone of anybody is known, so no time is better than another',
  remedy: 'state at least one, for example Ann=Europe/Paris',
};

async function refuse(deps: CliDeps, problems: Parameters<typeof sayRefused>[1]): Promise<ExitStatus> {
  await sayRefused(deps, problems);
  return exitStatus.refused;
}

async function answerSlots(
  deps: CliDeps,
  request: FairnessRequest,
  { people }: PreparedPeople,
  json: boolean,
): Promise<number> {
  const { window, durationMinutes, currentMs, quorum, bufferMinutes, limit } = request;
  const query: SlotQuery = {
    people,
    window,
    durationMinutes,
    currentStartMs: currentMs,
    quorum,
    bufferMinutes,
    limit,
  };
  const answer = slotsByFairness(query);
  if (json) await deps.stdout.write(`${jsonText(slotsJson(answer))}\n`);
  else await deps.stdout.write(fairnessSlotsText(answer, query, frameOf(deps.stdout)));
  return 0;
}

/** Answers for the series of a file; gives how many parts of it were refused. */
async function answerSeries(
  deps: CliDeps,
  file: string,
  given: FairnessArguments,
  { window, blockLength, limit }: FairnessRequest,
  { people }: PreparedPeople,
): Promise<number> {
  const items = await readAll(
    namedInputs(deps, [file], { ...window, fromMs: window.fromMs - historyDays * dayMs }),
  );
  const refused = items.flatMap((item) => (item.kind === 'refused' ? [item.problem] : []));
  await sayRefused(deps, refused);
  const { series, notes } = seriesByFairness(items, {
    people,
    fromMs: window.fromMs,
    toMs: window.toMs,
    uid: given.uid ?? null,
    blockLength,
    rotations: given.json ? 'all' : 'first',
    ledger: given.ledger === undefined ? null : new Map(people.map(({ name, carried }) => [name, carried])),
  });
  await sayNotes(deps, notes);
  const isLost = series.length === 0 && refused.length > 0;
  const isUidMissing =
    given.uid !== undefined &&
    !items.some((item) => item.kind === 'meeting' && item.meeting.uid === given.uid);
  if (isUidMissing && !isLost) {
    refused.push({
      place: '--uid',
      what: 'no meeting of this file has this UID',
      remedy: 'leave it out to see all series',
    });
    await sayRefused(deps, refused.slice(-1));
  }
  const json = series.map(seriesJson);
  if (given.json) await deps.stdout.write(`${jsonText({ series: json, notes: notes.map(noteJson) })}\n`);
  else if (!isLost && !isUidMissing)
    await deps.stdout.write(fairnessSeriesText({ series: json, people, limit }, frameOf(deps.stdout)));
  return refused.length;
}

function noteJson({ place, what, remedy }: ReadProblem) {
  return { place, what, remedy };
}
