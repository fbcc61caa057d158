import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pg from 'pg';
import type { Log } from '../../src/app/ports/surroundings.ts';
import { createApp } from '../../src/http/create-app.ts';
import { listen } from '../../src/http/listen.ts';
import { googleWebhook } from '../../src/http/routes/google-webhook.ts';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { createGoogleProvider } from '../../src/providers/google/provider.ts';
import { createStore } from '../../src/store/create-store.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import type { Spent } from './statement-times.ts';

/** What both servers are told. Plain JSON. */
export interface IntakePlace {
  readonly url: string;
  readonly organizationId: string;
  readonly key: string;
  /** Columns and values of a job as the product writes it, without its id, its mailbox and its data. */
  readonly jobRow: Readonly<Record<string, unknown>>;
  readonly mailboxOf: Readonly<Record<string, string>>;
}

export const poolSize = 10;
const quiet: Log = { info: () => {}, warn: () => {}, error: (event, fields) => console.error(event, fields) };

/** The product's webhook on PostgreSQL, as `serve` composes it. @returns its origin */
export async function startProduct({ url, key }: IntakePlace): Promise<string> {
  const database = await openDatabase({ kind: 'postgres', url, poolSize });
  const jobs = await startJobs({ backend: { kind: 'postgres', url }, log: quiet });
  const store = createStore({
    database,
    keyring: { current: 'k1', keys: new Map([['k1', new Uint8Array(Buffer.from(key, 'base64'))]]) },
    enqueue: jobs.enqueue,
  });
  const google = createGoogleProvider({
    clientId: 'bench',
    clientSecret: 'bench-secret',
    serviceAccount: null,
  });
  const chance = { uuid: () => randomUUID(), secret: () => randomBytes(32).toString('base64url') };
  const deps = {
    store,
    providers: { google, microsoft: null },
    clock: { nowMs: () => Date.now() },
    chance,
    log: quiet,
  };
  const app = createApp({ log: quiet, chance, baseUrl: null, routers: [googleWebhook(deps)] });
  return (await listen(app, { host: '127.0.0.1', port: 0 })).origin;
}

/**
 * The least that does the same: express, one transaction, the same two rows in the same tables with the same indexes.
 * It checks nothing and knows nothing of organizations; what it lacks is what the product's guarantees cost.
 */
export async function startBare({ url, organizationId, jobRow, mailboxOf }: IntakePlace): Promise<string> {
  const pool = new pg.Pool({ connectionString: url, max: poolSize });
  const insertJob = insertInto('pgboss.job', [
    'id',
    'singleton_key',
    'group_id',
    'data',
    ...Object.keys(jobRow),
  ]);
  const rest = Object.values(jobRow);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.post('/hooks/google', async (request, response) => {
    const subscriptionId = request.get('x-goog-channel-id') ?? '';
    const mailboxId = mailboxOf[subscriptionId] ?? '';
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(insertInbox, [
        organizationId,
        randomUUID(),
        mailboxId,
        subscriptionId,
        'changed',
        Date.now(),
      ]);
      const data = JSON.stringify({ kind: 'pull', organizationId, mailboxId });
      await client.query(insertJob, [randomUUID(), mailboxId, mailboxId, data, ...rest]);
      await client.query('commit');
    } finally {
      client.release();
    }
    response.status(200).type('text/plain').send('');
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const insertInbox = `insert into gatekeeper.inbox (organization_id, id, mailbox_id, subscription_id, kind, received_ms)
  values ($1, $2, $3, $4, $5, $6)`;

function insertInto(table: string, columns: readonly string[]): string {
  const places = columns.map((_, index) => `$${index + 1}`);
  return `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')}) on conflict do nothing`;
}

/** What a server process tells its parent. */
export type ServerMessage = { readonly origin: string } | { readonly spent: Spent };
