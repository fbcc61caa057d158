import type { JudgedMeeting, JudgeOptions } from '../app/triage.ts';
import { toTriageLine } from '../app/triage-line.ts';
import { triageStream } from '../app/triage-stream.ts';
import { historyDays } from '../core/fairness/ledger.ts';
import type { Window } from '../core/meeting/event-time.ts';
import type { Meeting } from '../core/meeting/meeting.ts';
import type { MeetingMoments } from '../providers/formats/read-options.ts';
import { type CliDeps, type ExitStatus, exitStatus, noProgress } from './cli-deps.ts';
import { draftsText } from './drafts.ts';
import { jsonText } from './json-text.ts';
import { type JudgingArguments, prepareJudging } from './judging.ts';
import { createNotes, sayNotes, sayRefused } from './messages.ts';
import { type Input, namedInputs } from './read-inputs.ts';
import { frameOf } from './view/frame.ts';
import { triageSummary } from './view/summary.ts';
import { verdictTable } from './view/verdict-table.ts';
import { writeOutput } from './write-output.ts';

export interface TriageArguments extends JudgingArguments {
  readonly json?: boolean;
  /** Path of the Markdown file for what to send instead. */
  readonly drafts?: string;
}

/** Takes verdicts in input order. */
type Sink = (judged: JudgedMeeting) => Promise<void>;

const dayMs = 86_400_000;
const batchChars = 65_536;
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
  const kept: JudgedMeeting[] = [];
  const lines = createLines(deps);
  const sink: Sink = async (judged) => {
    if (!given.json || given.drafts !== undefined) kept.push(judged);
    if (given.json) await lines.add(jsonText(toTriageLine(judged.meeting, judged.judgement)));
  };
  let refused = 0;
  // A bar on the same terminal would end up between the lines.
  const reading = given.json && deps.stdout.isTTY ? { ...deps, startProgress: () => noProgress } : deps;
  for (const input of namedInputs(reading, files, readingWindow(options.nowMs, rememberedMs(options)))) {
    refused += await triageInput(deps, input, options, sink);
    await lines.flush();
  }
  if (kept.length > 0 && !given.json) await writeTable(deps, kept, options);
  if (given.drafts !== undefined) refused += await writeDrafts(deps, given.drafts, kept, options);
  return refused > 0 ? exitStatus.refused : exitStatus.ok;
}

/** Writes lines in batches: one write for each would take longer than judging. */
function createLines({ stdout }: CliDeps) {
  let batch = '';
  const flush = async () => {
    const text = batch;
    batch = '';
    await stdout.write(text);
  };
  const add = async (line: string) => {
    batch += `${line}\n`;
    if (batch.length >= batchChars) await flush();
  };
  return { add, flush };
}

/**
 * From the moment of judgement on: the one that was given, else the one at which each invite was written.
 *
 * @param pastMs how far back occurrences are of interest, too
 */
function readingWindow(nowMs: number | null, pastMs: number): Window | ((moments: MeetingMoments) => Window) {
  if (nowMs !== null) return { fromMs: nowMs - pastMs, toMs: nowMs + aheadMs };
  return ({ createdMs, startMs }) => {
    const fromMs = createdMs ?? startMs - dayMs;
    return { fromMs: fromMs - pastMs, toMs: fromMs + aheadMs };
  };
}

/** What people carried of a series counts only where the policy says who else is where. */
function rememberedMs({ policyOf, me }: JudgeOptions): number {
  return Object.keys(policyOf(me).zones).length > 1 ? historyDays * dayMs : 0;
}

/** Judges one file and says its problems; gives how many parts were refused. */
async function triageInput(deps: CliDeps, input: Input, options: JudgeOptions, sink: Sink): Promise<number> {
  const notes = createNotes(deps);
  let judged = 0;
  let refused = 0;
  for await (const item of triageStream(input.items(), options)) {
    if (item.kind === 'judged') {
      judged += 1;
      await sink(item.judged);
    } else if (item.kind === 'refused') {
      refused += 1;
      await sayRefused(deps, [item.problem]);
    } else await notes.say(item.problem);
  }
  await notes.end();
  if (judged + refused === 0) {
    const remedy = 'if it should, export it again';
    await sayNotes(deps, [{ place: input.name, what: 'the calendar holds no events', remedy }]);
  }
  return refused;
}

/** Writes what to send instead; gives 1 where the file could not be written. */
async function writeDrafts(
  deps: CliDeps,
  path: string,
  judged: readonly JudgedMeeting[],
  options: JudgeOptions,
): Promise<number> {
  const { text, count } = draftsText(judged, options);
  const problem = await writeOutput(
    deps,
    path,
    text,
    `${count} ${count === 1 ? 'draft is' : 'drafts are'} in`,
  );
  if (problem) await sayRefused(deps, [problem]);
  return problem ? 1 : 0;
}

async function writeTable(
  deps: CliDeps,
  judged: readonly JudgedMeeting[],
  options: JudgeOptions,
): Promise<void> {
  const frame = frameOf(deps.stdout);
  const zoneOf = ({ calendarZone }: Meeting) =>
    options.zone ?? options.policyOf(options.me).zone ?? calendarZone;
  await deps.stdout.write(verdictTable(judged, zoneOf, frame));
  await deps.stdout.write(`\n${triageSummary(judged, frame)}`);
}
