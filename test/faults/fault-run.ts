import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Books, PlayedInvite, Violation } from './check/books.ts';
import { checkBooks } from './check/check-books.ts';
import { untoldDeclines } from './check/mails.ts';
import { faultPointOf } from './gate/fault-points.ts';
import { type Gate, placeGate } from './gate/gate-processes.ts';
import { answersTold, type FaultDatabase, type StoreFigures } from './gate/store-figures.ts';
import type { ProcessFigures } from './gate/supervised-process.ts';
import { type WatchedDatabase, watchDatabase } from './gate/watched-database.ts';
import { planInvites } from './invites/plan-invites.ts';
import { type Playing, playAll } from './play/play-all.ts';
import { startWatch, type Watch } from './play/watch.ts';
import { lookEverywhere, settle, untilConnected } from './settle.ts';
import { type StormFigures, startStorm } from './storm/storm.ts';
import { type FaultPeople, faultPeople } from './world/people.ts';
import { type SandboxHost, startSandboxHost } from './world/sandbox-host.ts';

export interface FaultRunOptions {
  readonly invites: number;
  readonly seed: number;
  /** Invites that are written and not answered yet, at most. */
  readonly inFlight: number;
  readonly mailboxes: number;
  /** 0: one process does everything, on the embedded database. */
  readonly workers: number;
  /** Null is the embedded database. */
  readonly database: FaultDatabase | null;
  /** Loses notifications as well. */
  readonly losesNotifications: boolean;
  /** For files. */
  readonly folder: string;
  readonly say: (text: string) => void;
}

export interface FaultReport {
  readonly options: FaultRunOptions;
  readonly seconds: number;
  readonly settleSeconds: number;
  readonly all: readonly PlayedInvite[];
  readonly books: Books;
  readonly violations: readonly Violation[];
  readonly storm: StormFigures;
  readonly processes: readonly (ProcessFigures & { readonly name: string })[];
  readonly store: StoreFigures;
  readonly untold: number;
}

/** The storm goes on after the last invite, until what was put off (mails come last) has met it as well. */
const shortestAfterglowMs = 5_000;
const longestAfterglowMs = 300_000;
const longestQuietMs = 15_000;
/** In the calm people wait so long for a mail: one that is in doubt never comes. */
const calmPatienceMs = 60_000;
const progressEveryMs = 30_000;
/** Holds reach four weeks ahead. */
const heldWeeks = 4;

/** Plays the invites into a storm, lets everything settle, and reads the books. */
export async function runFaults(options: FaultRunOptions): Promise<FaultReport> {
  const { mailboxes, seed, folder } = options;
  const beganMs = performance.now();
  const people = faultPeople(mailboxes);
  const host = await startSandboxHost(mailboxes, seed);
  const database = options.database && watchDatabase(options.database);
  const databaseUrl = (await database?.createDatabase()) ?? null;
  const gate = await placeGate({ ...(await host.origins()), folder: path.resolve(folder), databaseUrl });
  try {
    return await play(options, { beganMs, people, host, database, gate });
  } finally {
    await gate.stop();
    await host.close();
  }
}

interface World {
  readonly beganMs: number;
  readonly people: FaultPeople;
  readonly host: SandboxHost;
  readonly database: WatchedDatabase | null;
  readonly gate: Gate;
}

async function play(options: FaultRunOptions, world: World): Promise<FaultReport> {
  const { beganMs, people, host, gate } = world;
  const { invites, seed, inFlight, say } = options;
  const calm = await startGate(options, world);
  const watch = startWatch(host);
  const storm = startStorm(stormTargets(options, world), seed);
  const plan = planInvites(invites, seed, people, await host.nowMs());
  let calmSinceMs = Number.POSITIVE_INFINITY;
  const isOver = () => performance.now() > calmSinceMs + calmPatienceMs;
  const playing = playAll(plan, inFlight, isOver, { host, watch });
  const progress = sayProgress(playing, world, options);
  await playing.allWritten;
  await delay(shortestAfterglowMs);
  await untilQuiet(watch, Math.min(longestQuietMs, invites * 15), performance.now() + longestAfterglowMs);
  const stormed = await storm.stop();
  say(`${seconds(beganMs)} s: the storm is over, ${watch.acts.length} acts so far`);
  calm();
  const calmMs = performance.now();
  calmSinceMs = calmMs;
  await lookEverywhere(gate);
  const all = await playing.allPlayed;
  const store = await settle(watch, gate);
  clearInterval(progress);
  const held = { mailboxes: people.owners.map(({ address }) => address), weeks: heldWeeks };
  const { acts, mails } = watch;
  const copies = await host.copies();
  await watch.stop();
  await gate.stop();
  const books: Books = { acts, mails, copies, held, told: await answersTold(gate.store) };
  return {
    options,
    seconds: seconds(beganMs),
    settleSeconds: seconds(calmMs),
    all,
    books,
    violations: checkBooks(all, books),
    storm: stormed,
    processes: gate.processes().map((each) => ({ name: each.name, ...each.figures() })),
    store,
    untold: untoldDeclines(all, books),
  };
}

/** Waits until nothing new stands in the books for a while, though not for ever. */
async function untilQuiet(watch: Watch, quietMs: number, latestMs: number): Promise<void> {
  for (let known = -1; known !== countOf(watch) && performance.now() < latestMs; ) {
    known = countOf(watch);
    await delay(quietMs);
  }
}

const countOf = ({ acts, mails }: Watch): number => acts.length + mails.length;

/** @returns what ends the points of faults: a process that waits for its one would still kill itself in the calm */
async function startGate(
  { invites, seed, workers, mailboxes, say }: FaultRunOptions,
  { people, database, gate }: World,
): Promise<() => void> {
  await gate.command('migrate');
  await gate.connect(people.owners);
  let isStorm = true;
  const mostPasses = Math.max(10, Math.round(invites / 25));
  await gate.start({
    workers,
    wasDatabaseAway: (sinceMs) => database?.wasAway(sinceMs) ?? false,
    pointOf: (process, start) => {
      // With workers the server carries nothing out.
      if (!isStorm || (workers > 0 && process === 0)) return null;
      const hits = gate.processes().flatMap((each) => each.figures().points);
      return faultPointOf({ process, start, seed, hits, mostPasses });
    },
  });
  say(`${mailboxes} mailboxes, ${workers} workers; the gate answers at ${gate.baseUrl}`);
  await untilConnected(gate);
  return () => {
    isStorm = false;
    for (const each of gate.processes()) each.kill();
  };
}

function stormTargets(
  { losesNotifications, invites }: FaultRunOptions,
  { host, gate, database, people }: World,
): Parameters<typeof startStorm>[0] {
  return {
    host,
    processes: gate.processes,
    database,
    mailboxes: people.owners.map(({ address }) => address),
    isPolled: losesNotifications,
    // A long run meets every trouble often enough, and has to come to its end.
    pauseFactor: Math.min(3, Math.max(1, invites / 2_000)),
  };
}

function sayProgress(
  { watch, written }: Playing,
  { beganMs, gate }: World,
  { invites, say }: FaultRunOptions,
): NodeJS.Timeout {
  return setInterval(() => {
    const figures = gate.processes().map((each) => each.figures());
    const kills = figures.reduce((sum, each) => sum + each.kills + each.points.length, 0);
    const { acts, mails } = watch;
    say(
      `${seconds(beganMs)} s: ${written()} of ${invites} invites, ${acts.length} acts, ${mails.length} mails, ${kills} kills`,
    );
  }, progressEveryMs);
}

function seconds(sinceMs: number): number {
  return Math.round((performance.now() - sinceMs) / 1000);
}
