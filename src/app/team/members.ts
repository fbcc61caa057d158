import type { ProblemCode } from '../ports/problem.ts';
import type { MailboxSummary } from '../ports/store/mailboxes.ts';

/**
 * Somebody of a team, with what their lead may know: whether the gate reaches their calendar. Nothing of their meetings,
 * and not whether they paused it.
 */
export interface TeamMember {
  readonly address: string;
  readonly mailbox:
    | { readonly state: 'missing' }
    | { readonly state: 'connected' }
    | { readonly state: 'observing'; readonly untilMs: number | null }
    | { readonly state: 'leaving' };
  /** What keeps the mailbox from working; null where nothing does. */
  readonly problem: { readonly code: ProblemCode; readonly sinceMs: number } | null;
}

/** Mailboxes that are not left, by each address that reaches them. */
export function mailboxesByAddress(
  summaries: readonly MailboxSummary[],
): ReadonlyMap<string, MailboxSummary> {
  const byAddress = new Map<string, MailboxSummary>();
  for (const mailbox of summaries)
    for (const other of mailbox.otherAddresses) byAddress.set(other.toLowerCase(), mailbox);
  // An address of one's own counts before an alias of somebody else.
  for (const mailbox of summaries) byAddress.set(mailbox.address, mailbox);
  return byAddress;
}

export function memberOf(address: string, mailbox: MailboxSummary | undefined): TeamMember {
  if (mailbox === undefined || mailbox.state === 'left')
    return { address, mailbox: { state: 'missing' }, problem: null };
  const { state, observingUntilMs, problem } = mailbox;
  return { address, mailbox: stateOf(state, observingUntilMs), problem };
}

function stateOf(
  state: Exclude<MailboxSummary['state'], 'left'>,
  untilMs: number | null,
): TeamMember['mailbox'] {
  if (state === 'observing') return { state, untilMs };
  return { state: state === 'active' ? 'connected' : 'leaving' };
}
