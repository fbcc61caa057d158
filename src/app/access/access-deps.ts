import type { GateDeps } from '../gate-deps.ts';
import type { PolicyDesk } from '../ports/policy-desk.ts';

/** What tells who somebody is here, and what they may do. */
export interface AccessDeps extends Pick<GateDeps, 'store' | 'clock' | 'chance' | 'policies'> {
  readonly organizationId: string;
  /** Lower-case addresses, from the settings. */
  readonly administrators: readonly string[];
  readonly auditors: readonly string[];
  readonly desk: Pick<PolicyDesk, 'teams'>;
  /** How long somebody stays signed in, in milliseconds: unused, and at most. */
  readonly sessions: { readonly idleMs: number; readonly longestMs: number };
  /** Lower-case addresses of the invented company, whose people come in without a mailbox; empty outside the sandbox. */
  readonly company: readonly string[];
}
