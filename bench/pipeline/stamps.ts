import pg from 'pg';
import type { VisibleAct } from '../../src/sandbox/acts.ts';

/** The moments of one invite, epoch milliseconds; null where there was none. */
export interface Stamps {
  /** Written; the calendar sends its notification at once. */
  readonly sent: number;
  /** A notification of that mailbox stands in the inbox. */
  readonly received: number | null;
  /** The pull that brought it has committed. */
  readonly pulled: number | null;
  readonly judged: number | null;
  /** The organizer sees the answer. */
  readonly answered: number | null;
  /** Our commit of it. */
  readonly recorded: number | null;
}

const inboxSql = `select mailboxes.address, inbox.received_ms::float8 as received, inbox.handled_ms::float8 as handled
  from gatekeeper.inbox join gatekeeper.mailboxes on mailboxes.id = inbox.mailbox_id
  where inbox.received_ms >= $1 order by inbox.received_ms`;
const casesSql = `select cases.uid, cases.opened_ms::float8 as opened, effects.ended_ms::float8 as ended
  from gatekeeper.cases left join gatekeeper.effects on effects.case_id = cases.id and effects.kind = 'answerInvite'
  where cases.opened_ms >= $1`;

interface InboxRow {
  readonly address: string;
  readonly received: number;
  readonly handled: number | null;
}

/** Puts together what the calendars and the store wrote down about the invites since then. */
export async function stampsSince(
  url: string,
  acts: readonly VisibleAct[],
  sinceMs: number,
): Promise<Stamps[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const inbox = await client.query<InboxRow>(inboxSql, [sinceMs]);
  const cases = await client.query<{ uid: string; opened: number; ended: number | null }>(casesSql, [
    sinceMs,
  ]);
  await client.end();
  const rowsOf = Map.groupBy(inbox.rows, ({ address }) => address);
  const caseOf = new Map(cases.rows.map((row) => [row.uid, row]));
  const answers = acts.filter(({ kind, detail }) => kind === 'answer' && detail === 'declined');
  const answerOf = new Map(answers.map((act) => [act.uid, act.atMs]));
  return acts
    .filter(({ kind, atMs }) => kind === 'invitation' && atMs >= sinceMs)
    .map(({ uid, to: [owner = ''], atMs }) => {
      const row = rowsOf.get(owner)?.find(({ received }) => received >= atMs);
      const known = caseOf.get(uid ?? '');
      return {
        sent: atMs,
        received: row?.received ?? null,
        pulled: row?.handled ?? null,
        judged: known?.opened ?? null,
        answered: answerOf.get(uid) ?? null,
        recorded: known?.ended ?? null,
      };
    });
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
