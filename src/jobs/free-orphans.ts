import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { readTally } from './attempts.ts';
import { JOB_KINDS, JOBS_SCHEMA, SWEEP_QUEUE } from './queues.ts';

/** A job that has ended its process this often waits for the backoff, so that it cannot keep the process from starting. */
const PATIENCE = 3;

const ACTIVE = `select id, name, output from ${JOBS_SCHEMA}.job where state = 'active' and name = any($1::text[])`;

const ACTIVE_ROW = z.object({ id: z.string(), name: z.string(), output: z.unknown() });

/**
 * Frees the jobs that a killed process left as running, at once instead of when their heartbeat runs out. Only for the
 * embedded database, whose lock file says that there is no other process that could be running them.
 *
 * @returns how many
 */
export async function freeOrphans(boss: PgBoss): Promise<number> {
  const { rows } = await boss.getDb().executeSql(ACTIVE, [[...JOB_KINDS, SWEEP_QUEUE]]);
  const orphans = z.array(ACTIVE_ROW).parse(rows);
  for (const { id, name, output } of orphans) {
    const tally = readTally(output);
    const killed = tally.killed + 1;
    await boss.fail(name, id, { ...tally, killed, why: 'its process was killed' });
    if (killed <= PATIENCE) {
      await boss.update({ name, options: { id, startAfter: 0 } });
    }
  }
  return orphans.length;
}
