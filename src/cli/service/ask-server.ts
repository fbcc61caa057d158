import path from 'node:path';
import { readLockHolder } from '../../store/folder-lock.ts';
import { controlPath } from './control-path.ts';
import { dataFolder, readControlToken } from './data-folder.ts';
import type { OperationResult } from './operation.ts';
import { refuse } from './operation.ts';
import type { OperationInput, OperationName, OperationValue } from './operations.ts';

/** A process that has the embedded database open. */
export interface RunningServer {
  readonly folder: string;
  readonly pid: number;
  /** Null while it starts, and where it is no server. */
  readonly controlUrl: string | null;
}

/** Folder of `start` in the data folder: invented calendars and real ones never share a database. */
export const sandboxFolder = (folder: string): string => path.join(folder, 'sandbox');

/** Who has the database of a data folder open; without anybody there, who runs the sandbox of it. */
export function findServer(folder: string): RunningServer | null {
  for (const candidate of [folder, sandboxFolder(folder)]) {
    const holder = readLockHolder(dataFolder(candidate).database);
    if (holder !== null) return { folder: candidate, ...holder };
  }
  return null;
}

/** Asks a running server to do something. */
export async function askServer<Name extends OperationName>(
  { folder, pid, controlUrl }: RunningServer,
  name: Name,
  input: OperationInput<Name>,
): Promise<OperationResult<OperationValue<Name>>> {
  const token = readControlToken(dataFolder(folder).controlToken);
  const asUser = `run this as the account that runs process ${pid}`;
  if (controlUrl === null)
    return refuse(folder, `process ${pid} has the database open and is not ready`, 'try again in a moment');
  if (token === null) return refuse(folder, 'the file control-token cannot be read', asUser);
  try {
    const answer = await fetch(`${controlUrl}${controlPath}/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const body = await answer.json();
    // Both sides are this program; an older one beside a newer one is refused by status.
    if (answer.ok) return body as OperationResult<OperationValue<Name>>;
    return refuse(controlUrl, `the server says ${answer.status}: ${body.error ?? ''}`, asUser);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse(
      controlUrl,
      `the server did not answer (${why})`,
      'see what its log says, or start it anew',
    );
  }
}
