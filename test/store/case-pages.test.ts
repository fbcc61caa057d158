import { beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { CaseShelf, ShelfPlace } from '../../src/app/ports/store/cases.ts';
import type { StoreTransaction } from '../../src/app/ports/store/store.ts';
import { onEachEngine } from './on-each-engine.ts';

/**
 * Ten thousand cases of a mailbox, all open. Every hundredth waits, every fiftieth was declined, one mail is in doubt;
 * ten have no known time; one that waits was decided by its owner. Pairs are opened in the same millisecond.
 */
const rows = [
  `insert into gatekeeper.cases (organization_id, id, mailbox_id, uid, uid_key, occurrence, entry_id, opened_ms,
      changed_ms, state, closed, act, would_act, reasons, changes, revision, overridden, fingerprint, start_ms)
    select 'o', 'c' || i, 'm', 'u', 'k' || i, '', 'e', i / 2, i,
      case when i % 100 = 0 or i = 33 then 'waiting.onGrace' else 'admitted' end, false, 'none', 'none', '[]', '[]', 1, i = 33,
      'f', case when i % 1000 = 0 then null else 100000 - i end from generate_series(1, 10000) i`,
  `insert into gatekeeper.answers (organization_id, id, case_id, mailbox_id, uid, uid_key, target, rule, answer,
      revision, before, given_ms, confirmed)
    select 'o', 'a' || i || kind, 'c' || i, 'm', 'u', 'k' || i, '{}', 'r', kind, 1, '{}', i + (kind = 'declined')::int,
      true from generate_series(50, 10000, 50) i, unnest(array['tentative', 'declined']) kind`,
  `insert into gatekeeper.effects (organization_id, id, mailbox_id, case_id, kind, params, state, attempts, created_ms,
      ended_ms)
    select 'o', 'e' || i, 'm', 'c' || i, 'tellOwner', '{}', case when i = 7 then 'in-doubt' else 'done' end, 1, i, i
    from generate_series(1, 10000) i`,
];

onEachEngine('the shelves of a mailbox', (engine) => {
  beforeAll(async () => {
    for (const statement of rows) await sql.raw(statement).execute(engine.opened().database.kysely);
  });

  const inside = <T>(work: (tx: StoreTransaction) => Promise<T>) =>
    engine.opened().store.inOrganization('o', work);

  async function walk(shelf: CaseShelf): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let after: ShelfPlace | null = null; ; ) {
      const page = await inside((tx) => tx.cases.onShelf('m', shelf, { after, most: 70 }));
      ids.push(...page.map(({ record }) => record.id));
      const last = page.at(-1);
      if (last === undefined) return ids;
      after = last.place;
    }
  }

  it('hold each case once, in order, however they are paged', async () => {
    const all = Array.from({ length: 10_000 }, (_, index) => 10_000 - index);
    expect(await inside((tx) => tx.cases.countNeedingOwner('m', 99))).toBe(99);
    expect(await walk('answered')).toEqual(all.filter((i) => i % 50 === 0).map((i) => `c${i}`));
    const dated = all.filter((i) => (i % 100 === 0 && i % 1000 !== 0) || i === 7);
    const undated = all.filter((i) => i % 1000 === 0).toReversed();
    expect(await walk('needs-you')).toEqual([...dated, ...undated].map((i) => `c${i}`));
  });

  it('show newest first what was written last of what came at once', async () => {
    const page = await inside((tx) => tx.cases.onShelf('m', 'all', { after: null, most: 5 }));
    expect(page.map(({ record }) => record.id)).toEqual(['c10000', 'c9999', 'c9998', 'c9997', 'c9996']);
    const next = await inside((tx) =>
      tx.cases.onShelf('m', 'all', { after: page[1]?.place ?? null, most: 3 }),
    );
    expect(next.map(({ record }) => record.id)).toEqual(['c9998', 'c9997', 'c9996']);
  });

  it('are of one mailbox', async () => {
    for (const shelf of ['needs-you', 'answered', 'all'] as const)
      expect(await inside((tx) => tx.cases.onShelf('other', shelf, { after: null, most: 5 }))).toEqual([]);
  });
});
