import { type ConnectResult, connectRefusals } from '../../app/mailboxes/connect-mailbox.ts';
import type { OperationValue } from '../service/operations.ts';
import { timeText } from './time-text.ts';

/** What became of each mailbox that was to be connected. */
export function connectLines(results: readonly ConnectResult[]): string {
  return results.map((result) => `${connectLine(result)}\n`).join('');
}

function connectLine(result: ConnectResult): string {
  if (!result.ok) return `${result.address}: not connected. ${connectRefusals[result.code]}`;
  const { address, isNew, observingUntilMs, missingScopes, hoursProblem, isNotified } = result;
  return [
    `${address}: ${isNew ? 'connected' : 'connected again'}`,
    observingUntilMs === null ? '' : `, only watched until ${timeText(observingUntilMs)}`,
    isNotified ? '' : ', asked every few minutes (BASE_URL is not an https address)',
    missingScopes.length === 0 ? '' : `; not allowed: ${missingScopes.join(', ')}`,
    hoursProblem === null ? '' : `; its first request was refused (${hoursProblem}): run "doctor"`,
  ].join('');
}

export function mailboxLines({ mailboxes }: OperationValue<'mailboxes'>): string {
  if (mailboxes.length === 0)
    return 'No mailbox is connected. "connect google" or "connect microsoft" does it.\n';
  return mailboxes
    .map(({ address, provider, state, observingUntilMs, problem, pulledMs, subscribedUntilMs }) => {
      const until =
        state === 'observing' && observingUntilMs !== null ? ` until ${timeText(observingUntilMs)}` : '';
      const pulled = pulledMs === null ? 'not read yet' : `read ${timeText(pulledMs)}`;
      const told =
        subscribedUntilMs === null ? 'no subscription' : `subscribed until ${timeText(subscribedUntilMs)}`;
      const trouble = problem === null ? '' : `, PROBLEM: ${problem}`;
      return `${address}  ${provider}, ${state}${until}, ${pulled}, ${told}${trouble}\n`;
    })
    .join('');
}
