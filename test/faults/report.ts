import { declinesOf, openBooks, type StepName, type Violation } from './check/books.ts';
import { historyOf } from './check/check-books.ts';
import type { FaultReport } from './fault-run.ts';
import { faultPoints, firstPoints } from './gate/fault-points.ts';
import { openWork } from './gate/store-figures.ts';
import { inviteKinds } from './invites/planned-invite.ts';

const mostExplained = 5;
/** So many invites meet every point. */
const manyInvites = 1_000;

/** True where every promise held and nothing is left to do. */
export function isClean(report: FaultReport): boolean {
  const { violations, store, processes } = report;
  const crashes = processes.reduce((sum, each) => sum + each.crashes.length, 0);
  const isDone = openWork(store) + store.deadJobs === 0;
  const missed = missedPoints(report).length + missedSteps(report).length;
  return violations.length === 0 && crashes === 0 && isDone && missed === 0 && !doubtsTooMuch(report);
}

const laterSteps: readonly StepName[] = ['answered', 'moved', 'rewritten', 'cancelled', 'undone'];

/** What people were to do and never did: a promise about it was not tried. */
function missedSteps({ options, all }: FaultReport): readonly StepName[] {
  if (options.invites < manyInvites) return [];
  return laterSteps.filter((step) => countOf(all, step) === 0);
}

function countOf(all: FaultReport['all'], step: StepName): number {
  return all.filter(({ steps }) => steps.some(({ name }) => name === step)).length;
}

/** Points at which no process was killed; a short run may miss some. */
function missedPoints({ options, processes }: FaultReport): readonly string[] {
  if (options.invites < manyInvites) return [];
  const hit = new Set(processes.flatMap(({ points }) => points));
  return [...firstPoints, ...faultPoints].filter((point) => !hit.has(point));
}

/** The figures of a run, and its first violations with their story. */
export function reportText(report: FaultReport): string {
  const { options, violations } = report;
  const rows = [...inviteRows(report), ...troubleRows(report), ...stateRows(report)];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `${options.invites} invites, seed ${options.seed}, ${options.mailboxes} mailboxes, ${options.workers} workers, ${report.seconds} s, of these ${report.settleSeconds} s in the calm`,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    violations.length === 0 ? 'Every promise held.' : `${violations.length} violations, the first of them:`,
    ...violations.slice(0, mostExplained).flatMap((one) => explain(one, report)),
    ...kindsOfViolations(violations),
  ].join('\n');
}

type Row = readonly [string, string | number];

function inviteRows({ all, books }: FaultReport): Row[] {
  const opened = openBooks(books);
  const answers = all.flatMap(({ invite }) =>
    invite.owners.flatMap((mailbox) => opened.answersOf(invite.uid, mailbox)),
  );
  const kinds = Map.groupBy(all, ({ invite }) => invite.kind);
  return [
    ...Object.keys(inviteKinds).map(
      (kind): Row => [kind, kinds.get(kind as keyof typeof inviteKinds)?.length ?? 0],
    ),
    ['copies in watched mailboxes', all.reduce((sum, { invite }) => sum + invite.owners.length, 0)],
    ['declines by the gate', declinesOf(answers).length],
    ['withdrawals by the gate', answers.length - declinesOf(answers).length],
    ...laterSteps.map((step): Row => [`${step} by somebody`, countOf(all, step)]),
    ['mails', books.mails.length],
  ];
}

function troubleRows(report: FaultReport): Row[] {
  const { storm, processes } = report;
  const points = Map.groupBy(
    processes.flatMap((each) => each.points),
    (point) => point,
  );
  return [
    ...Object.entries(storm).map(([name, count]): Row => [`storm: ${name}`, count]),
    ...processes.map(
      ({ name, starts, kills, failedStarts }): Row => [
        `${name}: starts, of these in vain, kill -9`,
        `${starts}, ${failedStarts}, ${kills}`,
      ],
    ),
    ...[...points].toSorted().map(([point, list]): Row => [`killed at ${point}`, list.length]),
    ...missedSteps(report).map((step): Row => ['never played', step]),
    ...missedPoints(report).map((point): Row => ['never killed at', point]),
    ...processes.flatMap(({ crashes }) => crashes.map((what): Row => ['crash', what])),
  ];
}

/** Kills and lost confirmations leave answers in doubt: runs of 10,000 invites had 4 to 12, and 170 to 220 kills. */
function doubtsTooMuch(report: FaultReport): boolean {
  const kills = report.processes.reduce((sum, each) => sum + each.kills + each.points.length, 0);
  return doubtsIn(report) > kills;
}

function doubtsIn({ books: { told } }: FaultReport): number {
  return [...(told?.values() ?? [])].reduce((sum, { inDoubt }) => sum + inDoubt, 0);
}

function stateRows(report: FaultReport): Row[] {
  const { store, untold } = report;
  return [
    ['answers in doubt, each told to its owner', doubtsIn(report)],
    ...(doubtsTooMuch(report) ? [['answers in doubt', 'more than processes were killed'] as const] : []),
    ['declines without a mail (in doubt)', untold],
    ...Object.entries(store.effects).map(([state, count]): Row => [`effects ${state}`, count]),
    ['jobs waiting, dead', `${store.waitingJobs}, ${store.deadJobs}`],
    ['inbox rows waiting, entries unjudged', `${store.inboxWaiting}, ${store.unjudged}`],
  ];
}

function explain({ uid, mailbox, what }: Violation, { all, books }: FaultReport): string[] {
  const story = uid === null ? [] : historyOf(uid, all, books);
  return [`- ${uid ?? 'no invite'} ${mailbox ?? ''}: ${what}`, ...story.map((line) => `    ${line}`)];
}

function kindsOfViolations(violations: readonly Violation[]): string[] {
  const kinds = Map.groupBy(violations, ({ uid, what }) => {
    const kind = uid?.replace(/^\d+-|@.*$/g, '') ?? 'none';
    return `${kind}: ${what.replace(/\d{8}T\d{6}Z/g, 'an occurrence').slice(0, 70)}`;
  });
  return [...kinds]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, 20)
    .map(([kind, list]) => `  ${String(list.length).padStart(5)} × ${kind}`);
}
