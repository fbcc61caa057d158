import { type Journal, openJournal, type Records, recordsOf } from './journal.ts';
import type { Table, Tables } from './tables.ts';

/**
 * State of the sandbox: in memory, or also in a journal that is replayed when it is opened again. Every `put` and
 * `delete` is handed to the operating system before it returns, so that a killed process loses nothing that it
 * answered; a power cut may lose the last seconds. One process at a time may have a file open.
 *
 * @param file path of the journal, made where it is missing; null keeps everything in memory only
 * @throws the system's error where the file cannot be opened, UnreadableState where it is no journal; it is left as it is
 */
export async function createTables(file: string | null): Promise<Tables> {
  const records: Records = new Map();
  const journal = file === null ? null : openJournal(file, records);
  const tables = new Map<string, Table<unknown>>();
  return {
    table: <T>(name: string) => {
      const table = tables.get(name) ?? createTable(name, recordsOf(records, name), journal);
      tables.set(name, table);
      return table as Table<T>;
    },
    close: async () => journal?.close(),
  };
}

function createTable(name: string, records: Map<string, unknown>, journal: Journal | null): Table<unknown> {
  return {
    get: (key) => records.get(key),
    put: (key, value) => {
      if (value === undefined) throw new TypeError(`nothing to put at ${name} ${key}; delete it instead`);
      journal?.append(name, key, value);
      records.set(key, value);
    },
    delete: (key) => {
      if (!records.has(key)) return;
      journal?.append(name, key);
      records.delete(key);
    },
    size: () => records.size,
    entries: () => records.entries(),
    values: () => records.values(),
  };
}
