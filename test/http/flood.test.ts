import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { googleWebhook } from '../../src/http/routes/google-webhook.ts';
import { installJobs } from '../../src/jobs/install-jobs.ts';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { createStore } from '../../src/store/create-store.ts';
import { grantJobs } from '../../src/store/grant-jobs.ts';
import { nowMs, providers } from '../app/intake/receiver.ts';
import { createMemoryLog } from '../app/intake/webhook-requests.ts';
import { openEmbeddedDatabase } from '../support/embedded-database.ts';
import { testKeyring } from '../support/test-store.ts';
import { serve } from './serve.ts';

const silentLog = createMemoryLog();

/** The real store and the real jobs in one embedded database, with a subscribed mailbox. */
async function openAll() {
  const database = await openEmbeddedDatabase();
  const backend = { kind: 'embedded' as const, pglite: database.pglite };
  await installJobs(backend, silentLog);
  await grantJobs(database);
  const jobs = await startJobs({ backend, log: silentLog });
  const store = createStore({ database, keyring: testKeyring, enqueue: jobs.enqueue });
  const [organizationId, mailboxId, id] = [randomUUID(), randomUUID(), randomUUID()];
  await store.directory.createOrganization({ id: organizationId, name: 'Kiln', createdMs: nowMs });
  await store.inOrganization(organizationId, async (tx) => {
    await tx.mailboxes.add({
      id: mailboxId,
      provider: 'google',
      address: 'ann@kiln.example',
      otherAddresses: [],
      grant: { kind: 'company' },
      state: 'active',
      observingUntilMs: null,
      connectedMs: nowMs,
      cursor: null,
      window: null,
      pulledMs: null,
      hours: null,
      problem: null,
      forecast: null,
    });
    const row = { id, mailboxId, secret: 'q7-unguessable', createdMs: nowMs };
    await tx.subscriptions.add({ ...row, providerId: null, resourceId: null, expiresMs: null });
  });
  const close = async () => {
    await jobs.stop({ graceMs: 1_000 });
    await database.close();
  };
  return { store, jobs, organizationId, mailboxId, subscriptionId: id, close };
}

describe('a thousand notifications at once', () => {
  it('are all taken, stand in the inbox, and are one pull', async () => {
    const { store, jobs, organizationId, mailboxId, subscriptionId, close } = await openAll();
    const chance = { uuid: randomUUID, secret: randomUUID };
    const { origin } = await serve(
      googleWebhook({ store, providers, clock: { nowMs: () => nowMs }, chance, log: silentLog }),
    );
    const send = () =>
      fetch(`${origin}/hooks/google`, {
        method: 'POST',
        headers: {
          'x-goog-channel-id': subscriptionId,
          'x-goog-channel-token': 'q7-unguessable',
          'x-goog-resource-state': 'exists',
        },
      });
    const statuses: number[] = [];
    // A hundred connections, each as busy as it can be.
    const connection = async () => {
      for (let n = 0; n < 10; n += 1) statuses.push((await send()).status);
    };
    await Promise.all(Array.from({ length: 100 }, connection));
    expect(statuses).toEqual(Array.from({ length: 1_000 }, () => 200));
    const pulls = (await jobs.desk.figures()).find(({ kind }) => kind === 'pull');
    expect(pulls).toMatchObject({ waiting: 1, active: 0, dead: 0 });
    const waiting = () => store.inOrganization(organizationId, (tx) => tx.inbox.mailboxesWaiting(nowMs + 1));
    expect(await waiting()).toEqual([mailboxId]);
    await store.inOrganization(organizationId, (tx) => tx.inbox.markHandled(mailboxId, nowMs + 1, nowMs));
    expect(await store.inOrganization(organizationId, (tx) => tx.inbox.clear(nowMs + 1, 5_000))).toBe(1_000);
    await close();
  });
});
