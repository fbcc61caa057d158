import { PGlite } from '@electric-sql/pglite';
import type { JobResult } from '../../src/app/ports/jobs.ts';
import type { JobBackend } from '../../src/jobs/boss.ts';
import { handlersWith, openJobWorld } from './job-world.ts';

/**
 * A process that takes jobs and never ends them, to be killed. Says the id of each effect that it has begun.
 *
 * Arguments: `embedded FOLDER`, where it also sends a job for itself, or `postgres URL`.
 */
const [kind, place = ''] = process.argv.slice(2);
const backend: JobBackend =
  kind === 'embedded' ? { kind, pglite: await PGlite.create(place) } : { kind: 'postgres', url: place };
const world = await openJobWorld(backend);
const jobs = await world.start();
await jobs.work(
  handlersWith({
    act: ({ effectId }) => {
      process.stdout.write(`${effectId}\n`);
      return new Promise<JobResult>(() => undefined);
    },
  }),
  { concurrency: 5 },
);
if (kind === 'embedded') {
  await world.send(jobs, { kind: 'act', organizationId: 'o', effectId: 'own', group: 'own' });
}
