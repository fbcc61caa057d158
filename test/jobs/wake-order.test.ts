import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { receiveNotification } from '../../src/app/intake/receive-notification.ts';
import { installJobs } from '../../src/jobs/install-jobs.ts';
import { type JobSystem, startJobs } from '../../src/jobs/start-jobs.ts';
import { createStore } from '../../src/store/create-store.ts';
import { grantJobs } from '../../src/store/grant-jobs.ts';
import { createReceiver } from '../app/intake/receiver.ts';
import { batch, item, subscription } from '../app/intake/webhook-requests.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { openTestStore, type TestStore } from '../support/test-store.ts';
import { pause } from './job-world.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('two webhooks that wake the same mailboxes on PostgreSQL', () => {
  let server: TestPostgres;
  let opened: TestStore;
  let jobs: JobSystem;
  beforeAll(async () => {
    server = await startTestPostgres();
    const url = await server.createDatabase();
    opened = await openTestStore({ engine: 'postgres', url });
    await installJobs({ kind: 'postgres', url }, log);
    await grantJobs(opened.database);
    jobs = await startJobs({ backend: { kind: 'postgres', url }, log });
  });
  afterAll(async () => {
    await jobs.stop();
    await opened.close();
    await server.close();
  });

  /** Time for the other transaction to send its first job too. */
  const sendSlowly: Parameters<typeof createStore>[0]['enqueue'] = async (trx, sent, options) => {
    await jobs.enqueue(trx, sent, options);
    await pause(300);
  };

  it('would wait for each other if each woke them in its own order, so that one has to be run again', async () => {
    const { database, keyring, organizationId } = opened;
    const store = createStore({ database, keyring, enqueue: sendSlowly });
    let runs = 0;
    const wake = (...mailboxIds: readonly string[]) =>
      store.inOrganization(organizationId, async (tx) => {
        runs += 1;
        for (const mailboxId of mailboxIds) await tx.jobs.send({ kind: 'pull', organizationId, mailboxId });
      });
    await Promise.all([wake('a', 'b'), wake('b', 'a')]);
    expect(runs).toBe(3);
    await sql`delete from pgboss.job`.execute(database.kysely);
  });

  it('do not wait for each other, whatever the order of their notifications', async () => {
    const { database, keyring, organizationId } = opened;
    const store = createStore({ database, keyring, enqueue: sendSlowly });
    const one = subscription('mia-1', { organizationId, secret: 'one' });
    const two = subscription('mia-2', { organizationId, secret: 'two' });
    const addresses = new Map([one, two].map((address) => [address.subscriptionId, address]));
    const known = { find: async (id: string) => addresses.get(id) ?? null, mayTake: () => true };
    const { deps, lines } = createReceiver({
      store,
      known,
      chance: { uuid: randomUUID, secret: () => 'unused' },
    });
    const [first, second] = [item({ ...one, secret: 'one' }), item({ ...two, secret: 'two' })];
    const answers = await Promise.all([
      receiveNotification(deps, 'microsoft', batch(first, second)),
      receiveNotification(deps, 'microsoft', batch(second, first)),
    ]);
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    const pulls = (await jobs.desk.figures()).find(({ kind }) => kind === 'pull');
    expect(pulls).toMatchObject({ waiting: 2 });
  });
});
