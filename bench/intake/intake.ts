/**
 * Webhook answers with durable enqueue, beside a bare express handler that commits the same two rows in one transaction.
 *
 * Arguments: seconds of a round (default 4), rounds (default 5), connections (default 32). PostgreSQL, both servers and
 * the client are processes of this machine; rounds alternate, medians are printed. The jobs are deleted all the time, for
 * both alike: else those of one mailbox would coalesce and nothing would be written. Rows that were written are counted
 * for each answer. Exit status 1 below 70 %.
 *
 * What this compares: the webhook takes notifications that come at the same time into one transaction, the bare handler
 * has one for each request, as one writes such a handler. It could take them together too and would win by that. So the
 * figure says what the product costs beside plain code, and nothing about what a transaction of its own costs; that
 * gain needs requests at the same time, of one organization: a single request after the other has none of it.
 * PostgreSQL does not sync here, which is to the advantage of whoever commits more often.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { installJobs } from '../../src/jobs/install-jobs.ts';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { createStore } from '../../src/store/create-store.ts';
import { grantJobs } from '../../src/store/grant-jobs.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { startTestPostgres } from '../../test/support/postgres.ts';
import { type LoadResult, sendLoad } from './load.ts';
import type { IntakePlace, ServerMessage } from './servers.ts';
import type { Spent } from './statement-times.ts';

const [roundSeconds = 4, rounds = 5, connections = 32] = process.argv.slice(2).map(Number);
const wantedShare = 0.7;
const mailboxCount = 400;
const secret = randomBytes(32).toString('base64url');
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** An organization with subscriptions, and what a job looks like in the table. */
async function prepare(url: string): Promise<IntakePlace> {
  const backend = { kind: 'postgres', url } as const;
  const database = await openDatabase({ kind: 'postgres', url });
  await migrate(database);
  await installJobs(backend, quiet);
  await grantJobs(database);
  const key = randomBytes(32);
  const jobs = await startJobs({ backend, log: quiet });
  const keyring = { current: 'k1', keys: new Map([['k1', new Uint8Array(key)]]) };
  const store = createStore({ database, keyring, enqueue: jobs.enqueue });
  const organizationId = randomUUID();
  await store.directory.createOrganization({ id: organizationId, name: 'Bench', createdMs: Date.now() });
  const mailboxOf: Record<string, string> = {};
  await store.inOrganization(organizationId, async (tx) => {
    for (let number = 0; number < mailboxCount; number += 1) {
      const [mailboxId, subscriptionId] = [randomUUID(), randomUUID()];
      mailboxOf[subscriptionId] = mailboxId;
      await tx.mailboxes.add(mailboxOfBench(mailboxId, number));
      const record = { id: subscriptionId, mailboxId, providerId: null, resourceId: null, secret };
      await tx.subscriptions.add({ ...record, expiresMs: null, createdMs: Date.now() });
    }
    const [mailboxId = ''] = Object.values(mailboxOf);
    await tx.jobs.send({ kind: 'pull', organizationId, mailboxId });
  });
  const jobRow = await readJobRow(url);
  await jobs.stop();
  await database.close();
  return { url, organizationId, key: key.toString('base64'), jobRow, mailboxOf };
}

function mailboxOfBench(id: string, number: number) {
  return {
    id,
    provider: 'google',
    address: `bench-${number}@bench.example`,
    otherAddresses: [],
    grant: { kind: 'company' },
    state: 'active',
    observingUntilMs: null,
    connectedMs: Date.now(),
    cursor: null,
    window: null,
    pulledMs: null,
    hours: null,
    problem: null,
    forecast: null,
  } as const;
}

const ownColumns = new Set(['id', 'singleton_key', 'group_id', 'data']);

async function readJobRow(url: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ readonly row: Record<string, unknown> }>(
    `select to_jsonb(job) as row from pgboss.job as job where name = 'pull'`,
  );
  await client.end();
  const entries = Object.entries(rows[0]?.row ?? {});
  return Object.fromEntries(entries.filter(([column, value]) => value !== null && !ownColumns.has(column)));
}

async function startServer(
  name: string,
  place: IntakePlace,
): Promise<{ child: ChildProcess; origin: string }> {
  const file = path.join(import.meta.dirname, 'server-process.ts');
  const child = fork(file, [name, JSON.stringify(place)], { execArgv: [] });
  const message = await nextMessage(child);
  return { child, origin: 'origin' in message ? message.origin : '' };
}

function nextMessage(child: ChildProcess): Promise<ServerMessage> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a server ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message: ServerMessage) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}

