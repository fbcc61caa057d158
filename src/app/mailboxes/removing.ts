import type { GateDeps } from '../gate-deps.ts';
import type { MailboxCalendar } from '../ports/calendar.ts';
import type { JobResult } from '../ports/jobs.ts';
import { type ProviderProblem, providerProblems } from '../ports/problem.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';

/** A mailbox from which things are removed; no calendar where its provider is not configured. */
export interface Removing {
  readonly deps: GateDeps;
  readonly organizationId: string;
  readonly record: MailboxRecord;
  readonly calendar: MailboxCalendar | null;
}

/** How a step ended: `left` counts what could not be removed. */
export type Removed =
  | { readonly kind: 'removed'; readonly left: number }
  | Exclude<JobResult, { kind: 'done' }>;

/** Null where a refusal is for good, so that the thing remains. */
export function waitFor({ code, detail, retryAfterMs }: ProviderProblem): Removed | null {
  if (providerProblems[code].retry === 'never') return null;
  return { kind: 'again', afterMs: retryAfterMs, why: `${code}: ${detail}` };
}
