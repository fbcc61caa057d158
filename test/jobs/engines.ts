import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { type JobWorld, openEmbeddedWorld, openJobWorld } from './job-world.ts';

interface Engine {
  open(): Promise<JobWorld>;
  close(): Promise<void>;
}

/** Both databases, started when first used: what is said of one has to hold for the other. */
export const ENGINES: readonly (readonly [string, () => Engine])[] = [
  ['PGlite', () => ({ open: openEmbeddedWorld, close: async () => undefined })],
  [
    'PostgreSQL',
    () => {
      let server: Promise<TestPostgres> | undefined;
      return {
        open: async () => {
          server ??= startTestPostgres();
          return openJobWorld({ kind: 'postgres', url: await (await server).createDatabase() });
        },
        close: async () => (await server)?.close(),
      };
    },
  ],
];
