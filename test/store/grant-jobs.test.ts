import { expect, it } from '@jest/globals';
import { fromKysely, PgBoss } from 'pg-boss';
import { createStore } from '../../src/store/create-store.ts';
import { grantJobs } from '../../src/store/grant-jobs.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { openTestStore, testKeyring } from '../support/test-store.ts';

it('lets transactions of the store add jobs to pg-boss, also to a queue that is made later', async () => {
  const server = await startTestPostgres();
  const url = await server.createDatabase();
  const { database, organizationId, close } = await openTestStore({ engine: 'postgres', url });
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  try {
    await boss.start();
    await grantJobs(database);
    await boss.createQueue('pull', { partition: true });
    const store = createStore({
      database,
      keyring: testKeyring,
      enqueue: async (trx, jobs) => {
        for (const job of jobs) await boss.send('pull', job, { db: fromKysely(trx) });
      },
    });
    const job = { kind: 'pull', organizationId, mailboxId: 'm' } as const;
    const lost = store.inOrganization(organizationId, async (tx) => {
      await tx.jobs.send(job);
      throw new Error('rolled back');
    });
    await expect(lost).rejects.toThrow('rolled back');
    await store.inOrganization(organizationId, (tx) => tx.jobs.send(job));
    const fetched = await boss.fetch('pull', { batchSize: 10 });
    expect(fetched.map(({ data }) => data)).toEqual([job]);
  } finally {
    await boss.stop({ graceful: false });
    await close();
    await server.close();
  }
});
