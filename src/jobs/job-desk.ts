import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { DeadLetter, JobDesk, JobKind, QueueFigures } from '../app/ports/jobs.ts';
import { readTally } from './attempts.ts';
import { showJob } from './job-data.ts';
import { deadQueueOf, JOB_KINDS, JOBS_SCHEMA } from './queues.ts';

/** Rows move in steps of this many, so that a long dead letter queue is no long transaction. */
const REPLAY_STEP = 1000;

/** Counted now: the counts that pg-boss keeps are as old as its last round of supervision. */
const FIGURES = `
  select name,
    count(*) filter (where state < 'active' and start_after <= now())::int as waiting,
    count(*) filter (where state < 'active' and start_after > now())::int as delayed,
    count(*) filter (where state = 'active')::int as active,
    (extract(epoch from now() - min(start_after) filter (where state < 'active' and start_after <= now()))
      * 1000)::float8 as oldest_ms
  from ${JOBS_SCHEMA}.job
  where name = any($1::text[])
  group by name`;

const FIGURES_ROW = z.object({
  name: z.string(),
  waiting: z.int(),
  delayed: z.int(),
  active: z.int(),
  oldest_ms: z.number().nullable(),
});

/** Reads and moves jobs by the way of pg-boss, in no transaction of the store. */
export function createJobDesk(boss: PgBoss): JobDesk {
  return {
    figures: () => figures(boss),
    deadLetters: async (kind) => {
      const kinds = kind === undefined ? JOB_KINDS : [kind];
      const found = await Promise.all(kinds.map((each) => deadLettersOf(boss, each)));
      return found.flat().sort((a, b) => b.failedMs - a.failedMs);
    },
    replay: (ids) => replay(boss, ids),
  };
}

async function figures(boss: PgBoss): Promise<readonly QueueFigures[]> {
  const names = JOB_KINDS.flatMap((kind) => [kind, deadQueueOf(kind)]);
  const { rows } = await boss.getDb().executeSql(FIGURES, [names]);
  const byName = new Map(
    z
      .array(FIGURES_ROW)
      .parse(rows)
      .map((row) => [row.name, row]),
  );
  return JOB_KINDS.map((kind) => {
    const row = byName.get(kind);
    return {
      kind,
      waiting: row?.waiting ?? 0,
      delayed: row?.delayed ?? 0,
      active: row?.active ?? 0,
      dead: byName.get(deadQueueOf(kind))?.waiting ?? 0,
      oldestMs: row?.oldest_ms ?? null,
    };
  });
}

async function deadLettersOf(boss: PgBoss, kind: JobKind): Promise<DeadLetter[]> {
  const rows = await boss.findJobs<object>(deadQueueOf(kind), { queued: true });
  return rows.map((row) => ({
    id: row.id,
    job: showJob(kind, row.data),
    failedMs: row.createdOn.getTime(),
    attempts: (row.sourceRetryCount ?? 0) + 1,
    why: whyOf(row),
  }));
}

/** What pg-boss itself says of an attempt that did not come to us: killed, too long, or cut off. */
const message = z.string().transform((text) => text.slice(0, 300));
const OF_PG_BOSS = z.union([
  z.object({ value: message }).transform(({ value }) => value),
  z.object({ value: z.object({ message }) }).transform(({ value }) => value.message),
  z.object({ message }).transform((error) => error.message),
]);

function whyOf(row: JobWithMetadata<object>): string {
  const said = OF_PG_BOSS.safeParse(row.sourceOutput);
  return said.success ? said.data : readTally(row.sourceOutput).why || 'no reason was kept';
}

/**
 * A dead letter whose like waits already (same mailbox, coalescing queue) is not put back: pg-boss sets it aside, for
 * what waits does the same.
 */
async function replay(boss: PgBoss, ids: readonly string[] | null): Promise<number> {
  if (ids !== null && ids.length === 0) {
    return 0;
  }
  let moved = 0;
  for (const kind of JOB_KINDS) {
    for (let step = REPLAY_STEP; step === REPLAY_STEP; ) {
      step = await boss.redrive(deadQueueOf(kind), {
        limit: REPLAY_STEP,
        ...(ids === null ? {} : { ids: [...ids] }),
      });
      moved += step;
    }
  }
  return moved;
}
