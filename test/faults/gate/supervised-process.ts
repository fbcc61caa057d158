import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A process that is started again whenever it ends, as a service manager does. */
export interface SupervisedProcess {
  readonly name: string;
  /** Of the one that runs; null between two. */
  readonly processId: () => number | null;
  /** `kill -9`. */
  readonly kill: () => void;
  /** Ends it in good order and starts no other one. */
  readonly stop: () => Promise<void>;
  readonly figures: () => ProcessFigures;
}

export interface ProcessFigures {
  readonly starts: number;
  readonly kills: number;
  /** Points of its own work at which it killed itself. */
  readonly points: readonly string[];
  /** Ended at once because the database was away: the next start comes soon. */
  readonly failedStarts: number;
  /** Other ends that nobody asked for: faults of the gate. */
  readonly crashes: readonly string[];
}

const restartPauseMs = 300;
/** Whoever cannot start says so within this time. */
const startMs = 10_000;
const patienceMs = 10_000;

/**
 * @param how `pointOf` names the point at which the n-th start kills itself (`name:count`), null for none; all that it
 *   prints goes to `logFile`
 */
export function superviseProcess(how: {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly pointOf: (start: number) => string | null;
}): SupervisedProcess {
  const log = createWriteStream(how.logFile, { flags: 'a' });
  const points: string[] = [];
  const crashes: string[] = [];
  let child: ChildProcess | null = null;
  let starts = 0;
  let startedMs = 0;
  let failedStarts = 0;
  let kills = 0;
  let isKilled = false;
  let stopping = false;
  let ended = Promise.withResolvers<void>();

  const start = (): void => {
    const point = how.pointOf(starts);
    starts += 1;
    startedMs = performance.now();
    isKilled = false;
    const env = { PATH: process.env.PATH, ...how.environment, ...(point !== null && { FAULT_POINT: point }) };
    const started = spawn(process.execPath, [how.file, ...how.args], { cwd: how.cwd, env });
    started.stdout.pipe(log, { end: false });
    started.stderr.pipe(log, { end: false });
    started.on('exit', (code, signal) => void ended_(code, signal, point));
    child = started;
  };
  const ended_ = async (code: number | null, signal: string | null, point: string | null): Promise<void> => {
    child = null;
    if (stopping) return ended.resolve();
    if (!isKilled) {
      if (signal === 'SIGKILL' && point !== null) points.push(point);
      else if (code !== null && performance.now() - startedMs < startMs) failedStarts += 1;
      else crashes.push(`${how.name} ended with ${signal ?? code}`);
    }
    await delay(restartPauseMs);
    if (stopping) return ended.resolve();
    start();
  };
  start();
  return {
    name: how.name,
    processId: () => child?.pid ?? null,
    kill: () => {
      if (child === null) return;
      kills += 1;
      isKilled = true;
      child.kill('SIGKILL');
    },
    stop: async () => {
      if (stopping) return;
      stopping = true;
      const running = child;
      if (running === null) return;
      running.kill('SIGTERM');
      const late = setTimeout(() => {
        crashes.push(`${how.name} did not end within ${patienceMs} ms`);
        running.kill('SIGKILL');
      }, patienceMs);
      await ended.promise;
      clearTimeout(late);
      ended = Promise.withResolvers();
      log.end();
    },
    figures: () => ({ starts, kills, points, failedStarts, crashes }),
  };
}
