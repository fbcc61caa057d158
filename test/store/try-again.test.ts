import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tryAgainWhereRefused } from '../../src/store/try-again.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { openTestStore, type TestStore } from '../support/test-store.ts';
import { caseRecord } from './records.ts';

/** Fails so often with this code, and counts its runs. */
function failing(times: number, code: string) {
  const counted = { runs: 0 };
  const transact = async () => {
    counted.runs += 1;
    if (counted.runs <= times) throw Object.assign(new Error('refused'), { code });
    return 'done';
  };
  return { counted, transact };
}

describe('a transaction that PostgreSQL refused', () => {
  it.each(['40001', '40P01'])('in favour of others (%s) is run again, twice at most', async (code) => {
    const passing = failing(2, code);
    expect(await tryAgainWhereRefused(passing.transact)).toBe('done');
    expect(passing.counted.runs).toBe(3);
    const endless = failing(9, code);
    await expect(tryAgainWhereRefused(endless.transact)).rejects.toMatchObject({ code });
    expect(endless.counted.runs).toBe(3);
  });

  // A row that is there already, a statement that took too long, a connection that broke.
  it.each(['23505', '57014', 'ECONNRESET'])('for another reason (%s) is not', async (code) => {
    const { counted, transact } = failing(1, code);
    await expect(tryAgainWhereRefused(transact)).rejects.toMatchObject({ code });
    expect(counted.runs).toBe(1);
  });
});

describe('two transactions that wait for each other (postgres)', () => {
  let server: TestPostgres;
  let opened: TestStore;
  beforeAll(async () => {
    server = await startTestPostgres();
    opened = await openTestStore({ engine: 'postgres', url: await server.createDatabase() });
  });
  afterAll(async () => {
    await opened?.close();
    await server?.close();
  });

  it('both end well, and what the refused one had written before is written once', async () => {
    const { store, organizationId } = opened;
    const [one, other] = [caseRecord({ uid: 'one' }), caseRecord({ uid: 'other' })];
    await store.inOrganization(organizationId, async (tx) => {
      await tx.cases.add(one);
      await tx.cases.add(other);
    });
    const bothHold = meetingPoint(2);
    let runs = 0;
    const lockBoth = (first: string, second: string) =>
      store.inOrganization(organizationId, async (tx) => {
        runs += 1;
        await tx.cases.lock(first);
        const step = { caseId: first, atMs: 1, actor: 'gate', event: 'OPENED', data: null };
        await tx.log.add({ ...step, from: '', to: 'judging' });
        await tx.jobs.send({ kind: 'act', organizationId, effectId: first, group: first });
        await bothHold();
        await tx.cases.lock(second);
      });
    await Promise.all([lockBoth(one.id, other.id), lockBoth(other.id, one.id)]);
    expect(runs).toBe(3);
    for (const { id } of [one, other])
      expect(await store.inOrganization(organizationId, (tx) => tx.log.ofCase(id))).toHaveLength(1);
    const sent = (await opened.jobs()).flatMap((job) => (job.kind === 'act' ? job.effectId : []));
    expect(sent.toSorted()).toEqual([one.id, other.id].sort());
  });
});

/** Those who come wait until so many are there; after that nobody waits. */
function meetingPoint(count: number): () => Promise<void> {
  const all = Promise.withResolvers<void>();
  let there = 0;
  return () => {
    there += 1;
    if (there >= count) all.resolve();
    return all.promise;
  };
}
