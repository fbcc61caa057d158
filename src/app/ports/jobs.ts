/**
 * What is to be done later. A job only wakes somebody: everything it needs stands in the store, so that one which runs
 * twice, late, or not at all (the sweep finds what was forgotten) does no harm.
 */
export type Job =
  /** Bring a mailbox up to date and judge what changed. Several that wait for one mailbox are one. */
  | { readonly kind: 'pull'; readonly organizationId: string; readonly mailboxId: string }
  /** Carry out the effects of one case (or one that belongs to no case), in order, up to this one. */
  | {
      readonly kind: 'act';
      readonly organizationId: string;
      readonly effectId: string;
      /** Effects of one group are not carried out at the same time: the case, else the mailbox. */
      readonly group: string;
    }
  /** A deadline of a case may have come. */
  | { readonly kind: 'deadline'; readonly organizationId: string; readonly deadlineId: string }
  /** Create or lengthen the subscription of a mailbox. */
  | { readonly kind: 'subscribe'; readonly organizationId: string; readonly mailboxId: string }
  /** Remove from a mailbox what the gate created there, and forget it. */
  | { readonly kind: 'offboard'; readonly organizationId: string; readonly mailboxId: string };

/** Runs by the clock, once for all processes. */
export type PeriodicJob =
  /** Finds what notifications lost, renews what runs out, wakes what was forgotten. */
  'sweep';

export type JobKind = Job['kind'];

export interface JobOptions {
  /** Epoch milliseconds of the real clock; not before then. */
  readonly startAfterMs?: number;
  /** Of those that could run the higher ones are taken first; 0 where it is not stated. */
  readonly priority?: number;
  /** Leaves out what already waits in the same words, for its first run or its next try. */
  readonly unlessWaiting?: boolean;
}

/** How one run of a job ended. Surprises are thrown: they are repeated and end as dead letters too. */
export type JobResult =
  | { readonly kind: 'done' }
  /** Try again later; `afterMs` is the least pause where the provider named one. */
  | { readonly kind: 'again'; readonly afterMs: number | null; readonly why: string };

/** A job that was tried as often as it may be. It stays until somebody replays or drops it. */
export interface DeadLetter {
  readonly id: string;
  readonly job: Job;
  /** Epoch milliseconds. */
  readonly failedMs: number;
  readonly attempts: number;
  /** Code or message of the last failure; never text of an invite. */
  readonly why: string;
}

export interface QueueFigures {
  readonly kind: JobKind;
  readonly waiting: number;
  readonly delayed: number;
  readonly active: number;
  readonly dead: number;
  /** Age of the oldest job that could run, milliseconds; null where none waits. */
  readonly oldestMs: number | null;
}

/** The queue as seen by who looks after it. Sending is part of a transaction of the store. */
export interface JobDesk {
  figures(): Promise<readonly QueueFigures[]>;
  deadLetters(kind?: JobKind): Promise<readonly DeadLetter[]>;
  /** Puts dead letters back into their queues; null takes all. @returns how many */
  replay(ids: readonly string[] | null): Promise<number>;
}
