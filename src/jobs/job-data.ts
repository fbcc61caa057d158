import { z } from 'zod';
import type { Job, JobKind } from '../app/ports/jobs.ts';

const id = z.string().min(1).max(200);

const JOB_DATA = {
  pull: z.object({ kind: z.literal('pull'), organizationId: id, mailboxId: id }),
  act: z.object({ kind: z.literal('act'), organizationId: id, effectId: id, group: id }),
  deadline: z.object({ kind: z.literal('deadline'), organizationId: id, deadlineId: id }),
  subscribe: z.object({ kind: z.literal('subscribe'), organizationId: id, mailboxId: id }),
  offboard: z.object({ kind: z.literal('offboard'), organizationId: id, mailboxId: id }),
} as const satisfies { [Kind in JobKind]: z.ZodType<Extract<Job, { kind: Kind }>> };

export type JobOf<Kind extends JobKind> = Extract<Job, { kind: Kind }>;

type JobRead<Kind extends JobKind> =
  | { readonly ok: true; readonly job: JobOf<Kind> }
  /** Where and what, without the values that stand there. */
  | { readonly ok: false; readonly why: string };

/** Reads the data of a row of a queue: somebody may have edited it, or an older version may have written it. */
export function readJob<Kind extends JobKind>(kind: Kind, data: unknown): JobRead<Kind> {
  const schema: z.ZodType<unknown> = JOB_DATA[kind];
  const read = schema.safeParse(data);
  if (read.success) {
    return { ok: true, job: read.data as JobOf<Kind> };
  }
  const places = read.error.issues.map((issue) => issue.path.join('.') || 'the whole');
  return {
    ok: false,
    why: `data of the job cannot be read: ${places.join(', ')}. Mend the row in its dead letter queue and replay it, or drop it.`,
  };
}

/** For the eye: a job whose data cannot be read shows empty ids where they are missing. */
export function showJob(kind: JobKind, data: unknown): Job {
  const shown = z.string().max(200).catch('');
  const row = z
    .object({
      organizationId: shown,
      mailboxId: shown,
      effectId: shown,
      deadlineId: shown,
      group: shown,
    })
    .catch({ organizationId: '', mailboxId: '', effectId: '', deadlineId: '', group: '' })
    .parse(data);
  const { organizationId, mailboxId, effectId, deadlineId, group } = row;
  switch (kind) {
    case 'act':
      return { kind, organizationId, effectId, group };
    case 'deadline':
      return { kind, organizationId, deadlineId };
    default:
      return { kind, organizationId, mailboxId };
  }
}
