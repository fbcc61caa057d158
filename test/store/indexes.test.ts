import { beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { transactionAs } from '../../src/store/transaction-as.ts';
import { onEachEngine } from './on-each-engine.ts';

/**
 * What is asked often, and the columns that an index has to narrow it by. Row-level security lets the database use an
 * index only for comparisons that can leak nothing, so this is not a matter of course.
 */
const questions: readonly (readonly [question: string, narrowedBy: readonly string[]])[] = [
  [
    `select from meetings where mailbox_id = 'm' and entry_id = any('{a,b}'::text[])`,
    ['mailbox_id', 'entry_id'],
  ],
  [`select from meetings where mailbox_id = 'm' and uid_key = 'k'`, ['mailbox_id', 'uid_key']],
  [
    `select from meetings where mailbox_id = 'm' and unjudged_ms is not null order by unjudged_ms`,
    ['mailbox_id'],
  ],
  [
    `select from meeting_people where mailbox_id = 'm' and address = 'a' and start_ms < 5`,
    ['mailbox_id', 'address', 'start_ms'],
  ],
  [`select from cases where mailbox_id = 'm' and uid_key = 'k'`, ['mailbox_id', 'uid_key']],
  [`select from cases where closed = false and end_ms < 5`, ['end_ms']],
  [`select from case_log where case_id = 'c'`, ['case_id']],
  [`select from effects where ended_ms is null and case_id = 'c'`, ['case_id']],
  [`select from effects where ended_ms is null and created_ms < 5`, ['created_ms']],
  [`select from deadlines where due_ms <= 5`, ['due_ms']],
  [
    `select from answers where withdrawn_ms is null and mailbox_id = 'm' and uid_key = 'k'`,
    ['mailbox_id', 'uid_key'],
  ],
  [`select from answers where rule = 'r' and given_ms >= 5`, ['rule', 'given_ms']],
  [`select from offers where uid_key = 'k' and occurrence = 'o'`, ['uid_key', 'occurrence']],
  [
    `select from inbox where mailbox_id = 'm' and handled_ms is null and received_ms < 5`,
    ['mailbox_id', 'received_ms'],
  ],
];

/** Rows of four mailboxes, so that an index is worth having, and the right one worth more than another. */
const rows = [
  `insert into gatekeeper.meetings (organization_id, mailbox_id, entry_id, uid, uid_key, entry, digest, seen_ms)
    select 'o', 'm' || i % 4, 'e' || i, 'u', 'k' || i, '{}', 'd', i from generate_series(1, 4000) i`,
  `insert into gatekeeper.cases (organization_id, id, mailbox_id, uid, uid_key, occurrence, entry_id, opened_ms,
      changed_ms, state, closed, act, would_act, reasons, changes, revision, overridden, fingerprint, end_ms)
    select 'o', 'c' || i, 'm' || i % 4, 'u', 'k' || i, '', 'e', i, i, 's', false, 'none', 'none', '[]', '[]', 1,
      false, 'f', i from generate_series(1, 4000) i`,
  `insert into gatekeeper.effects (organization_id, id, mailbox_id, case_id, kind, params, state, attempts, created_ms)
    select 'o', 'e' || i, 'm' || i % 4, 'c' || i, 'tellOwner', '{}', 'pending', 0, i
    from generate_series(1, 4000) i`,
  `insert into gatekeeper.offers (organization_id, id, uid, uid_key, occurrence, effect_id, case_id, mailbox_id,
      other_times, created_ms)
    select 'o', 'o' || i, 'u', 'k' || i, '', 'e' || i, 'c', 'm', '[]', i from generate_series(1, 4000) i`,
];

onEachEngine('an index', (engine) => {
  beforeAll(async () => {
    for (const statement of rows) await sql.raw(statement).execute(engine.opened().database.kysely);
  });

  it.each(questions)('answers: %s', async (question, narrowedBy) => {
    const plan = await explain('gatekeeper_app', question);
    for (const column of ['organization_id', ...narrowedBy])
      expect(plan).toMatch(new RegExp(`Index Cond:.*\\b${column}\\b`));
  });

  it('answers whose a subscription or a link is', async () => {
    const subscription = await explain(
      'gatekeeper_directory',
      `select id from subscriptions where id = 's' or provider_id = 's'`,
    );
    expect(subscription).toMatch(/Index Cond: \(id =/);
    expect(subscription).toMatch(/Index Cond: \(provider_id =/);
    const link = await explain('gatekeeper_directory', `select purpose from links where digest = 'd'`);
    expect(link).toMatch(/Index Cond: \(digest =/);
  });

  /** Of a small table no index is worth anything, unless reading all of it is said to cost a lot. */
  const explain = (role: 'gatekeeper_app' | 'gatekeeper_directory', question: string) =>
    transactionAs(engine.opened().database, role, 'o', async (_, plain) => {
      await sql`set local enable_seqscan = off`.execute(plain);
      await sql`set local search_path = gatekeeper`.execute(plain);
      const { rows } = await sql.raw<{ readonly 'QUERY PLAN': string }>(`explain ${question}`).execute(plain);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
});
