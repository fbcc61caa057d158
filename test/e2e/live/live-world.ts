import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connectMailbox } from '../../../src/app/mailboxes/connect-mailbox.ts';
import { createService } from '../../../src/cli/service/create-service.ts';
import { loadSettings } from '../../../src/cli/service/service-settings.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { gateSettings, placeGate } from '../../faults/gate/gate-processes.ts';
import { storeFigures } from '../../faults/gate/store-figures.ts';
import { freePort } from '../../faults/world/free-port.ts';
import { type FaultPeople, faultPeople } from '../../faults/world/people.ts';
import { openEmbeddedDatabase } from '../../support/embedded-database.ts';

/** Both calendars and the whole product, running. */
export interface LiveWorld {
  readonly sandbox: Sandbox;
  readonly people: FaultPeople;
  readonly connect: (address: string) => Promise<void>;
  /** Resolves when nothing is on its way: no notification, no job. */
  readonly untilIdle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const pollMs = 60;
/** So often in a row nothing may be on its way. */
const quietPolls = 3;

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

async function startCalendars(people: FaultPeople): Promise<Sandbox> {
  return await startSandbox({
    realNowMs: () => Date.now(),
    // The processes of the product know no other time.
    startMs: null,
    seed: 1,
    stateFile: null,
    ports: { google: 0, microsoft: 0, control: 0 },
    people: [...people.owners, ...people.colleagues, ...people.outsiders],
    sample: false,
    pace: { pausesMs: [50, 100, 200, 400, 800, 1600], answerMs: 10_000 },
  });
}

/**
 * One process, this one, does everything.
 *
 * @param databaseUrl null is the embedded database
 */
export async function openInProcess(owners: number, databaseUrl: string | null): Promise<LiveWorld> {
  const people = faultPeople(owners);
  const sandbox = await startCalendars(people);
  const folder = mkdtempSync(path.join(tmpdir(), 'live-'));
  const place = { folder, databaseUrl, google: sandbox.google.origin, microsoft: sandbox.microsoft.origin };
  const loaded = loadSettings({ ...(await gateSettings(place, await freePort())), WORKER_CONCURRENCY: '4' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { clock } = sandbox.parts;
  if (databaseUrl !== null) await (await placeGate(place)).command('migrate');
  else await (await openEmbeddedDatabase(path.join(folder, 'data', 'database'))).close();
  const service = await createService(loaded.settings, { web: true, work: true, clock, log: quiet });
  const open = async (): Promise<number> => {
    const figures = await service.jobs.desk.figures();
    return figures
      .filter(({ kind }) => kind !== 'deadline')
      .reduce((sum, { waiting, active, delayed }) => sum + waiting + active + delayed, 0);
  };
  return {
    sandbox,
    people,
    connect: async (address) => {
      const provider = sandbox.parts.people.find(address)?.provider === 'google' ? 'google' : 'microsoft';
      const result = await connectMailbox(service.deps, service.organizationId, { provider, address });
      if (!result.ok) throw new Error(`${address} was not connected: ${result.code}`);
    },
    untilIdle: () => untilIdle(sandbox, open),
    close: async () => {
      await service.stop();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The built command as processes on PostgreSQL: one server and so many workers. */
export async function openProcesses(
  owners: number,
  databaseUrl: string,
  workers: number,
): Promise<LiveWorld> {
  const people = faultPeople(owners);
  const sandbox = await startCalendars(people);
  const folder = mkdtempSync(path.join(tmpdir(), 'live-'));
  const place = { folder, databaseUrl, google: sandbox.google.origin, microsoft: sandbox.microsoft.origin };
  const gate = await placeGate(place);
  await gate.command('migrate');
  await gate.start({ workers, pointOf: () => null });
  const open = async (): Promise<number> => {
    const { waitingJobs, unjudged, effects } = await storeFigures(databaseUrl);
    return waitingJobs + unjudged + (effects.pending ?? 0) + (effects.acting ?? 0);
  };
  return {
    sandbox,
    people,
    connect: async (address) => {
      const person = people.owners.find((each) => each.address === address);
      if (person) await gate.connect([person]);
    },
    untilIdle: () => untilIdle(sandbox, open),
    close: async () => {
      await gate.stop();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilIdle(sandbox: Sandbox, open: () => Promise<number>): Promise<void> {
  for (let idle = 0; idle < quietPolls; ) {
    await sandbox.settled();
    idle = (await open()) === 0 ? idle + 1 : 0;
    await delay(pollMs);
  }
}
