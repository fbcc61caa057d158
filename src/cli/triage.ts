import { type TriageResult, triage } from '../app/triage.ts';
import type { Window } from '../core/meeting/event-time.ts';
import type { MeetingMoments } from '../providers/files/read-options.ts';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { type JudgingArguments, prepareJudging } from './judging.ts';
import { sayNotes, sayRefused } from './messages.ts';
import { type ReadInput, readInputs } from './read-inputs.ts';

export interface TriageArguments extends JudgingArguments {
  readonly json?: boolean;
}

const dayMs = 86_400_000;
/** A yearly meeting has to show once, with a month to spare. */
const aheadMs = 400 * dayMs;

/**
 * `triage`: a verdict with its reasons for every invite of the files, in their order. Each file is one calendar.
 *
 * @returns 2 where an option or a part of a file was refused; the rest is answered
 */
export async function runTriage(
  deps: CliDeps,
  files: readonly string[],
  given: TriageArguments,
): Promise<ExitStatus> {
  const judging = await prepareJudging(deps, given);
  if (!judging.ok) {
    await sayRefused(deps, judging.problems);
    return exitStatus.refused;
  }
  await sayNotes(deps, judging.notes);
  const { options } = judging;
  const inputs = await readInputs(deps, files, readingWindow(options.nowMs));
  const results = inputs.map((input) => ({ input, result: triage(input.items, options) }));
  if (given.json) await writeLines(deps, results);
  for (const { input, result } of results) await sayProblems(deps, input, result);
  return results.some(({ result }) => result.refused.length > 0) ? exitStatus.refused : exitStatus.ok;
}

/** From the moment of judgement on: the one that was given, else the one at which each invite was written. */
function readingWindow(nowMs: number | null): Window | ((moments: MeetingMoments) => Window) {
  if (nowMs !== null) return { fromMs: nowMs, toMs: nowMs + aheadMs };
  return ({ createdMs, startMs }) => {
    const fromMs = createdMs ?? startMs - dayMs;
    return { fromMs, toMs: fromMs + aheadMs };
  };
}

interface InputResult {
  readonly input: ReadInput;
  readonly result: TriageResult;
}

async function writeLines(deps: CliDeps, results: readonly InputResult[]): Promise<void> {
  for (const { result } of results) {
    for (const line of result.lines) await deps.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

async function sayProblems(deps: CliDeps, { name }: ReadInput, result: TriageResult): Promise<void> {
  if (result.lines.length === 0 && result.refused.length === 0) {
    const remedy = 'if it should, export it again';
    await sayNotes(deps, [{ place: name, what: 'the calendar holds no events', remedy }]);
  }
  await sayNotes(deps, result.notes);
  await sayRefused(deps, result.refused);
}
