import type { ReadProblem } from '../../core/meeting/reading.ts';
import { DatabaseInUse } from '../../store/folder-lock.ts';
import { SecretUnreadable } from '../../store/secrets.ts';
import { fileProblem } from '../file-errors.ts';
import { dataFolder } from './data-folder.ts';
import { ForeignKeys, MigrationsPending, UnreadableKeys } from './open-storage.ts';
import { createRedaction } from './redaction.ts';
import type { ServiceSettings } from './service-settings.ts';

/** Codes of PostgreSQL's own refusals, and of a way to it that is closed. */
const databaseCodes: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ECONNREFUSED: ['nothing answers at this address', 'start PostgreSQL, or correct host and port'],
  ENOTFOUND: ['there is no such host', 'correct the host'],
  ETIMEDOUT: ['the host does not answer', 'correct the host, or open the way to it'],
  '28P01': ['user and password do not fit', 'correct them'],
  '28000': ['this user may not connect', 'correct the user, or pg_hba.conf'],
  '3D000': ['there is no such database', 'create it: createdb NAME'],
  '42501': ['this user may not do that', 'run "meeting-gatekeeper migrate" as the owner of the database'],
  '57P03': ['PostgreSQL is starting', 'try again in a moment'],
};

/** What kept the product from starting, as a message; null for a fault of ours. */
export function startProblem(error: unknown, settings: ServiceSettings): ReadProblem | null {
  if (error instanceof DatabaseInUse) {
    const who = error.holder === null ? 'another process' : `process ${error.holder.pid}`;
    const remedy =
      'end it first, or name another folder with DATA_FOLDER; commands such as "mailboxes" and "cases" talk to it by themselves';
    return { place: error.folder, what: `${who} has it open`, remedy };
  }
  if (error instanceof MigrationsPending) {
    const what = `the schema lacks ${error.pending.join(', ')}`;
    return { place: 'database', what, remedy: 'run "meeting-gatekeeper migrate" once' };
  }
  if (error instanceof UnreadableKeys)
    return { place: error.file, what: 'this is no file of keys', remedy: 'restore it from a backup' };
  if (error instanceof ForeignKeys)
    return { place: placeOfKeys(settings), what: error.message, remedy: foreignKeysRemedy };
  if (error instanceof SecretUnreadable)
    return { place: placeOfKeys(settings), what: error.message, remedy: '"doctor" names what is missing' };
  return portProblem(error) ?? databaseProblem(error, settings) ?? fileProblem(error, settings.DATA_FOLDER);
}

/** What to do where nothing that is encrypted opens. */
export const foreignKeysRemedy =
  'bring back the keys that this database was used with; where they are lost run "connect" for each mailbox again, then start';

function placeOfKeys({ ENCRYPTION_KEYS, DATA_FOLDER }: ServiceSettings): string {
  return ENCRYPTION_KEYS === null ? dataFolder(DATA_FOLDER).keys : 'ENCRYPTION_KEYS';
}

/** A port that is taken or not allowed; null for anything else. */
function portProblem(error: unknown): ReadProblem | null {
  if (typeof error !== 'object' || error === null || !('port' in error) || !('code' in error)) return null;
  const remedy =
    'end what uses it, or choose another one with PORT (0 takes a free one); "start" has --port-google, --port-microsoft and --port-control as well';
  if (error.code === 'EADDRNOTAVAIL')
    return { place: 'HOST', what: 'this machine has no such address', remedy: 'correct it, or leave it out' };
  if (error.code === 'EADDRINUSE') return { place: `port ${error.port}`, what: 'it is taken', remedy };
  if (error.code === 'EACCES') return { place: `port ${error.port}`, what: 'it may not be used', remedy };
  return null;
}

function databaseProblem(error: unknown, { DATABASE_URL, secrets }: ServiceSettings): ReadProblem | null {
  if (DATABASE_URL === null) return null;
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    const code = 'code' in each && typeof each.code === 'string' ? each.code : '';
    const known = databaseCodes[code];
    if (known) return { place: 'DATABASE_URL', what: known[0], remedy: known[1] };
    if (code !== '' || each.cause instanceof Error) continue;
    if (/migrate/.test(each.message)) {
      const what = createRedaction(secrets)(each.message);
      return { place: 'database', what, remedy: 'run "meeting-gatekeeper migrate" once' };
    }
  }
  return null;
}
