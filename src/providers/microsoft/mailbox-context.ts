import type { GraphClient } from './client.ts';

/** One opened mailbox, as every file of this folder gets it. */
export interface MailboxContext {
  readonly client: GraphClient;
  /** Root of Graph, ends in a slash. */
  readonly graph: string;
  /** `/me`, or `/users/…` where the company gave the right. */
  readonly path: string;
  /** Lower-case addresses of the owner: that of the mailbox, aliases and further accounts. */
  readonly ownAddresses: ReadonlySet<string>;
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
}
