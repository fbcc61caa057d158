import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Store } from '../../src/app/ports/store/store.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { openTestStore, type TestStore } from '../support/test-store.ts';

const names = ['embedded', 'postgres'] as const;
type Name = (typeof names)[number];

export interface Engine {
  readonly name: Name;
  opened(): TestStore;
  /** A new organization of its own, and the store. */
  organization(): Promise<{ readonly store: Store; readonly organizationId: string }>;
  /** Only where the engine is a server. */
  server(): TestPostgres;
}

interface Started {
  readonly opened: TestStore;
  readonly server: TestPostgres | null;
}

/** Of this file, which loads this module for itself. */
const started = new Map<Name, Promise<Started>>();

afterAll(async () => {
  for (const engine of started.values()) {
    const { opened, server } = await engine;
    await opened.close();
    await server?.close();
  }
});

function startOnce(name: Name): Promise<Started> {
  const starting = started.get(name) ?? start(name);
  started.set(name, starting);
  return starting;
}

async function start(name: Name): Promise<Started> {
  if (name === 'embedded') return { opened: await openTestStore(), server: null };
  const server = await startTestPostgres();
  const opened = await openTestStore({ engine: 'postgres', url: await server.createDatabase() });
  return { opened, server };
}

/** The same tests on the embedded database and on a real server; each engine is opened once for the file. */
export function onEachEngine(about: string, tests: (engine: Engine) => void): void {
  for (const name of names)
    describe(`${about} (${name})`, () => {
      let engine: Started;
      beforeAll(async () => {
        engine = await startOnce(name);
      });
      tests({
        name,
        opened: () => engine.opened,
        organization: async () => {
          const organizationId = randomUUID();
          const { store } = engine.opened;
          await store.directory.createOrganization({ id: organizationId, name: 'One more', createdMs: 0 });
          return { store, organizationId };
        },
        server: () => {
          if (engine.server === null) throw new Error('the embedded engine has no server');
          return engine.server;
        },
      });
    });
}
