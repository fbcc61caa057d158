import { judgeMailbox } from '../cases/judge-mailbox.ts';
import { lookAheadInSeries } from '../cases/look-ahead-in-series.ts';
import type { GateDeps } from '../gate-deps.ts';
import { endObservation } from '../mailboxes/end-observation.ts';
import { keepHolds } from '../mailboxes/keep-holds.ts';
import { refusedJob } from '../mailboxes/mailbox-refusal.ts';
import { openMailbox } from '../mailboxes/open-mailbox.ts';
import type { PulledChanges } from '../ports/calendar.ts';
import type { JobResult } from '../ports/jobs.ts';
import type { Outcome, ProviderProblem } from '../ports/problem.ts';
import type { Mailbox } from '../ports/provider.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import { isObservationOver } from './observation-over.ts';
import { pullWindow } from './pull-window.ts';
import { isQuiet } from './quiet-mailbox.ts';
import { type MailboxReading, saveChanges } from './save-changes.ts';

const dayMs = 86_400_000;
/** One pull of a mailbox runs at a time; a second one is a command, or a worker that was believed dead. */
const mostRaces = 3;

/**
 * Job `pull`: brings a mailbox up to date and judges what changed. Changes and the place in their list are saved in
 * one transaction, so a pull that was cut off anywhere is simply done again.
 *
 * A mailbox that is left, or whose provider has no credentials here, is `done`. A refusal that only a person can lift
 * is kept as the mailbox's problem and `done`; the next pull that ends well clears it.
 *
 * @throws what the store throws, and faults of ours while judging
 */
export async function pullMailbox(
  deps: GateDeps,
  organizationId: string,
  mailboxId: string,
): Promise<JobResult> {
  for (let races = 0; races < mostRaces; races += 1) {
    const record = await deps.store.inOrganization(organizationId, (tx) => tx.mailboxes.find(mailboxId));
    if (record === null || record.state === 'leaving' || record.state === 'left') return { kind: 'done' };
    const mailbox = openMailbox(deps, organizationId, record);
    if (mailbox === null) {
      deps.log.warn('provider-not-configured', { mailboxId, provider: record.provider });
      return { kind: 'done' };
    }
    const read = await readMailbox(deps, organizationId, record, mailbox);
    if (!read.ok) return afterRefusal(deps, organizationId, record, read.problem);
    if (await saveChanges(deps, organizationId, record, read.value)) {
      await workOff(deps, organizationId, record);
      return { kind: 'done' };
    }
    deps.log.info('pull-raced', { mailboxId });
  }
  return { kind: 'again', afterMs: null, why: 'other pulls of this mailbox were faster' };
}

/** An expired cursor is forgotten and everything is read, once. */
async function readMailbox(
  deps: GateDeps,
  organizationId: string,
  { id, cursor }: MailboxRecord,
  { calendar }: Mailbox,
): Promise<Outcome<MailboxReading>> {
  const beganMs = deps.clock.nowMs();
  const window = pullWindow(id, beganMs);
  const pulled = await calendar.pullChanges(cursor, window);
  if (pulled.ok || pulled.problem.code !== 'cursor-expired')
    return asReading(pulled, { from: cursor, window, beganMs });
  deps.log.info('cursor-expired', { mailboxId: id, detail: pulled.problem.detail });
  await deps.store.inOrganization(organizationId, (tx) => tx.mailboxes.forgetCursor(id));
  return asReading(await calendar.pullChanges(null, window), { from: null, window, beganMs });
}

function asReading(
  pulled: Outcome<PulledChanges>,
  of: Omit<MailboxReading, 'pulled'>,
): Outcome<MailboxReading> {
  return pulled.ok ? { ok: true, value: { ...of, pulled: pulled.value } } : pulled;
}

/**
 * Tried again where that helps. After a quarter of an hour without success the sweep sends a pull every minute anyway:
 * if each of them tried again by itself, the pulls of one long outage would pile up.
 */
async function afterRefusal(
  deps: GateDeps,
  organizationId: string,
  record: MailboxRecord,
  problem: ProviderProblem,
): Promise<JobResult> {
  const result = await refusedJob(deps, organizationId, record.id, problem);
  if (result.kind === 'done' || !isQuiet(record, deps.clock.nowMs())) return result;
  deps.log.info('pull-left-to-sweep', { mailboxId: record.id, code: problem.code, status: problem.status });
  return { kind: 'done' };
}

/**
 * What follows once a mailbox is up to date. The first pull of a day (UTC) also looks at occurrences that came into
 * sight and at the holds. What waits is judged before an observation ends: it came while nothing was to be done.
 */
async function workOff(deps: GateDeps, organizationId: string, record: MailboxRecord): Promise<void> {
  const nowMs = deps.clock.nowMs();
  const isFirstOfDay = Math.floor((record.pulledMs ?? 0) / dayMs) < Math.floor(nowMs / dayMs);
  if (isFirstOfDay)
    await deps.store.inOrganization(organizationId, (tx) => lookAheadInSeries(tx, deps, record.id));
  const { judged, failed } = await judgeMailbox(deps, organizationId, record.id);
  if (judged + failed > 0) deps.log.info('mailbox-judged', { mailboxId: record.id, judged, failed });
  const isObserved = isObservationOver(record, nowMs);
  if (isObserved) await endObservation(deps, organizationId, record.id);
  if (isFirstOfDay || isObserved) await keepHolds(deps, organizationId, record.id);
}
