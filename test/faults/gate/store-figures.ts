import { Client } from 'pg';

/** A PostgreSQL server that can be stopped and started. */
export interface FaultDatabase {
  /** @returns the address of a new, empty database */
  readonly createDatabase: () => Promise<string>;
  /** At once, as if its machine were switched off. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** What is still to be done, and what was given up, as the database says. */
export interface StoreFigures {
  readonly waitingJobs: number;
  readonly deadJobs: number;
  /** By state, of all effects. */
  readonly effects: Readonly<Record<string, number>>;
  readonly unjudged: number;
  readonly inboxWaiting: number;
}

const questions = {
  waitingJobs: `select count(*)::int as n from pgboss.job
    where name not like '%-dead' and name not in ('sweep', 'deadline') and name not like '\\_\\_%'
    and state in ('created', 'retry', 'active')`,
  deadJobs: `select count(*)::int as n from pgboss.job where name like '%-dead' and state <> 'completed'`,
  unjudged: 'select count(*)::int as n from gatekeeper.meetings where unjudged_ms is not null',
  inboxWaiting: 'select count(*)::int as n from gatekeeper.inbox where handled_ms is null',
} as const;

/** @param url as the superuser: row-level security hides everything from others */
export async function storeFigures(url: string): Promise<StoreFigures> {
  return await withClient(url, async (client) => {
    const count = async (sql: string): Promise<number> =>
      (await client.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
    const effects = await client.query<{ state: string; n: number }>(
      'select state, count(*)::int as n from gatekeeper.effects group by state order by state',
    );
    return {
      waitingJobs: await count(questions.waitingJobs),
      deadJobs: await count(questions.deadJobs),
      unjudged: await count(questions.unjudged),
      inboxWaiting: await count(questions.inboxWaiting),
      effects: Object.fromEntries(effects.rows.map(({ state, n }) => [state, n])),
    };
  });
}

/**
 * What a quarter of an hour of waiting does: every mailbox counts as not pulled for long, so that the next sweep looks
 * for what notifications lost, and what waits for another attempt gets it now.
 */
export async function hurry(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('update gatekeeper.mailboxes set pulled_ms = 0');
    await client.query(
      `update pgboss.job set start_after = now() where state in ('created', 'retry') and start_after > now()
       and name in ('pull', 'act', 'subscribe')`,
    );
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // A database that is stopped under a client tells so as an event as well.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
