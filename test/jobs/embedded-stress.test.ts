import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Store } from '../../src/app/ports/store/store.ts';
import { embeddedDb } from '../../src/jobs/embedded-db.ts';
import { installJobs } from '../../src/jobs/install-jobs.ts';
import { type JobSystem, startJobs } from '../../src/jobs/start-jobs.ts';
import { createStore } from '../../src/store/create-store.ts';
import { grantJobs } from '../../src/store/grant-jobs.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '../support/embedded-database.ts';
import { testKeyring } from '../support/test-store.ts';
import { type ConnectionWatch, watchConnection } from './connection-watch.ts';
import { handlersWith, pause, until } from './job-world.ts';

/** Seconds; STRESS_SECONDS for a longer run. */
const SECONDS = Number(process.env.STRESS_SECONDS ?? 3);
const STUCK_MS = 15_000;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('everything at once on the one connection of the embedded database', () => {
  let database: EmbeddedDatabase;
  let jobs: JobSystem;
  let store: Store;
  let watch: ConnectionWatch;
  const organizationId = randomUUID();
  beforeAll(async () => {
    database = await openEmbeddedDatabase();
    watch = watchConnection(database.pglite);
    const backend = { kind: 'embedded', pglite: database.pglite } as const;
    await installJobs(backend, log);
    await grantJobs(database);
    jobs = await startJobs({ backend, log });
    store = createStore({ database, keyring: testKeyring, enqueue: jobs.enqueue });
    await store.directory.createOrganization({ id: organizationId, name: 'Kiln', createdMs: 0 });
  });
  afterAll(() => database.close());

  it(
    'loses nothing, keeps nothing of what failed, and never gets stuck',
    async () => {
      const { failed, end } = watch.stuck(STUCK_MS);
      try {
        await Promise.race([stress(), failed]);
      } finally {
        end();
      }
    },
    (SECONDS + 60) * 1000,
  );

  async function stress(): Promise<void> {
    const untilMs = performance.now() + SECONDS * 1000;
    const committed = new Set<string>();
    const ran: string[] = [];
    await jobs.work(
      handlersWith({
        act: async ({ effectId }) => {
          await inOrganization((tx) => tx.mailboxes.all());
          if (ran.length % 7 === 3) await refused(sql`select no_such_column`.execute(database.kysely));
          ran.push(effectId);
          return { kind: 'done' };
        },
        pull: async () => {
          await inOrganization((tx) => tx.mailboxes.all());
          if (ran.length % 5 === 1) throw new Error('this pull fails');
          return ran.length % 3 === 0 ? { kind: 'again', afterMs: 1, why: 'busy' } : { kind: 'done' };
        },
      }),
      { concurrency: 10 },
    );
    const send = async (): Promise<void> => {
      const effectId = randomUUID();
      await inOrganization(async (tx) => {
        await tx.jobs.send({ kind: 'pull', organizationId, mailboxId: `m${committed.size % 4}` });
        await tx.jobs.send({ kind: 'act', organizationId, effectId, group: effectId });
      });
      committed.add(effectId);
    };
    const turns: readonly (() => Promise<unknown>)[] = [
      send,
      send,
      () => refused(inOrganization((tx) => sendAndFail(tx.jobs.send))),
      () => refused(inOrganization(() => inOrganization(async () => undefined))),
      () => refused(sql`select 1 / 0`.execute(database.kysely)),
      () => refused(embeddedDb(database.pglite).executeSql('BEGIN; select 1 / 0; COMMIT;')),
      () => jobs.desk.figures(),
      async () => (await database.pglite.listen(`c${committed.size % 3}`, () => undefined))(),
    ];
    const repeat = async (turn: () => Promise<unknown>): Promise<void> => {
      while (performance.now() < untilMs) {
        await watch.track(`turn ${turns.indexOf(turn)}`, turn);
        await pause(5);
      }
    };
    await Promise.all(turns.map(repeat));
    await until(() => ran.length >= committed.size);
    expect(committed.size).toBeGreaterThan(10);
    expect(ran.toSorted()).toEqual([...committed].toSorted());
    const waiting = await sql<{ n: number }>`select count(*)::int as n from pgboss.job
      where name = 'pull' and state in ('created', 'retry', 'active')`.execute(database.kysely);
    // Two for each mailbox at most, whatever failed: one that is tried again, and one that came while it ran.
    expect(waiting.rows[0]?.n).toBeLessThanOrEqual(8);
    const closing = Array.from({ length: 10 }, send);
    await jobs.stop({ graceMs: 1000 });
    await Promise.all(closing);
  }

  const inOrganization: <T>(work: Parameters<typeof store.inOrganization<T>>[1]) => Promise<T> = (work) =>
    store.inOrganization(organizationId, work);

  async function sendAndFail(
    send: (job: { kind: 'act'; organizationId: string; effectId: string; group: string }) => Promise<void>,
  ) {
    await send({ kind: 'act', organizationId, effectId: `rolled back ${randomUUID()}`, group: 'g' });
    throw new Error('rolled back');
  }
});

async function refused(run: Promise<unknown>): Promise<void> {
  await expect(run).rejects.toThrow();
}
