import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { sayRefused } from './messages.ts';
import { parseNow } from './option-values.ts';
import { runOperation } from './service/do-operation.ts';
import type { OperationValue } from './service/operations.ts';
import { timeText } from './view/time-text.ts';

interface Whose {
  readonly organization?: string;
}

/** `brake stop`: from now on nothing is answered. What was answered stays. */
export async function runBrakeStop(
  deps: CliDeps,
  given: Whose & { readonly reason?: string },
): Promise<ExitStatus> {
  const said =
    'Nothing is answered any more. "brake release" ends it, "brake undo" takes back what a rule did.\n';
  return await runOperation(deps, 'brakeStop', given, () => said);
}

export async function runBrakeRelease(deps: CliDeps, whose: Whose): Promise<ExitStatus> {
  return await runOperation(deps, 'brakeRelease', whose, () => 'Invites are answered again.\n');
}

/** `brake undo`: takes back everything that a rule answered since a time. */
export async function runBrakeUndo(
  deps: CliDeps,
  { rule, since, ...whose }: Whose & { readonly rule: string; readonly since: string },
): Promise<ExitStatus> {
  const time = parseNow(since, 'UTC');
  if (!time.ok) {
    await sayRefused(deps, [{ ...time.problem, place: '--since', remedy: 'write it as 2026-11-20T08:00Z' }]);
    return exitStatus.refused;
  }
  return await runOperation(
    deps,
    'brakeUndo',
    { rule, sinceMs: time.value, ...whose },
    ({ undone, works }) => {
      const later = works || undone === 0 ? '' : ' A worker takes the answers back when it runs.';
      return `${undone} ${undone === 1 ? 'case is' : 'cases are'} undone.${later}\n`;
    },
  );
}

export async function runBrakeLift(deps: CliDeps, rule: string, whose: Whose): Promise<ExitStatus> {
  return await runOperation(deps, 'brakeLift', { rule, ...whose }, ({ lifted }) =>
    lifted ? `${rule} answers again.\n` : `${rule} had not fallen back.\n`,
  );
}

export async function runBrakeStatus(deps: CliDeps, whose: Whose): Promise<ExitStatus> {
  return await runOperation(deps, 'brakeStatus', whose, statusText);
}

function statusText({ stoppedMs, fallbacks, answersLastDay }: OperationValue<'brakeStatus'>): string {
  const answered = Object.entries(answersLastDay).map(([rule, count]) => `${count} by ${rule}`);
  return [
    stoppedMs === null ? 'The brake is off.' : `Nothing is answered since ${timeText(stoppedMs)}.`,
    ...fallbacks.map(
      ({ rule, sinceMs, answered: count, forecast }) =>
        `${rule} fell back ${timeText(sinceMs)}: ${count} answers in a day, ${forecast} were forecast. "brake lift ${rule}" ends it.`,
    ),
    `Answers of the last day: ${answered.join(', ') || 'none'}.`,
    '',
  ].join('\n');
}
