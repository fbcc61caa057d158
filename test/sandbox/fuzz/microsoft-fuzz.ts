import { answerEvent } from './microsoft-answering.ts';
import { createChance } from './microsoft-chance.ts';
import { actFaults, convergenceFaults, syncFaults } from './microsoft-checks.ts';
import { actOnGoogle } from './microsoft-google-side.ts';
import { mixedFaults } from './microsoft-mixed.ts';
import { createModel } from './microsoft-model.ts';
import { changeNumbers, noticeFaults, remember, type Witness, witnessFaults } from './microsoft-notices.ts';
import { cancelEvent, changeEvent, createAgain, createEvent, deleteEvent } from './microsoft-organizing.ts';
import { compareSchedule, readSomething, sendGarbage, sendMail } from './microsoft-reading.ts';
import {
  type Outcome,
  type Run,
  type Subject,
  shelfOf,
  silent,
  someSubject,
  subjectOf,
} from './microsoft-run.ts';
import { graphPeople, openStand, type Stand } from './microsoft-stand.ts';
import { passTime, replicate, subscribe, watch } from './microsoft-watching.ts';

type Operation = (run: Run) => Outcome | Promise<Outcome>;

const onSubject =
  (act: (run: Run, subject: Subject) => Promise<Outcome>): Operation =>
  async (run) => {
    const subject = await someSubject(run);
    return subject === null ? silent('nobody has anything') : act(run, subject);
  };

const operations: readonly (readonly [number, Operation])[] = [
  [12, createEvent],
  [2, createAgain],
  [22, onSubject(changeEvent)],
  [20, onSubject(answerEvent)],
  [4, onSubject(cancelEvent)],
  [7, onSubject(deleteEvent)],
  [6, sendGarbage],
  [4, readSomething],
  [2, compareSchedule],
  [12, replicate],
  [2, watch],
  [1, sendMail],
  [4, passTime],
  [4, actOnGoogle],
];

/** From so many events in a calendar on, people delete rather than create. */
const fullCalendar = 25;

async function operate(run: Run): Promise<Outcome> {
  const operation = run.chance.weighted(operations);
  if (operation !== createEvent) return operation(run);
  const person = run.chance.oneOf(graphPeople) ?? '';
  if ((await shelfOf(run, person)).length < fullCalendar) return createEvent(run);
  const subject = await subjectOf(run, person, 0);
  return subject === null ? silent('nothing to delete') : deleteEvent(run, subject);
}

interface Plan {
  readonly seed: number;
  readonly operations: number;
  /** Operations between two checks of everything. */
  readonly checkEvery: number;
  /** Operations between two restarts of the sandbox. */
  readonly reopenEvery: number;
}

export interface Report {
  readonly operations: number;
  readonly checks: number;
  readonly acts: number;
  readonly notices: number;
  readonly log: readonly string[];
}

/** @throws Error with the seed, the number of the operation and what was done last, at the first fault */
export async function fuzzGraph(plan: Plan): Promise<Report> {
  const stand = await openStand(plan.seed);
  const run = newRun(stand, plan.seed);
  const witness: Witness = { tags: new Map(), notified: new Map(), unwatched: new Set() };
  const last: string[] = [];
  let [number, checks, notices] = [0, 0, 0];

  const step = async (): Promise<readonly string[]> => {
    const before = changeNumbers(run);
    const outcome = await operate(run);
    last.push(outcome.text);
    outcome.meeting?.history.push(`${number} ${outcome.text}`);
    const told = await stand.takeNotices();
    notices += told.length;
    remember(run, witness, told, before);
    return [...noticeFaults(run, told, before), ...silenceFaults(run, outcome, before), ...countFaults(run)];
  };
  const faultsNow = async (): Promise<readonly string[]> => {
    const faults = await step();
    if (number % plan.reopenEvery === 0) await stand.reopen();
    if (faults.length > 0 || number % plan.checkEvery !== 0) return faults;
    checks += 1;
    return checkAll(run, witness);
  };
  try {
    for (const person of graphPeople) await subscribe(run, person);
    for (number = 1; number <= plan.operations; number += 1) {
      const faults = await faultsNow().catch((error: unknown) => [textOf(error)]);
      if (faults.length > 0)
        throw new Error(failure(`seed ${plan.seed}, operation ${number}`, faults, last, stand));
    }
    return { operations: plan.operations, checks, acts: run.model.actCount(), notices, log: stand.log };
  } finally {
    await stand.close();
  }
}

function newRun(stand: Stand, seed: number): Run {
  return {
    stand,
    chance: createChance(seed),
    model: createModel(stand.sandbox().parts.people.all()),
    shelves: new Map(),
    replicas: [],
    watches: new Map(),
    firstTags: new Map(),
    created: [],
  };
}

async function checkAll(run: Run, witness: Witness): Promise<readonly string[]> {
  return [
    ...actFaults(run),
    ...(await witnessFaults(run, witness)),
    ...(await convergenceFaults(run)),
    ...mixedFaults(run),
    ...(await syncFaults(run)),
  ];
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function failure(
  where: string,
  faults: readonly string[],
  last: readonly string[],
  { log }: Pick<Stand, 'log'>,
): string {
  return [
    where,
    ...faults.slice(0, 5),
    'done last:',
    ...last.slice(-6).map((text) => `  ${text}`),
    ...log.slice(-1),
  ].join('\n');
}

function silenceFaults(run: Run, { isSilent, text }: Outcome, before: ReadonlyMap<string, number>): string[] {
  if (!isSilent) return [];
  const after = changeNumbers(run);
  return [...before].flatMap(([person, number]) =>
    after.get(person) === number ? [] : [`${text} changed the mailbox of ${person}`],
  );
}

function countFaults({ stand, model }: Run): string[] {
  const happened = stand.sandbox().parts.tables.table('acts').size();
  return happened === model.actCount() ? [] : [`${happened} acts happened, ${model.actCount()} expected`];
}
