import { setTimeout as delay } from 'node:timers/promises';
import { Router } from 'express';

/** Tells what is not ready yet, in words without secrets; empty where everything is. Throws where it cannot tell. */
export type ReadinessCheck = () => Promise<readonly string[]>;

/** Orchestrators give a probe one second or a few; an answer that comes later counts as none. */
const answerWithinMs = 2_000;

/**
 * `/healthz`: the process lives. `/readyz`: it can work, because the database answers and its migrations are done.
 * A process that is not ready must not be restarted for it, so the two are apart.
 */
export function healthRoutes(check: ReadinessCheck): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ alive: true });
  });
  router.get('/readyz', async (_request, response) => {
    const missing = await missingNow(check);
    response.status(missing.length === 0 ? 200 : 503).json({ ready: missing.length === 0, missing });
  });
  return router;
}

async function missingNow(check: ReadinessCheck): Promise<readonly string[]> {
  const late = delay(answerWithinMs, ['the database does not answer'], { ref: false });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return ['the database cannot be reached'];
  }
}
