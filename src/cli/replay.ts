import { z } from 'zod';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { sayRefused } from './messages.ts';
import { readText } from './read-text.ts';
import { runOperation } from './service/do-operation.ts';
import type { OperationValue } from './service/operations.ts';
import { timeText } from './view/time-text.ts';

export interface ReplayArguments {
  readonly file?: string;
  readonly deadLetters?: boolean;
  readonly organization?: string;
}

const mostBytes = 2_000_000;
const captured = z.object({
  provider: z.enum(['google', 'microsoft']),
  headers: z.record(z.string(), z.string()).default({}),
  query: z.record(z.string(), z.string()).default({}),
  body: z.string().default(''),
});

/** `replay`: a notification that was taken, one from a file, or jobs that were given up; else what could be repeated. */
export async function runReplay(
  deps: CliDeps,
  ids: readonly string[],
  { file, deadLetters, organization }: ReplayArguments,
): Promise<ExitStatus> {
  if (file !== undefined) return await replayFile(deps, file);
  if (deadLetters) {
    const input = { ids: ids.length === 0 ? null : [...ids] };
    return await runOperation(deps, 'replayDeadLetters', input, ({ replayed, works }) => {
      const later = works ? '' : ' They run as soon as a worker does.';
      return `${replayed} back in their queues.${later}\n`;
    });
  }
  const whose = organization === undefined ? {} : { organization };
  const [id, ...further] = ids;
  if (id === undefined) return await runOperation(deps, 'notifications', whose, listText);
  if (further.length > 0)
    return await refuse(
      deps,
      'replay',
      'it takes one notification',
      'state one id; without any it lists them',
    );
  return await runOperation(deps, 'replayNotification', { id, ...whose }, notificationText);
}

async function replayFile(deps: CliDeps, file: string): Promise<ExitStatus> {
  const text = await readText(async () => (await deps.openFile(file)).chunks, file, mostBytes);
  if (!text.ok) {
    await sayRefused(deps, [text.problem]);
    return exitStatus.refused;
  }
  const request = captured.safeParse(parsed(text.text));
  if (!request.success) {
    const remedy = 'write {"provider": "google", "headers": {…}, "query": {…}, "body": "…"}';
    return await refuse(deps, file, 'this is no captured request', remedy);
  }
  return await runOperation(
    deps,
    'replayRequest',
    request.data,
    ({ status, body }) => `The webhook answers ${status}${body === '' ? '' : `: ${body}`}\n`,
  );
}

function listText(rows: OperationValue<'notifications'>): string {
  if (rows.length === 0) return 'No notification was taken lately.\n';
  return rows
    .map(({ id, address, kind, receivedMs, handledMs }) => {
      const state = handledMs === null ? 'waits' : `handled ${timeText(handledMs)}`;
      return `${id}  ${timeText(receivedMs)}  ${kind}  ${address ?? 'a mailbox that was left'}, ${state}\n`;
    })
    .join('');
}

function notificationText(value: OperationValue<'replayNotification'>): string {
  const { address, kind, receivedMs, handledMs, result } = value;
  const before = handledMs === null ? 'was waiting' : `was handled ${timeText(handledMs)}`;
  const now = result.kind === 'done' ? 'read and judged' : `to be tried again: ${result.why}`;
  return `${address}: "${kind}" of ${timeText(receivedMs)} ${before}; now ${now}.\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function refuse(deps: CliDeps, place: string, what: string, remedy: string): Promise<ExitStatus> {
  await sayRefused(deps, [{ place, what, remedy }]);
  return exitStatus.refused;
}
