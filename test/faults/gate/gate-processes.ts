import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../world/free-port.ts';
import { type FaultPeople, faultPolicy } from '../world/people.ts';
import { builtCli } from './built-cli.ts';
import type { StorePlace } from './store-figures.ts';
import { type SupervisedProcess, superviseProcess } from './supervised-process.ts';

/** The product as it runs somewhere: the built command, settings in the environment, a database. */
export interface Gate {
  readonly baseUrl: string;
  /** Runs one command and gives what it printed. @throws where it does not exit with 0 */
  readonly command: (...args: readonly string[]) => Promise<string>;
  /** Connects everybody's mailbox by the company's consent. */
  readonly connect: (people: FaultPeople['owners']) => Promise<void>;
  readonly start: (how: StartOptions) => Promise<void>;
  readonly processes: () => readonly SupervisedProcess[];
  /** Ends all of them in good order, does something, and starts them again. */
  readonly whileStopped: <T>(work: () => Promise<T>) => Promise<T>;
  readonly stop: () => Promise<void>;
  readonly store: StorePlace;
  readonly logFile: string;
}

interface StartOptions {
  /** Without workers the one server does everything: the embedded database. */
  readonly workers: number;
  /** The point at which the n-th start of the n-th process kills itself; null for none. */
  readonly pointOf: (process: number, start: number) => string | null;
  readonly wasDatabaseAway?: (sinceMs: number) => boolean;
}

export interface GatePlace {
  /** For files: settings, logs, the embedded database. */
  readonly folder: string;
  /** Null is the embedded database in that folder. */
  readonly databaseUrl: string | null;
  readonly google: string;
  readonly microsoft: string;
}

/** Puts the files and settings in place; nothing runs yet. */
export async function placeGate(place: GatePlace): Promise<Gate> {
  mkdirSync(place.folder, { recursive: true });
  const file = builtCli(place.folder);
  const environment = await gateSettings(place, await freePort());
  const baseUrl = environment.BASE_URL ?? '';
  const logFile = path.join(place.folder, 'gate.log');
  const processes: SupervisedProcess[] = [];
  const command: Gate['command'] = (...args) => runOnce(file, args, place.folder, environment, logFile);
  return {
    baseUrl,
    logFile,
    command,
    connect: async (people) => {
      for (const provider of ['google', 'microsoft'] as const) {
        const addresses = people
          .filter((person) => person.provider === provider)
          .map(({ address }) => address);
        if (addresses.length > 0) await command('connect', provider, '--company', ...addresses);
      }
    },
    store: storeOf(place),
    start: async ({ workers, pointOf, wasDatabaseAway }) => {
      const names = ['serve', ...Array.from({ length: workers }, () => 'worker')];
      for (const [index, name] of names.entries()) {
        processes.push(
          superviseProcess({
            name: `${name} ${index}`,
            file,
            args: [name],
            cwd: place.folder,
            environment,
            logFile,
            pointOf: (start) => pointOf(index, start),
            ...(wasDatabaseAway && { wasDatabaseAway }),
          }),
        );
      }
      await untilHealthy(baseUrl);
    },
    processes: () => processes,
    whileStopped: async (work) => {
      await Promise.all(processes.map((each) => each.stop()));
      try {
        return await work();
      } finally {
        for (const each of processes) each.resume();
        await untilHealthy(baseUrl);
      }
    },
    stop: async () => {
      await Promise.all(processes.map((each) => each.stop()));
    },
  };
}

function storeOf({ folder, databaseUrl }: GatePlace): StorePlace {
  return databaseUrl ?? { folder: path.join(folder, 'data', 'database') };
}

/** Settings as an administrator would state them, with the files that they name. */
export async function gateSettings(
  { folder, databaseUrl, google, microsoft }: GatePlace,
  port: number,
): Promise<Record<string, string>> {
  const policyFile = path.join(folder, 'policy.yaml');
  const accountFile = path.join(folder, 'service-account.json');
  const account = await fetch(`${google}/sandbox/service-account.json`);
  writeFileSync(policyFile, faultPolicy);
  writeFileSync(accountFile, await account.text(), { mode: 0o600 });
  return {
    ...(databaseUrl !== null && {
      DATABASE_URL: databaseUrl,
      ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    }),
    DATA_FOLDER: path.join(folder, 'data'),
    HOST: '127.0.0.1',
    PORT: String(port),
    BASE_URL: `http://127.0.0.1:${port}`,
    ORGANIZATION_NAME: 'Tern',
    POLICY_FILE: policyFile,
    OBSERVE_DAYS: '0',
    GOOGLE_CLIENT_ID: 'gate.apps.sandbox.example',
    GOOGLE_CLIENT_SECRET: 'sandbox-secret',
    GOOGLE_SERVICE_ACCOUNT: accountFile,
    GOOGLE_ENDPOINT: `${google}/`,
    MICROSOFT_CLIENT_ID: '11111111-2222-4333-8444-555555555555',
    MICROSOFT_CLIENT_SECRET: 'sandbox-secret',
    MICROSOFT_TENANT_ID: '99999999-8888-4777-8666-555555555555',
    MICROSOFT_ENDPOINT: `${microsoft}/`,
    LOG_LEVEL: 'warn',
    POOL_SIZE: '5',
    // The calendars of the runs answer or refuse within two seconds.
    FAULT_LEASE_MS: '15000',
  };
}

async function runOnce(
  file: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>,
  logFile: string,
): Promise<string> {
  const child = spawn(process.execPath, [file, ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...environment },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  child.stdin.end();
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  appendFileSync(logFile, said.err);
  if (status !== 0)
    throw new Error(`${args.slice(0, 2).join(' ')} exited with ${status}: ${said.err}${said.out}`);
  return said.out;
}

async function untilHealthy(baseUrl: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const answer = await fetch(`${baseUrl}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error('the server was not ready within a minute');
}
