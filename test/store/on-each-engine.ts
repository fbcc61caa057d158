import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Store } from '../../src/app/ports/store/store.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { openTestStore, type TestStore } from '../support/test-store.ts';

export interface Engine {
  readonly name: 'embedded' | 'postgres';
  opened(): TestStore;
  /** A new organization of its own, and the store. */
  organization(): Promise<{ readonly store: Store; readonly organizationId: string }>;
  /** Only where the engine is a server. */
  server(): TestPostgres;
}

/** The same tests on the embedded database and on a real server; each engine is opened once for the file. */
export function onEachEngine(about: string, tests: (engine: Engine) => void): void {
  for (const name of ['embedded', 'postgres'] as const)
    describe(`${about} (${name})`, () => {
      let opened: TestStore;
      let server: TestPostgres | null = null;
      beforeAll(async () => {
        if (name === 'postgres') server = await startTestPostgres();
        opened = await openTestStore(
          server === null ? {} : { engine: 'postgres', url: await server.createDatabase() },
        );
      });
      afterAll(async () => {
        await opened?.close();
        await server?.close();
      });
      tests({
        name,
        opened: () => opened,
        organization: async () => {
          const organizationId = randomUUID();
          await opened.store.directory.createOrganization({
            id: organizationId,
            name: 'One more',
            createdMs: 0,
          });
          return { store: opened.store, organizationId };
        },
        server: () => {
          if (server === null) throw new Error('the embedded engine has no server');
          return server;
        },
      });
    });
}
