import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReceiveDeps } from '../../../src/app/intake/receive-notification.ts';
import { receiveNotification } from '../../../src/app/intake/receive-notification.ts';
import { createNotificationWriter } from '../../../src/app/intake/store-notifications.ts';
import type { Store } from '../../../src/app/ports/store/store.ts';
import { openTestStore, type TestStore } from '../../support/test-store.ts';
import { createMemoryStore } from './memory-store.ts';
import { createReceiver, nowMs } from './receiver.ts';
import { batch, item, push, subscription } from './webhook-requests.ts';

/** Of one organization, each with a mailbox. */
const people = ['ann', 'bob', 'cleo', 'dan'].map((name) => subscription(name));

/** The webhook as a route has it; `store` writes, the directory knows the subscriptions of `people`. */
function createRoute(
  store: Pick<Store, 'inOrganization'>,
): ReceiveDeps & { readonly transactions: string[] } {
  const transactions: string[] = [];
  const counting: Store = {
    directory: createMemoryStore(people).store.directory,
    inOrganization: (organizationId, work) => {
      transactions.push(organizationId);
      return store.inOrganization(organizationId, work);
    },
  };
  const { deps } = createReceiver({ store: counting });
  const chance = { uuid: randomUUID, secret: () => 'unused' };
  return { ...deps, chance, write: createNotificationWriter({ store: counting, chance }), transactions };
}

describe('notifications that come at the same time', () => {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openTestStore();
    await opened.store.directory.createOrganization({ id: 'acme', name: 'Acme', createdMs: 0 });
  });
  afterAll(() => opened.close());
  const inAcme: Store['inOrganization'] = (_, work) => opened.store.inOrganization('acme', work);

  it('a thousand are all taken in few transactions, one row each and one pull for a mailbox in each', async () => {
    const route = createRoute(opened.store);
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) =>
        receiveNotification(route, 'google', push(people[n % people.length] ?? subscription('nobody'))),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1_000);
    // One alone, then two hundred each.
    expect(route.transactions).toHaveLength(6);
    const pulls = await opened.jobs();
    const mailboxes = pulls.map((job) => ('mailboxId' in job ? job.mailboxId : ''));
    const all = people.map(({ mailboxId }) => mailboxId);
    expect(mailboxes).toEqual([all[0], ...Array.from({ length: 5 }, () => all).flat()]);
    expect(await inAcme('acme', (tx) => tx.inbox.mailboxesWaiting(nowMs + 1))).toEqual(all);
    expect(await inAcme('acme', (tx) => tx.inbox.clear(nowMs + 1, 2_000))).toBe(1_000);
  });

  it('one that cannot be stored is 503 and costs no other', async () => {
    const refusing: Pick<Store, 'inOrganization'> = {
      inOrganization: (organizationId, work) =>
        opened.store.inOrganization(organizationId, (tx) =>
          work({
            ...tx,
            inbox: {
              ...tx.inbox,
              // Refused by the database itself, in the middle of the transaction.
              add: (rows) =>
                tx.inbox.add(
                  rows.map((row) =>
                    row.mailboxId === 'mailbox-cleo' ? { ...row, receivedMs: Number.NaN } : row,
                  ),
                ),
            },
          }),
        ),
    };
    const route = createRoute(refusing);
    const requests = people.map((person) => receiveNotification(route, 'google', push(person)));
    expect((await Promise.all(requests)).map(({ status }) => status)).toEqual([200, 200, 503, 200]);
    expect(await inAcme('acme', (tx) => tx.inbox.mailboxesWaiting(nowMs + 1))).toEqual([
      'mailbox-ann',
      'mailbox-bob',
      'mailbox-dan',
    ]);
    expect(await inAcme('acme', (tx) => tx.inbox.clear(nowMs + 1, 10))).toBe(3);
  });

  it('in one batch stay together, pulls before renewals, mailboxes in order', async () => {
    const { deps, memory } = createReceiver();
    const [mia, mio] = ['mia', 'mia-2'].map((name) => subscription(name));
    if (!mia || !mio) throw new Error('no subscriptions');
    const store = createMemoryStore([mia, mio]);
    const route = { ...deps, store: store.store };
    const life = { changeType: undefined, lifecycleEvent: 'reauthorizationRequired' };
    await receiveNotification(route, 'microsoft', batch(item(mio, life), item(mia), item(mia, life)));
    expect(memory.commits).toEqual([]);
    expect(store.commits.map(({ rows, jobs }) => [rows.length, jobs])).toEqual([
      [
        3,
        [
          { kind: 'pull', organizationId: 'acme', mailboxId: 'mailbox-mia' },
          { kind: 'pull', organizationId: 'acme', mailboxId: 'mailbox-mia-2' },
          { kind: 'subscribe', organizationId: 'acme', mailboxId: 'mailbox-mia' },
          { kind: 'subscribe', organizationId: 'acme', mailboxId: 'mailbox-mia-2' },
        ],
      ],
    ]);
  });
});
