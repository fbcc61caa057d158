import { createDice, type Dice } from './google-cast.ts';
import { changedMailboxes, checkActs, checkCopies, checkReopened } from './google-checks.ts';
import { answerMeeting, editLocally, leaveMeeting, overreach } from './google-guests.ts';
import { type Office, openOffice } from './google-office.ts';
import { cancelWhole, createMeeting, updateInstance, updateMeeting } from './google-organizing.ts';
import { askWrongly, writeGarbage, writeStrange } from './google-refusals.ts';
import { advanceReplica, beginReplica, checkBusy, checkReplicas, expireTokens } from './google-replicas.ts';
import { type Expected, MeetingFault, quiet, type Run } from './google-run.ts';
import { strangersAnswer, strangersOrganize } from './google-strangers.ts';
import { checkNotifications, moveClock, stop, watch } from './google-watches.ts';

type Operation = (run: Run) => Expected | Promise<Expected>;

/** How often each operation comes, of a thousand or so. */
const operations: Readonly<Record<string, readonly [number, Operation]>> = {
  createMeeting: [80, createMeeting],
  updateMeeting: [130, updateMeeting],
  updateInstance: [90, updateInstance],
  cancelWhole: [20, (run) => cancelWhole(run)],
  answerMeeting: [210, answerMeeting],
  leaveMeeting: [30, leaveMeeting],
  editLocally: [50, editLocally],
  overreach: [10, overreach],
  strangersOrganize: [40, strangersOrganize],
  strangersAnswer: [50, strangersAnswer],
  beginReplica: [25, beginReplica],
  advanceReplica: [120, advanceReplica],
  expireTokens: [3, expireTokens],
  checkBusy: [15, checkBusy],
  watch: [25, watch],
  stop: [8, stop],
  moveClock: [12, moveClock],
  writeGarbage: [40, writeGarbage],
  writeStrange: [8, writeStrange],
  askWrongly: [40, askWrongly],
};
const names = Object.entries(operations).flatMap(([name, [weight]]) =>
  Array.from({ length: weight }, () => name),
);

const operationsPerCheck = 750;
const operationsPerKill = 1000;
const mostLines = 25;

/**
 * Runs random operations and checks after each what it caused; every 750 also all copies and all replicas.
 *
 * @returns how often each operation came
 * @throws Error with the seed, the number of the operation and the story of the meeting it failed on
 */
export async function fuzzGoogle(options: {
  readonly seed: number;
  readonly operations: number;
  readonly stateFile: string;
}): Promise<Readonly<Record<string, number>>> {
  const story: { readonly uid: string | null; readonly text: string }[] = [];
  const office = await openOffice(options.stateFile, options.seed);
  const run = newRun(office, createDice(options.seed), (uid, text) =>
    story.push({ uid, text: `${run.steps} ${text}` }),
  );
  const counts = Object.fromEntries(Object.keys(operations).map((name) => [name, 0]));
  let name = '';
  try {
    for (run.steps = 1; run.steps <= options.operations; run.steps += 1) {
      name = run.dice.pick(names);
      counts[name] = (counts[name] ?? 0) + 1;
      await runOne(run, name);
      if (run.steps % operationsPerCheck === 0) await checkAll(run);
      if (run.steps % operationsPerKill === 0) {
        await office.killAndReopen();
        checkReopened(run);
      }
    }
    run.steps = options.operations;
    await checkAll(run);
  } catch (error) {
    const uid = error instanceof MeetingFault ? error.uid : (story.at(-1)?.uid ?? null);
    const lines = story.filter((one) => one.uid === uid).slice(-mostLines);
    const last = lines.map(({ text }) => text.slice(0, 500)).join('\n');
    const message = `seed ${options.seed}, operation ${run.steps} (${name}): ${String(error).slice(0, 4000)}\n${last}`;
    throw new Error(message, { cause: error });
  } finally {
    await office.close();
  }
  return counts;
}

async function runOne(run: Run, name: string): Promise<void> {
  const acts = run.office.parts().acts.count();
  const expected = await (operations[name]?.[1](run) ?? quiet);
  const heard = await run.office.heard();
  checkActs(run, acts, expected.acts);
  const changed = changedMailboxes(run);
  if (expected.quiet && changed.size > 0)
    throw new Error(`${[...changed].join(' ')} changed by a refusal or a read`);
  checkNotifications(run, heard, changed);
}

/** Meetings that were called off are looked at once more and then forgotten, but for a few. */
async function checkAll(run: Run): Promise<void> {
  await checkCopies(run, run.meetings);
  await checkReplicas(run);
  const gone = run.meetings.filter(({ cancelled }) => cancelled);
  for (const meeting of gone.slice(0, -10)) run.meetings.splice(run.meetings.indexOf(meeting), 1);
}

function newRun(office: Office, dice: Dice, note: Run['note']): Run {
  return {
    office,
    dice,
    meetings: [],
    watches: [],
    replicas: [],
    oldEtags: new Map(),
    seen: [],
    note,
    made: 0,
    steps: 0,
  };
}
