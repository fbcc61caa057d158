import type { QueueOptions } from 'pg-boss';
import type { Job, JobKind, PeriodicJob } from '../app/ports/jobs.ts';

/** The schema that pg-boss owns. The store grants its application role the use of it. */
export const JOBS_SCHEMA = 'pgboss';

/** Runs the periodic job `sweep`; never two at once. */
export const SWEEP_QUEUE: PeriodicJob = 'sweep';

const DAY_SECONDS = 24 * 60 * 60;

/**
 * Attempts of one job in all, whatever ended them. At a pause of at most five minutes this is a little more than the
 * day after which `attempts.ts` gives up, so it only ends what kills its process every time.
 */
const MOST_ATTEMPTS = 320;

const COMMON: QueueOptions = {
  retryLimit: MOST_ATTEMPTS,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  // The least that pg-boss takes: a killed worker's jobs are free again after this and one round of supervision.
  heartbeatSeconds: 10,
  expireInSeconds: 15 * 60,
  // A waiting job is never dropped within a month, a dead letter within a year; what is done has no use any more.
  retentionSeconds: 30 * DAY_SECONDS,
  deleteAfterSeconds: 60,
};

interface QueuePlan {
  /** `short`: those that wait under one key are one (also for a next try: `enqueue.ts`), a running one does not count. */
  readonly policy: 'standard' | 'short';
  /** Jobs of one group are not run at the same time; null for no group. */
  readonly groupOf: (job: Job) => string | null;
  /** Runs as often as anything that arrives, so it gets the whole concurrency; the others a quarter. */
  readonly busy: boolean;
}

const mailboxOf = (job: Job): string | null => ('mailboxId' in job ? job.mailboxId : null);

export const QUEUES: Readonly<Record<JobKind, QueuePlan>> = {
  pull: { policy: 'short', groupOf: mailboxOf, busy: true },
  act: { policy: 'standard', groupOf: (job) => (job.kind === 'act' ? job.group : null), busy: true },
  deadline: { policy: 'standard', groupOf: () => null, busy: false },
  subscribe: { policy: 'short', groupOf: mailboxOf, busy: false },
  offboard: { policy: 'short', groupOf: mailboxOf, busy: false },
};

export const JOB_KINDS = ['pull', 'act', 'deadline', 'subscribe', 'offboard'] as const satisfies JobKind[];

/** Where jobs of a kind go that were tried as often as they may be. Nobody works there; the desk shows it. */
export function deadQueueOf(kind: JobKind): string {
  return `${kind}-dead`;
}

/** Every queue with its settings, each after the dead letter queue that it names. */
export const QUEUE_SETTINGS = [
  ...JOB_KINDS.map((kind) => ({
    name: deadQueueOf(kind),
    policy: 'standard',
    options: { retentionSeconds: 365 * DAY_SECONDS, deleteAfterSeconds: 30 * DAY_SECONDS },
  })),
  ...JOB_KINDS.map((kind) => ({
    name: kind as string,
    policy: QUEUES[kind].policy as string,
    options: { ...COMMON, deadLetter: deadQueueOf(kind), notify: true },
  })),
  // The next minute repeats it anyway: no retries, no dead letter.
  {
    name: SWEEP_QUEUE,
    policy: 'exclusive',
    options: { ...COMMON, retryLimit: 0, retentionSeconds: 10 * 60, notify: true },
  },
] as const;
