import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { startTestPostgres, type TestPostgres } from '../../support/postgres.ts';
import { declineAndUndo } from './decline-and-undo.ts';
import { type LiveWorld, openInProcess, openProcesses } from './live-world.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startTestPostgres();
}, 60_000);

afterAll(async () => {
  await postgres?.close();
});

describe.each<[string, (url: string) => Promise<LiveWorld>]>([
  ['one process', (url) => openInProcess(4, url)],
  ['four processes', (url) => openProcesses(4, url, 3)],
])('on PostgreSQL with %s', (_, open) => {
  it('an invite for Wednesday is declined, undone and never touched again, on both calendars', async () => {
    const world = await open(await postgres.createDatabase());
    try {
      const [google, microsoft] = world.people.owners;
      await declineAndUndo(world, google?.address ?? '', 'as-before');
      await declineAndUndo(world, microsoft?.address ?? '', 'nearest-answer');
    } finally {
      await world.close();
    }
  }, 120_000);
});
