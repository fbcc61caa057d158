import { rm } from 'node:fs/promises';
import { createClock, type SandboxClock } from '../clock.ts';
import { createTables } from './create-tables.ts';
import { lockState } from './state-lock.ts';
import type { Table, Tables } from './tables.ts';

const planting = (tables: Tables): Table<'begun' | 'planted'> => tables.table('planting');

/**
 * Opens the state of a sandbox. One that was killed while its sample was planted holds nothing else, and starts anew.
 *
 * @throws the system's error where the file cannot be opened, UnreadableState where it is no journal, StateInUse where
 *   another process has it
 */
export async function openState(file: string | null): Promise<Tables> {
  if (file === null) return createTables(null);
  const unlock = lockState(file);
  try {
    const tables = await openPlanted(file);
    const close = async () => {
      await tables.close();
      unlock();
    };
    return { ...tables, close };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openPlanted(file: string): Promise<Tables> {
  const tables = await createTables(file);
  if (planting(tables).get('sample') !== 'begun') return tables;
  await tables.close();
  await rm(file);
  return createTables(file);
}

/** Plants the sample unless it stands already. */
export function plantOnce(tables: Tables, plant: () => void): void {
  const table = planting(tables);
  if (table.get('sample') === 'planted') return;
  table.put('sample', 'begun');
  plant();
  table.put('sample', 'planted');
}

/**
 * The clock goes on as far ahead of the real time as it was when the state was written.
 *
 * @param startMs epoch milliseconds of a new state; null starts it at the real time
 */
export function openClock(tables: Tables, realNowMs: () => number, startMs: number | null): SandboxClock {
  const table = tables.table<number>('clock');
  const aheadMs = table.get('ahead-ms');
  const clock = createClock(realNowMs, aheadMs === undefined ? startMs : realNowMs() + aheadMs);
  const keep = () => table.put('ahead-ms', clock.nowMs() - realNowMs());
  keep();
  return {
    nowMs: clock.nowMs,
    advance: (ms) => {
      clock.advance(ms);
      keep();
    },
  };
}
