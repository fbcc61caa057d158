import { createHash } from 'node:crypto';
import {
  existsSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '../../src/store/migrate.ts';
import { type Database, openDatabase } from '../../src/store/open-database.ts';

export type EmbeddedDatabase = Extract<Database, { kind: 'embedded' }>;

// A database of a test does not live long enough to be worth the second, optimizing compiler of WebAssembly.
setFlagsFromString('--liftoff-only');

/**
 * An embedded database with all tables. The first caller makes them (seconds) and leaves a dump in the system's folder
 * for temporary files; later ones load it (a quarter of a second).
 *
 * @param folder null is memory only
 */
export async function openEmbeddedDatabase(folder: string | null = null): Promise<EmbeddedDatabase> {
  const dump = path.join(tmpdir(), `meeting-gatekeeper-${stateOfTables()}.tar`);
  if (existsSync(dump)) return await open({ folder, loadDataDir: await openAsBlob(dump) });
  const database = await open({ folder, loadDataDir: await createCluster() });
  await migrate(database);
  await database.pglite.exec('checkpoint');
  await writeDump(dump, await database.pglite.dumpDataDir('none'));
  return database;
}

/**
 * A third of what PostgreSQL makes of itself, as every file loads it: a short log, and no templates, since nobody
 * creates a database in it. The memory for its pages is cleared byte by byte at each start, so it is small.
 */
async function createCluster(): Promise<Blob> {
  const pglite = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'] });
  await pglite.exec("alter system set shared_buffers = '8MB'");
  await pglite.exec('update pg_database set datistemplate = false');
  await pglite.exec('drop database template0');
  await pglite.exec('drop database template1');
  await pglite.exec('checkpoint');
  const cluster = await pglite.dumpDataDir('none');
  await pglite.close();
  return cluster;
}

async function open(place: {
  readonly folder: string | null;
  readonly loadDataDir?: Blob;
}): Promise<EmbeddedDatabase> {
  const database = await openDatabase({ kind: 'embedded', ...place });
  if (database.kind !== 'embedded') throw new Error('another engine than was asked for');
  return database;
}

/** Written beside and then renamed: another test process never reads half of it. */
async function writeDump(file: string, content: Blob): Promise<void> {
  const beside = `${file}.${process.pid}`;
  try {
    writeFileSync(beside, new Uint8Array(await content.arrayBuffer()));
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Digest of all that decides how the tables look. */
function stateOfTables(): string {
  const hash = createHash('sha256');
  const folder = path.resolve('src/store/migrations');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(path.join(folder, file)));
  for (const file of [path.resolve('src/store/migrate.ts'), import.meta.filename])
    hash.update(readFileSync(file));
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  hash.update(readFileSync(path.join(path.dirname(pglite), '..', 'package.json')));
  return hash.digest('hex').slice(0, 16);
}
