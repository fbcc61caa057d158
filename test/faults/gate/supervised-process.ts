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
  /** Ends it in good order and starts no other one until `resume`. */
  readonly stop: () => Promise<void>;
  readonly resume: () => void;
  readonly figures: () => ProcessFigures;
}

export interface ProcessFigures {
  readonly starts: number;
  readonly kills: number;
  /** Points of its own work at which it killed itself. */
  readonly points: readonly string[];
  /** Could not start because the database was away: the next start comes soon. */
  readonly failedStarts: number;
  /** Other ends that nobody asked for, with the last that it said: faults of the gate. */
  readonly crashes: readonly string[];
}

interface Supervision {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** All that it prints goes there. */
  readonly logFile: string;
  /** The point at which the n-th start kills itself (`name:count`); null for none. */
  readonly pointOf: (start: number) => string | null;
  /** True where the database was away at some time since then, on the clock of `performance`; without it, never. */
  readonly wasDatabaseAway?: (sinceMs: number) => boolean;
}

const restartPauseMs = 300;
const patienceMs = 10_000;
const keptOutput = 4_000;
const shownLines = 6;
/** What a process says once it has started. */
const started = /^(?:Listening on|Working on jobs)/m;
const databaseAway =
  /DATABASE_URL|database does not answer|ECONNREFUSED|ECONNRESET|57P0\d|Connection terminated/i;

export function superviseProcess(how: Supervision): SupervisedProcess {
  const log = createWriteStream(how.logFile, { flags: 'a' });
  const counts = { starts: 0, kills: 0, failedStarts: 0 };
  const points: string[] = [];
  const crashes: string[] = [];
  let child: ChildProcess | null = null;
  let isKilled = false;
  let stopping = false;
  let ended = Promise.withResolvers<void>();

  const start = (): void => {
    const point = how.pointOf(counts.starts);
    const sinceMs = performance.now();
    counts.starts += 1;
    isKilled = false;
    ended = Promise.withResolvers();
    const env = { PATH: process.env.PATH, ...how.environment, ...(point !== null && { FAULT_POINT: point }) };
    const running = spawn(process.execPath, [how.file, ...how.args], { cwd: how.cwd, env });
    const output = keepOutput(running, log);
    running.on('close', (code, signal) => {
      child = null;
      ended.resolve();
      if (stopping) return;
      if (!isKilled) note({ code, signal, point, sinceMs, output: output() });
      void restart();
    });
    child = running;
  };
  const note = (end: End): void => {
    const isAway = how.wasDatabaseAway?.(end.sinceMs) && databaseAway.test(end.output);
    if (end.signal === 'SIGKILL' && end.point !== null) points.push(nameOf(end.point));
    else if (end.code !== null && !started.test(end.output) && isAway) counts.failedStarts += 1;
    else crashes.push(`${how.name} ended with ${end.signal ?? end.code}: ${lastLines(end.output)}`);
  };
  const restart = async (): Promise<void> => {
    await delay(restartPauseMs);
    if (!stopping && child === null) start();
  };
  start();
  return {
    name: how.name,
    processId: () => child?.pid ?? null,
    kill: () => {
      if (child === null) return;
      counts.kills += 1;
      isKilled = true;
      child.kill('SIGKILL');
    },
    stop: async () => {
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
    },
    resume: () => {
      stopping = false;
      if (child === null) start();
    },
    figures: () => ({ ...counts, points, crashes }),
  };
}

interface End {
  readonly code: number | null;
  readonly signal: string | null;
  readonly point: string | null;
  readonly sinceMs: number;
  readonly output: string;
}

/** Writes all to the log. @returns what gives the last of it */
function keepOutput(child: ChildProcess, log: NodeJS.WritableStream): () => string {
  let first = '';
  let last = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      log.write(text);
      if (first.length < keptOutput) first += text;
      last = `${last}${text}`.slice(-keptOutput);
    });
  }
  return () => (first.length < keptOutput ? first : `${first}\n${last}`);
}

function nameOf(point: string): string {
  return point.slice(0, point.lastIndexOf(':'));
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-shownLines).join('\n      ').slice(-keptOutput);
}
