import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import type { Told } from '../check/books.ts';

/** A PostgreSQL server that can be stopped and started. */
export interface FaultDatabase {
  /** @returns the address of a new, empty database */
  readonly createDatabase: () => Promise<string>;
  /** At once, as if its machine were switched off. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** Address of a PostgreSQL database, or the folder of an embedded one, which nobody may have open while we look. */
export type StorePlace = string | { readonly folder: string };

export function isEmbedded(place: StorePlace): place is { readonly folder: string } {
  return typeof place !== 'string';
}

/** What is still to be done, and what was given up, as the database says. */
export interface StoreFigures {
  readonly waitingJobs: number;
  readonly deadJobs: number;
  /** By state, of all effects. */
  readonly effects: Readonly<Record<string, number>>;
  readonly unjudged: number;
  readonly inboxWaiting: number;
  /** Mailboxes that no calendar tells about. */
  readonly unsubscribed: number;
}

type Ask = <Row>(sql: string) => Promise<readonly Row[]>;

const questions = {
  waitingJobs: `select count(*)::int as n from pgboss.job
    where name not like '%-dead' and name not in ('sweep', 'deadline') and name not like '\\_\\_%'
    and state in ('created', 'retry', 'active')`,
  deadJobs: `select count(*)::int as n from pgboss.job where name like '%-dead' and state <> 'completed'`,
  unjudged: 'select count(*)::int as n from gatekeeper.meetings where unjudged_ms is not null',
  unsubscribed: `select count(*)::int as n from gatekeeper.mailboxes m where not exists (
    select from gatekeeper.subscriptions s where s.mailbox_id = m.id and s.expires_ms is not null)`,
  inboxWaiting: 'select count(*)::int as n from gatekeeper.inbox where handled_ms is null',
} as const;

/** Read as the superuser: row-level security hides everything from others. */
export function storeFigures(place: StorePlace): Promise<StoreFigures> {
  return withStore(place, async (ask) => {
    const count = async (sql: string): Promise<number> => (await ask<{ n: number }>(sql))[0]?.n ?? 0;
    const effects = await ask<{ state: string; n: number }>(
      'select state, count(*)::int as n from gatekeeper.effects group by state order by state',
    );
    return {
      waitingJobs: await count(questions.waitingJobs),
      deadJobs: await count(questions.deadJobs),
      unjudged: await count(questions.unjudged),
      unsubscribed: await count(questions.unsubscribed),
      inboxWaiting: await count(questions.inboxWaiting),
      effects: Object.fromEntries(effects.map(({ state, n }) => [state, n])),
    };
  });
}

/** Of which answers the gate set out to tell their owners, by `UID mailbox`. */
export function answersTold(place: StorePlace): Promise<ReadonlyMap<string, Told>> {
  return withStore(place, async (ask) => {
    const rows = await ask<Told & { key: string }>(
      `select c.uid || ' ' || m.address as key,
         count(*) filter (where e.params ->> 'about' = 'answered')::int as answered,
         count(*) filter (where e.params ->> 'about' = 'answer-in-doubt')::int as "inDoubt"
       from gatekeeper.effects e
       join gatekeeper.cases c on c.id = e.case_id join gatekeeper.mailboxes m on m.id = e.mailbox_id
       where e.kind = 'tellOwner' group by 1`,
    );
    return new Map(rows.map(({ key, answered, inDoubt }) => [key, { answered, inDoubt }]));
  });
}

/** What is left to do; zero where everything has come to its end. */
export function openWork({ waitingJobs, unjudged, effects }: StoreFigures): number {
  return waitingJobs + unjudged + (effects.pending ?? 0) + (effects.acting ?? 0);
}

/** What minutes of waiting do: what waits for another attempt gets it now. */
export function hurryJobs(place: StorePlace): Promise<void> {
  return withStore(place, async (ask) => {
    await ask(
      `update pgboss.job set start_after = now() where state in ('created', 'retry') and start_after > now()
       and name in ('pull', 'act', 'subscribe')`,
    );
  });
}

/** What a quarter of an hour does: every mailbox counts as not read for long, so that the next sweep looks into it. */
export function forgetPulls(place: StorePlace): Promise<void> {
  return withStore(place, async (ask) => {
    await ask('update gatekeeper.mailboxes set pulled_ms = 0');
  });
}

async function withStore<T>(place: StorePlace, work: (ask: Ask) => Promise<T>): Promise<T> {
  if (isEmbedded(place)) {
    const pglite = await PGlite.create({ dataDir: place.folder });
    try {
      return await work(async <Row>(sql: string) => (await pglite.query<Row>(sql)).rows);
    } finally {
      await pglite.close();
    }
  }
  const client = new Client({ connectionString: place });
  // A database that is stopped under a client tells so as an event as well.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(async <Row>(sql: string) => (await client.query(sql)).rows as Row[]);
  } finally {
    await client.end();
  }
}