async function takeSpent(child: ChildProcess): Promise<Spent | null> {
  const answer = nextMessage(child);
  child.send('take');
  const message = await answer;
  return 'spent' in message ? message.spent : null;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function line(name: string, results: readonly LoadResult[]): string {
  const of = (pick: (result: LoadResult) => number) => median(results.map(pick));
  const failures = results.reduce((sum, result) => sum + result.failures, 0);
  return `${name.padEnd(30)} ${of((one) => one.perSecond)
    .toFixed(0)
    .padStart(
      6,
    )} answers/s  median ${of((one) => one.medianMs).toFixed(1)} ms  p99 ${of((one) => one.p99Ms).toFixed(1)} ms  ${failures} failures`;
}

function phases(name: string, spent: Spent | null, requests: number): string[] {
  const { statements, cpuMs } = spent ?? { statements: {} as Spent['statements'], cpuMs: 0 };
  const rows = Object.entries(statements)
    .filter(([, { count }]) => count > requests / 100)
    .map(([what, { count, ms }]) => {
      const each = `${(count / requests).toFixed(2)} × ${((ms / count) * 1000).toFixed(0)} µs`;
      return `    ${what.padEnd(28)} ${each.padStart(18)}  ${(ms / requests).toFixed(2)} ms of a request`;
    });
  const cpu = `${((cpuMs / requests) * 1000).toFixed(0)} µs of processor for each request`;
  return [`  ${name}: ${cpu}; statements of the last round, waiting included`, ...rows];
}

const postgres = await startTestPostgres();
const place = await prepare(await postgres.createDatabase());
const subscriptions = Object.keys(place.mailboxOf);
const headersOf = (number: number) => ({
  'x-goog-channel-id': subscriptions[number % subscriptions.length] ?? '',
  'x-goog-channel-token': secret,
  'x-goog-resource-state': 'exists',
});
const servers = { bare: await startServer('bare', place), product: await startServer('product', place) };
const results = { bare: [] as LoadResult[], product: [] as LoadResult[] };
const cleaner = new pg.Client({ connectionString: place.url });
await cleaner.connect();
let jobsDeleted = 0;
const deleteJobs = async () => {
  const { rowCount } = await cleaner.query(`delete from pgboss.job where name = 'pull'`);
  jobsDeleted += rowCount ?? 0;
};
let cleaning = true;
const cleaned = (async () => {
  while (cleaning) {
    await deleteJobs();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
})();
/** Rows written since the last time. */
const takeWritten = async () => {
  await deleteJobs();
  const { rowCount: inbox } = await cleaner.query('delete from gatekeeper.inbox');
  const jobs = jobsDeleted;
  jobsDeleted = 0;
  return { inbox: inbox ?? 0, jobs };
};
// Warm up, unmeasured.
for (const name of ['bare', 'product'] as const)
  await sendLoad(servers[name].origin, { milliseconds: 1500, connections }, headersOf);
const spent: { bare: Spent | null; product: Spent | null } = { bare: null, product: null };
const written = { bare: { inbox: 0, jobs: 0 }, product: { inbox: 0, jobs: 0 } };
for (let round = 0; round < rounds; round += 1) {
  for (const name of ['bare', 'product'] as const) {
    await takeSpent(servers[name].child);
    await takeWritten();
    results[name].push(
      await sendLoad(servers[name].origin, { milliseconds: roundSeconds * 1000, connections }, headersOf),
    );
    spent[name] = await takeSpent(servers[name].child);
    const { inbox, jobs } = await takeWritten();
    written[name].inbox += inbox;
    written[name].jobs += jobs;
  }
}
cleaning = false;
await cleaned;
await cleaner.end();
for (const { child } of Object.values(servers)) child.disconnect();
await postgres.close();

const share =
  median(results.product.map((one) => one.perSecond)) / median(results.bare.map((one) => one.perSecond));
console.log(
  `${rounds} alternating rounds of ${roundSeconds} s, ${connections} connections, ${mailboxCount} mailboxes, medians`,
);
console.log(line('express with two inserts', results.bare));
console.log(line('the webhook', results.product));
for (const name of ['bare', 'product'] as const) {
  console.log(phases(name, spent[name], results[name].at(-1)?.answers ?? 1).join('\n'));
  const answers = results[name].reduce((sum, result) => sum + result.answers, 0);
  const { inbox, jobs } = written[name];
  console.log(
    `    rows of an answer: ${(inbox / answers).toFixed(3)} of the inbox, ${(jobs / answers).toFixed(3)} jobs`,
  );
}
console.log('The webhook shares transactions between requests, the handler beside it does not (it could).');
console.log(`The webhook answers ${(share * 100).toFixed(0)} % as often; ${wantedShare * 100} % are wanted.`);
process.exitCode = share >= wantedShare ? 0 : 1;
