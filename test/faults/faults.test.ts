import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { type FaultReport, type FaultRunOptions, runFaults } from './fault-run.ts';
import { durableDatabase } from './gate/durable-database.ts';
import { isClean, reportText } from './report.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'faults-'));
let postgres: TestPostgres | null = null;

afterAll(async () => {
  await postgres?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Small: `npm run faults` has ten thousand invites, loses notifications, and runs on the embedded database as well. */
const small: Omit<FaultRunOptions, 'database' | 'folder'> = {
  invites: 60,
  seed: 1,
  inFlight: 40,
  mailboxes: 12,
  workers: 1,
  losesNotifications: false,
  say: () => {},
};

/** The same run, had it left so many answers in doubt. */
function withDoubts(report: FaultReport, doubts: number): FaultReport {
  const told = new Map(
    Array.from({ length: doubts }, (_, at) => [`doubt-${at}`, { answered: 0, inDoubt: 1 }] as const),
  );
  return { ...report, books: { ...report.books, told } };
}

describe('every promise holds through kills, restarts and faults of the calendars', () => {
  it('on PostgreSQL, with a server and a worker', async () => {
    const server = await startTestPostgres();
    postgres = server;
    const createDatabase = () => durableDatabase(server);
    const database = { createDatabase, stop: server.kill, start: server.start };
    const report = await runFaults({ ...small, database, folder });
    // The text says what happened to whom; the books decide.
    expect({ clean: isClean(report), told: isClean(report) ? '' : reportText(report) }).toEqual({
      clean: true,
      told: '',
    });
    const kills = report.processes.reduce((sum, each) => sum + each.kills + each.points.length, 0);
    expect(kills).toBeGreaterThan(0);
    expect([kills, kills + 1].map((doubts) => isClean(withDoubts(report, doubts)))).toEqual([true, false]);
  }, 600_000);
});
