import { expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { checkSecrets, type UnreadableValue } from '../../src/store/check-secrets.ts';
import { createStore } from '../../src/store/create-store.ts';
import { rotateSecrets } from '../../src/store/rotate-secrets.ts';
import type { Keyring } from '../../src/store/secrets.ts';
import { testKeyring } from '../support/test-store.ts';
import { onEachEngine } from './on-each-engine.ts';
import { mailboxRecord, noonMs } from './records.ts';

const token = 'refresh-token-of-anna';
const secret = 'secret-of-the-subscription';
const newKey = new Uint8Array(32).fill(8);
const withBoth: Keyring = { current: 'new', keys: new Map([...testKeyring.keys, ['new', newKey]]) };
const withNew: Keyring = { current: 'new', keys: new Map([['new', newKey]]) };

onEachEngine('secrets at rest', (engine) => {
  it('are readable in no table', async () => {
    await addMailbox('unreadable');
    const rows = await dump();
    expect(rows).toContain('unreadable@example.com');
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(Buffer.from(token).toString('base64url').slice(4, -4));
  });

  it('of another row do not open', async () => {
    const { organizationId } = await addMailbox('one');
    const { store, database } = engine.opened();
    await store.inOrganization(organizationId, (tx) => tx.mailboxes.add(mailboxRecord({ id: 'two' })));
    await sql`update gatekeeper.mailboxes set sealed_grant =
      (select sealed_grant from gatekeeper.mailboxes where id = 'one') where id = 'two'`.execute(
      database.kysely,
    );
    const reading = store.inOrganization(organizationId, (tx) => tx.mailboxes.find('two'));
    await expect(reading).rejects.toThrow(/mailboxes\.sealed_grant of two does not open/);
    await store.inOrganization(organizationId, (tx) =>
      tx.mailboxes.change('two', { grant: { kind: 'company' } }),
    );
  });

  it('that do not open cost only their own mailbox and subscription, and a new grant heals that', async () => {
    const { organizationId, subscriptionId } = await addMailbox('damaged');
    const { store, database } = engine.opened();
    await store.inOrganization(organizationId, (tx) => tx.mailboxes.add(mailboxRecord({ id: 'whole' })));
    await sql`update gatekeeper.mailboxes set sealed_grant = 'v1.test.AAAA' where id = 'damaged'`.execute(
      database.kysely,
    );
    await sql`update gatekeeper.subscriptions set sealed_secret = 'v1.lost.AAAA' where id = ${subscriptionId}`.execute(
      database.kysely,
    );
    expect(await store.directory.subscription(subscriptionId)).toMatchObject({ secret: null });
    await store.inOrganization(organizationId, async ({ mailboxes, subscriptions }) => {
      expect((await mailboxes.summaries()).map(({ id }) => id)).toEqual(['damaged', 'whole']);
      expect(await subscriptions.ofMailbox('damaged')).toMatchObject([{ id: subscriptionId, secret: null }]);
      const found = await mailboxes.findByAddress('damaged@example.com');
      expect(found).toMatchObject({ id: 'damaged', grantKind: null });
      await mailboxes.change('damaged', { grant: { kind: 'company' } });
      await subscriptions.remove(subscriptionId);
      expect(await mailboxes.find('damaged')).toMatchObject({ grant: { kind: 'company' } });
    });
  });

  it('are encrypted anew under the current key, once', async () => {
    const { organizationId, subscriptionId } = await addMailbox('rotated');
    const { database } = engine.opened();
    const enqueue = async () => {};
    expect((await rotateSecrets(database, withBoth)).resealed).toBeGreaterThanOrEqual(2);
    expect((await rotateSecrets(database, withBoth)).resealed).toBe(0);
    const store = createStore({ database, keyring: withNew, enqueue });
    const found = await store.inOrganization(organizationId, (tx) => tx.mailboxes.find('rotated'));
    expect(found?.grant).toEqual({ kind: 'person', refreshToken: token });
    expect(await store.directory.subscription(subscriptionId)).toMatchObject({ secret });
    const before = createStore({ database, keyring: testKeyring, enqueue });
    await expect(
      before.inOrganization(organizationId, (tx) => tx.mailboxes.find('rotated')),
    ).rejects.toMatchObject({ why: 'key-missing', keyId: 'new' });
    await rotateSecrets(database, { current: 'test', keys: withBoth.keys });
  });

  it('that do not open are told, and the others encrypted anew nevertheless', async () => {
    const { organizationId, subscriptionId } = await addMailbox('torn');
    const { store, database } = engine.opened();
    await store.inOrganization(organizationId, async ({ mailboxes }) => {
      for (const id of ['gone', 'sound']) await mailboxes.add(mailboxRecord({ id }));
      await mailboxes.change('gone', { state: 'left' });
    });
    await sql`update gatekeeper.mailboxes set sealed_grant = 'v1.test.AAAA' where id in ('torn', 'gone')`.execute(
      database.kysely,
    );
    await sql`update gatekeeper.subscriptions set sealed_secret = 'v1.lost.AAAA' where id = ${subscriptionId}`.execute(
      database.kysely,
    );
    const ofThis = (all: readonly UnreadableValue[]) =>
      all.filter((each) => each.organizationId === organizationId);
    const told = [
      { of: 'grant', organizationId, mailboxId: 'torn', why: 'damaged', keyId: 'test' },
      { of: 'subscription', organizationId, mailboxId: 'torn', why: 'damaged', keyId: 'lost' },
    ];
    const { resealed, unreadable } = await rotateSecrets(database, withBoth);
    expect(resealed).toBeGreaterThanOrEqual(1);
    expect(ofThis(unreadable)).toEqual(told);
    const checked = await checkSecrets(database, withNew);
    expect(ofThis(checked.unreadable)).toEqual(told);
    expect(checked.opened).toBeGreaterThanOrEqual(1);
    const renewed = createStore({ database, keyring: withNew, enqueue: async () => {} });
    expect(await renewed.inOrganization(organizationId, (tx) => tx.mailboxes.find('sound'))).not.toBeNull();
    await rotateSecrets(database, { current: 'test', keys: withBoth.keys });
  });

  async function addMailbox(id: string) {
    const { store, organizationId } = await engine.organization();
    const subscriptionId = `subscription of ${organizationId}`;
    await store.inOrganization(organizationId, async (tx) => {
      await tx.mailboxes.add(mailboxRecord({ id, grant: { kind: 'person', refreshToken: token } }));
      await tx.subscriptions.add({
        id: subscriptionId,
        mailboxId: id,
        providerId: null,
        resourceId: null,
        secret,
        expiresMs: null,
        createdMs: noonMs,
      });
    });
    return { organizationId, subscriptionId };
  }

  /** Every row of every table as text, as its owner sees it. */
  async function dump(): Promise<string> {
    const { kysely } = engine.opened().database;
    const tables = await sql<{ readonly name: string }>`
      select tablename as name from pg_tables where schemaname = 'gatekeeper'`.execute(kysely);
    const texts = await Promise.all(
      tables.rows.map(({ name }) =>
        sql.raw(`select t::text as row from gatekeeper.${name} t`).execute(kysely),
      ),
    );
    return JSON.stringify(texts.map(({ rows }) => rows));
  }
});
