import type { MailboxRecord } from '../ports/store/mailboxes.ts';

/**
 * Notifications get lost at both providers (Google: "not 100% reliable", to be completed by reading every 10 to 30
 * minutes). A reading that finds nothing is one request.
 */
const quietMs = 15 * 60_000;

/** Whether a mailbox was not read for so long that the sweep has it read, every minute until it succeeds. */
export function isQuiet(
  { pulledMs, connectedMs }: Pick<MailboxRecord, 'pulledMs' | 'connectedMs'>,
  nowMs: number,
): boolean {
  return nowMs - (pulledMs ?? connectedMs) >= quietMs;
}
