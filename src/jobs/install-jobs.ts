import type { Log } from '../app/ports/surroundings.ts';
import { createBoss, type JobBackend } from './boss.ts';
import { QUEUE_SETTINGS } from './queues.ts';

/**
 * Creates or migrates the schema of the jobs and brings every queue to its present settings. Needs a user who may
 * create schemas. Safe to repeat, and when several processes do it at once.
 */
export async function installJobs(backend: JobBackend, log: Log): Promise<void> {
  const boss = createBoss(backend, log, { migrate: true, max: 2 });
  await boss.start();
  try {
    const known = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const { name, policy, options } of QUEUE_SETTINGS) {
      if (known.has(name)) {
        await boss.updateQueue(name, options);
      } else {
        await boss.createQueue(name, { policy, ...options });
      }
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
