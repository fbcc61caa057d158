import { describe, expect, it } from '@jest/globals';
import { healthRoutes } from '../../src/http/routes/health.ts';
import { serve } from './serve.ts';

async function asked(origin: string, path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${origin}${path}`);
  return { status: response.status, body: await response.json() };
}

describe('health', () => {
  it('is ready when nothing is missing', async () => {
    const { origin } = await serve(healthRoutes(async () => []));
    expect(await asked(origin, '/readyz')).toEqual({ status: 200, body: { ready: true, missing: [] } });
  });

  it('lives, but is not ready, while migrations are missing', async () => {
    const { origin } = await serve(healthRoutes(async () => ['migration 0002']));
    expect(await asked(origin, '/healthz')).toEqual({ status: 200, body: { alive: true } });
    expect(await asked(origin, '/readyz')).toEqual({
      status: 503,
      body: { ready: false, missing: ['migration 0002'] },
    });
  });

  it('is not ready, and tells no secret, while the database cannot be reached', async () => {
    const { origin } = await serve(
      healthRoutes(() => Promise.reject(new Error('postgres://gate:hunter2@db refused'))),
    );
    expect(await asked(origin, '/readyz')).toEqual({
      status: 503,
      body: { ready: false, missing: ['the database cannot be reached'] },
    });
  });

  it('does not wait for a database that does not answer', async () => {
    const { origin } = await serve(healthRoutes(() => new Promise(() => {})));
    expect(await asked(origin, '/readyz')).toEqual({
      status: 503,
      body: { ready: false, missing: ['the database does not answer'] },
    });
  });
});
