import type { GateDeps } from '../gate-deps.ts';
import type { JobResult } from '../ports/jobs.ts';
import type { Mailbox } from '../ports/provider.ts';
import type { EffectKind, EffectRecord } from '../ports/store/effects.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

/** What carrying out takes besides what the whole gate works with. */
export interface ActDeps extends GateDeps {
  /**
   * For fault runs, which end the process exactly there: called with `<kind>:before-call` and `<kind>:after-call`,
   * the latter between the provider's success and our commit. What it throws looks like the end of the process.
   */
  readonly onPoint?: (name: string) => void | Promise<void>;
  /** Milliseconds that an effect is ours before somebody else may take it over; `usualLeaseMs` where not stated. */
  readonly leaseMs?: number;
}

/**
 * How long an effect stays with whoever took it. After that its process counts as killed and the next one looks what
 * the calendar says, so it has to be longer than any call may take. The transport of the providers gives a request at
 * most 3 attempts of 10 s with pauses of at most 10 s between them: 50 s. The longest call, an answer, looks first:
 * two requests that are patient one after the other still end within 120 s, and a process that is slower than that
 * loses the effect (`isOurs`) instead of writing over what the next one did.
 */
const usualLeaseMs = 120_000;

/** One effect on its way: whose it is, and the mailbox in which it is carried out. */
export interface EffectRun {
  readonly deps: ActDeps;
  readonly organizationId: string;
  readonly record: MailboxRecord;
  readonly mailbox: Mailbox;
  /** False where a declined entry leaves the calendar. */
  readonly declineKeepsEntry: boolean;
}

export const done: JobResult = { kind: 'done' };

/** @param afterMs the least pause in milliseconds, null where nobody named one */
export function again(afterMs: number | null, why: string): JobResult {
  return { kind: 'again', afterMs, why };
}

export function leaseOf({ leaseMs = usualLeaseMs }: Pick<ActDeps, 'leaseMs'>): number {
  return leaseMs;
}

/**
 * Asks the provider, between the two points at which a fault run may end the process. Null where the effect is no
 * longer ours: then nothing was asked.
 *
 * @param untilMs end of the lease on the clock of `deps`
 */
export async function askProvider<T extends { readonly ok: boolean }>(
  { onPoint, clock }: ActDeps,
  kind: EffectKind,
  untilMs: number,
  ask: () => Promise<T>,
): Promise<T | null> {
  await onPoint?.(`${kind}:before-call`);
  if (clock.nowMs() >= untilMs) return null;
  const answered = await ask();
  if (answered.ok) await onPoint?.(`${kind}:after-call`);
  return answered;
}

/**
 * True for whoever took an effect as long as nobody else took or ended it since. The case is locked first, as everybody
 * does it, so that this holds for the rest of the transaction.
 *
 * @param attempt the count of attempts with which it was taken
 */
export async function isOurs(
  tx: StoreTransaction,
  { id, caseId }: Pick<EffectRecord, 'id' | 'caseId'>,
  attempt: number,
): Promise<boolean> {
  if (caseId !== null) await tx.cases.lock(caseId);
  const now = await tx.effects.find(id);
  return now?.state === 'acting' && now.attempts === attempt;
}

/** True while somebody else is at it. */
export function isTaken(effect: Pick<EffectRecord, 'state' | 'actingUntilMs'>, nowMs: number): boolean {
  return effect.state === 'acting' && (effect.actingUntilMs ?? 0) > nowMs;
}

/** True where nobody ever began it. */
export function isUntouched({ state, prepared }: Pick<EffectRecord, 'state' | 'prepared'>): boolean {
  return state === 'pending' && prepared === null;
}

export function hasEnded({ state }: Pick<EffectRecord, 'state'>): boolean {
  return state !== 'pending' && state !== 'acting';
}
