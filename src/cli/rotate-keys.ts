import { displayText } from '../front/plain-text.ts';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { sayRefused } from './messages.ts';
import { doOperation } from './service/do-operation.ts';
import type { OperationValue } from './service/operations.ts';

type Rotated = OperationValue<'rotateKeys'>;

const longest = 200;

/** `rotate-keys`: writes what is encrypted anew under the first key, and names what it could not open. */
export async function runRotateKeys(deps: CliDeps): Promise<ExitStatus> {
  const result = await doOperation(deps, 'rotateKeys', {});
  if (!result.ok) {
    await sayRefused(deps, result.problems);
    return exitStatus.refused;
  }
  await deps.stdout.write(rotatedText(result.value));
  return result.value.grants.length === 0 ? exitStatus.ok : exitStatus.refused;
}

function rotatedText({ rewritten, current, grants, subscriptions }: Rotated): string {
  const lines = [`${rewritten} values are under the key ${current} now.`];
  for (const { address, provider, why, keyId } of grants) {
    const reason =
      why === 'key-missing'
        ? `it needs the key "${displayText(keyId ?? '', longest)}": add that key and run this again, or`
        : 'it is damaged:';
    lines.push(
      `${displayText(address, longest)}: its grant was not opened; ${reason} run "meeting-gatekeeper connect ${provider}" for it again.`,
    );
  }
  if (subscriptions > 0)
    lines.push(`${subscriptions} subscriptions were not opened; they are replaced by themselves.`);
  if (grants.length === 0) lines.push('Older keys are needed no more.');
  return lines.map((line) => `${line}\n`).join('');
}
