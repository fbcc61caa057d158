import type { MailboxRecord } from '../ports/store/mailboxes.ts';

/** Whether a mailbox was observed for as long as it had to be. */
export function isObservationOver(
  { state, observingUntilMs }: Pick<MailboxRecord, 'state' | 'observingUntilMs'>,
  nowMs: number,
): boolean {
  return state === 'observing' && observingUntilMs !== null && observingUntilMs <= nowMs;
}
