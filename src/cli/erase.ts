import { displayText } from '../front/plain-text.ts';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { sayRefused } from './messages.ts';
import { runOperation } from './service/do-operation.ts';

export interface EraseArguments {
  readonly organization?: string;
  readonly yes?: true;
}

const longestAddress = 120;

/** `erase`: leaves the mailbox of a person, and removes what is kept of them. */
export async function runErase(
  deps: CliDeps,
  address: string,
  { yes, ...whose }: EraseArguments,
): Promise<ExitStatus> {
  const shown = displayText(address, longestAddress);
  if (yes !== true) {
    const what = 'this removes everything that is kept of this person, for good';
    await sayRefused(deps, [{ place: shown, what, remedy: 'add --yes to do it' }]);
    return exitStatus.refused;
  }
  return await runOperation(deps, 'erase', { address, ...whose }, (erased) => {
    const { number, removed, rewritten, forgotten } = erased;
    return [
      `${shown} is erased; number ${number} stands for them from now on.`,
      `${removed} rows were theirs, ${rewritten} of others named them, and ${forgotten} entries of the audit log.`,
      'Their own calendar is as it was. Backups and logs of before have to be removed by themselves.',
      '',
    ].join('\n');
  });
}
