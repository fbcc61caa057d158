import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { mailboxRecord } from '../store/records.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { openTestStore, type TestStore } from '../support/test-store.ts';

const secret = 'q7-unguessable';
const connections = 40;

async function addSubscription({ store, organizationId }: TestStore): Promise<string> {
  const [mailboxId, id] = [randomUUID(), randomUUID()];
  await store.inOrganization(organizationId, async (tx) => {
    await tx.mailboxes.add(mailboxRecord({ id: mailboxId, address: `${mailboxId}@kiln.example` }));
    const row = { id, mailboxId, secret, createdMs: 0 };
    await tx.subscriptions.add({ ...row, providerId: null, resourceId: null, expiresMs: null });
  });
  return id;
}

/** Sends one after the other until the server is gone. @returns how many were answered 200 */
async function sendUntilGone(url: string, subscriptionId: string, answered: () => void): Promise<number> {
  const headers = {
    'x-goog-channel-id': subscriptionId,
    'x-goog-channel-token': secret,
    'x-goog-resource-state': 'exists',
  };
  for (let taken = 0; ; taken += 1) {
    const status = await fetch(url, { method: 'POST', headers }).then(
      (response) => response.status,
      () => null,
    );
    if (status === null) return taken;
    expect(status).toBe(200);
    answered();
  }
}

it('a process that is killed has answered nothing that is not in the inbox', async () => {
  const server = await startTestPostgres();
  const url = await server.createDatabase();
  const opened = await openTestStore({ engine: 'postgres', url });
  try {
    const subscriptions: string[] = [];
    for (let n = 0; n < connections; n += 1) subscriptions.push(await addSubscription(opened));
    const script = fileURLToPath(new URL('./webhook-child.ts', import.meta.url));
    const child = spawn(process.execPath, [script, url], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [origin] = (await once(child.stdout, 'data')) as [Buffer];
    let answers = 0;
    const answered = () => {
      answers += 1;
      if (answers === 500) child.kill('SIGKILL');
    };
    const hook = `${origin.toString()}/hooks/google`;
    const taken = await Promise.all(subscriptions.map((id) => sendUntilGone(hook, id, answered)));
    const { rows } = await sql<{ id: string; n: number }>`select subscription_id as id, count(*)::int as n
      from gatekeeper.inbox group by subscription_id`.execute(opened.database.kysely);
    const stored = new Map(rows.map(({ id, n }) => [id, n]));
    const lost = subscriptions.filter((id, place) => (stored.get(id) ?? 0) < (taken[place] ?? 0));
    expect(lost).toEqual([]);
    expect(answers).toBeGreaterThanOrEqual(500);
    // Each connection had one request under way, which may have been written all the same.
    const written = rows.reduce((sum, { n }) => sum + n, 0);
    expect(written).toBeLessThanOrEqual(answers + connections);
  } finally {
    await opened.close();
    await server.close();
  }
});
