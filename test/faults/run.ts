/**
 * `npm run faults -- [--invites N] [--seed N] [--in-flight N] [--mailboxes N] [--workers N] [--embedded] [--folder F]`: the
 * whole product as processes on PostgreSQL (or as one, on the embedded database), in a storm of everything that can go
 * wrong, judged by the emulators' books.
 * Exit status 1 where a promise was broken; then the first breaches are told with their story.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startTestPostgres } from '../support/postgres.ts';
import { runFaults } from './fault-run.ts';
import { durableDatabase } from './gate/durable-database.ts';
import type { FaultDatabase } from './gate/store-figures.ts';
import { isClean, reportText } from './report.ts';

const { values } = parseArgs({
  options: {
    invites: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    'in-flight': { type: 'string', default: '120' },
    mailboxes: { type: 'string', default: '40' },
    workers: { type: 'string', default: '2' },
    embedded: { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
});
const whole = (name: 'invites' | 'seed' | 'in-flight' | 'mailboxes' | 'workers'): number => {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new RangeError(`--${name} takes a whole number from 1`);
  return number;
};

const folder = values.folder ?? mkdtempSync(path.join(tmpdir(), 'faults-'));
console.log(`Logs and files: ${folder}`);
const postgres = values.embedded ? null : await startTestPostgres();
const database: FaultDatabase | null = postgres && {
  createDatabase: () => durableDatabase(postgres),
  stop: postgres.kill,
  start: postgres.start,
};
try {
  const report = await runFaults({
    invites: whole('invites'),
    seed: whole('seed'),
    inFlight: whole('in-flight'),
    mailboxes: whole('mailboxes'),
    workers: database === null ? 0 : whole('workers'),
    database,
    // One process that is stopped for each look at its database is not left to find them by itself in time.
    losesNotifications: database !== null,
    folder,
    say: (text) => console.log(text),
  });
  console.log(reportText(report));
  process.exitCode = isClean(report) ? 0 : 1;
} finally {
  await postgres?.close();
}
