import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { jsonText } from './json-text.ts';
import { sayRefused } from './messages.ts';
import { runOperation } from './service/do-operation.ts';
import { caseLines, observationLines, undoLine } from './view/case-lines.ts';
import { mailboxLines } from './view/mailbox-lines.ts';

interface ListArguments {
  readonly organization?: string;
  readonly json?: boolean;
}

/** Prints a list for people, or as one JSON object a program can take. */
const shown =
  <Value>(json: boolean | undefined, lines: (value: Value) => string) =>
  (value: Value): string =>
    json ? `${jsonText(value)}\n` : lines(value);

/** `cases`: what was judged lately, newest first, with the id to undo it by. */
export async function runCases(
  deps: CliDeps,
  address: string | undefined,
  { json, most = '20', ...whose }: ListArguments & { readonly most?: string },
): Promise<ExitStatus> {
  const count = /^\d{1,3}$/.test(most) ? Number(most) : 0;
  if (count < 1 || count > 200) {
    await sayRefused(deps, [
      { place: '--most', what: 'it is no number from 1 to 200', remedy: 'correct it' },
    ]);
    return exitStatus.refused;
  }
  const input = { most: count, ...(address !== undefined && { address }), ...whose };
  return await runOperation(deps, 'cases', input, shown(json, caseLines));
}

/** `undo`: takes back what was answered in a case. */
export async function runUndo(
  deps: CliDeps,
  caseId: string,
  whose: { readonly organization?: string },
): Promise<ExitStatus> {
  return await runOperation(deps, 'undo', { caseId, ...whose }, undoLine);
}

/** `observation`: what would have happened in mailboxes that are only watched. */
export async function runObservation(
  deps: CliDeps,
  address: string | undefined,
  { json, ...whose }: ListArguments,
): Promise<ExitStatus> {
  const input = { ...(address !== undefined && { address }), ...whose };
  return await runOperation(deps, 'observation', input, shown(json, observationLines));
}

/** `mailboxes`: all that are connected. */
export async function runMailboxes(deps: CliDeps, { json, ...whose }: ListArguments): Promise<ExitStatus> {
  return await runOperation(deps, 'mailboxes', whose, shown(json, mailboxLines));
}

/** `disconnect`: leaves a mailbox and removes what the gate created in it. */
export async function runDisconnect(
  deps: CliDeps,
  address: string,
  given: { readonly organization?: string; readonly withdrawAnswers?: boolean },
): Promise<ExitStatus> {
  return await runOperation(deps, 'disconnect', { address, ...given }, ({ works }) => {
    const when = works ? 'now' : 'as soon as a worker runs';
    return `${address}: nothing more is answered; what the gate created there is removed ${when}.\n`;
  });
}
