import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Books, PlayedInvite, Violation } from './check/books.ts';
import { checkBooks } from './check/check-books.ts';
import { untoldDeclines } from './check/mails.ts';
import { faultPointOf } from './gate/fault-points.ts';
import { type Gate, placeGate } from './gate/gate-processes.ts';
import { type FaultDatabase, hurry, type StoreFigures, storeFigures } from './gate/store-figures.ts';
import type { ProcessFigures } from './gate/supervised-process.ts';
import { planInvites } from './invites/plan-invites.ts';
import { playInvite } from './play/play-invite.ts';
import { undoByMail } from './play/undo-by-mail.ts';
import { startWatch, type Watch } from './play/watch.ts';
import { type StormFigures, startStorm } from './storm/storm.ts';
import { faultPeople } from './world/people.ts';
import { type SandboxHost, startSandboxHost } from './world/sandbox-host.ts';

export interface FaultRunOptions {
  readonly invites: number;
  readonly seed: number;
  readonly perSecond: number;
  readonly mailboxes: number;
  /** 0: one process does everything, on the embedded database. */
  readonly workers: number;
  /** Null is the embedded database. */
  readonly database: FaultDatabase | null;
  /** Loses notifications as well, and then waits for the sweeps that find what they told of: minutes. */
  readonly losesNotifications: boolean;
  /** For files. */
  readonly folder: string;
  readonly say: (text: string) => void;
}

export interface FaultReport {
  readonly options: FaultRunOptions;
  readonly seconds: number;
  readonly all: readonly PlayedInvite[];
  readonly books: Books;
  readonly violations: readonly Violation[];
  readonly storm: StormFigures;
  readonly processes: readonly (ProcessFigures & { readonly name: string })[];
  /** Null on the embedded database, which nobody else can open. */
  readonly store: StoreFigures | null;
  readonly untold: number;
}

/** How long somebody waits for an answer before they go on without one; a killed worker's job alone takes 30 s. */
const patienceMs = 150_000;
/** The storm goes on after the last invite, so that those of the end meet it as well. */
const afterglowMs = 10_000;
const quietMs = 6_000;
/** Nobody can look into the embedded database: what a killed process had taken is free again after a minute. */
const embeddedQuietMs = 90_000;
/** Sweeps come once a minute. */
const sweepMs = 65_000;
const settlePatienceMs = 480_000;

/** Plays the invites into a storm, lets everything settle, and reads the books. */
export async function runFaults(options: FaultRunOptions): Promise<FaultReport> {
  const { invites, seed, mailboxes, workers, database, folder, say } = options;
  const beganMs = performance.now();
  const people = faultPeople(mailboxes);
  const host = await startSandboxHost(mailboxes, seed);
  const origins = await host.origins();
  const databaseUrl = database === null ? null : await database.createDatabase();
  const gate = await placeGate({ ...origins, folder: path.resolve(folder), databaseUrl });
  await gate.command('migrate');
  await gate.connect(people.owners);
  let isStorm = true;
  await gate.start({
    workers,
    pointOf: (process, start) => (isStorm ? faultPointOf(process, start, seed) : null),
  });
  say(`${mailboxes} mailboxes, ${workers} workers; the gate answers at ${gate.baseUrl}`);
  await untilConnected(databaseUrl, gate);

  const watch = startWatch(host);
  const storm = startStorm(
    {
      host,
      processes: gate.processes,
      database,
      mailboxes: people.owners.map(({ address }) => address),
      isPolled: options.losesNotifications,
    },
    seed,
  );
  const plan = planInvites(invites, seed, people, await host.nowMs());
  const playing = await playAll(plan, options, { host, watch });
  await delay(afterglowMs);
  const stormed = await storm.stop();
  isStorm = false;
  say(`${seconds(beganMs)} s: the storm is over, ${watch.acts.length} acts so far`);
  // A process that waits for its point would still kill itself in the calm.
  for (const each of gate.processes()) each.kill();
  const all = await Promise.all(playing);
  await settle(watch, databaseUrl, options);

  const books: Books = { acts: watch.acts, mails: watch.mails, copies: await host.copies() };
  const store = databaseUrl === null ? null : await storeFigures(databaseUrl);
  const processes = gate.processes().map((each) => ({ name: each.name, ...each.figures() }));
  await watch.stop();
  await gate.stop();
  await host.close();
  return {
    options,
    seconds: seconds(beganMs),
    all,
    books,
    violations: checkBooks(all, books),
    storm: stormed,
    processes,
    store,
    untold: untoldDeclines(all, books),
  };
}

/** Begins each invite at its time; gives the promises of what goes on. */
async function playAll(
  plan: ReturnType<typeof planInvites>,
  { perSecond, say }: FaultRunOptions,
  { host, watch }: { readonly host: SandboxHost; readonly watch: Watch },
): Promise<Promise<PlayedInvite>[]> {
  const beganMs = performance.now();
  const playing: Promise<PlayedInvite>[] = [];
  for (const [index, invite] of plan.entries()) {
    const aheadMs = beganMs + (index / perSecond) * 1000 - performance.now();
    if (aheadMs > 5) await delay(aheadMs);
    if (index > 0 && index % 1000 === 0) say(`${index} invites, ${watch.acts.length} acts`);
    playing.push(
      playInvite(invite, {
        host,
        untilDeclined: async ({ uid }, mailbox) =>
          (await watch.untilDeclined(uid, mailbox, patienceMs)) !== null,
        undo: (about, mailbox) => undoByMail(watch, about, mailbox, patienceMs),
      }),
    );
  }
  return playing;
}

/** Subscriptions take a moment after the connection; invites of that time would be found by the first pull. */
async function untilConnected(databaseUrl: string | null, gate: Gate): Promise<void> {
  if (databaseUrl === null) {
    await delay(quietMs);
    return;
  }
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const figures = await storeFigures(databaseUrl);
    if (figures.waitingJobs === 0) return;
    await delay(500);
  }
  throw new Error(`the mailboxes were not connected within a minute; ${gate.logFile} says more`);
}

/** Until nothing is to be done and no act has come for a while. */
async function settle(
  watch: Watch,
  databaseUrl: string | null,
  { losesNotifications, say }: FaultRunOptions,
): Promise<void> {
  const endMs = performance.now() + settlePatienceMs;
  if (databaseUrl !== null) await hurry(databaseUrl);
  let acts = -1;
  let quietSinceMs = performance.now();
  // A sweep, once a minute, has to come before silence means anything.
  const soonestMs = performance.now() + (losesNotifications ? sweepMs : 0);
  while (performance.now() < endMs) {
    await watch.look();
    const open = databaseUrl === null ? 0 : openWork(await storeFigures(databaseUrl));
    if (watch.acts.length !== acts || open > 0) {
      acts = watch.acts.length;
      quietSinceMs = performance.now();
    }
    const isQuiet = performance.now() - quietSinceMs > (databaseUrl === null ? embeddedQuietMs : quietMs);
    if (isQuiet && performance.now() > soonestMs) return;
    await delay(1_000);
  }
  say('it did not settle in time');
}

function openWork({ waitingJobs, unjudged, effects }: StoreFigures): number {
  return waitingJobs + unjudged + (effects.pending ?? 0) + (effects.acting ?? 0);
}

function seconds(sinceMs: number): number {
  return Math.round((performance.now() - sinceMs) / 1000);
}
