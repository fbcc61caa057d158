import { tellHead } from '../audit/tell-head.ts';
import { reportToCase } from '../cases/report-to-case.ts';
import type { GateDeps } from '../gate-deps.ts';
import { endObservation } from '../mailboxes/end-observation.ts';
import { notificationAddress } from '../mailboxes/notification-address.ts';
import type { MailboxSummary } from '../ports/store/mailboxes.ts';
import { clearOld } from './clear-old.ts';
import { mailboxesToPull, mailboxesToSubscribe } from './due-mailboxes.ts';
import { isObservationOver } from './observation-over.ts';

const minuteMs = 60_000;
/** Jobs of effects run within seconds; after so long the job was lost, or waits for its next try, which does no harm. */
const forgottenMs = 2 * minuteMs;
/** What one sweep wakes of one kind in an organization; the next one, a minute later, takes the rest. */
const mostAtOnce = 500;

/**
 * The periodic look at everything, once a minute: finds what notifications lost, renews what runs out, wakes what was
 * forgotten. It only sends jobs and reports what time has brought; each part of each organization costs only itself.
 */
export async function sweep(deps: GateDeps): Promise<void> {
  for (const { id } of await deps.store.directory.organizations()) {
    for (const [part, run] of parts) {
      await alone(deps, { part, organizationId: id }, () => run(deps, id));
    }
  }
}

type Part = (deps: GateDeps, organizationId: string) => Promise<void>;

const parts: readonly (readonly [string, Part])[] = [
  ['deadlines', wakeDeadlines],
  ['effects', wakeEffects],
  ['mailboxes', wakeMailboxes],
  ['observations', endObservations],
  ['cases', endCases],
  ['leftovers', clearLeftovers],
  ['audit', tellHead],
];

async function wakeDeadlines({ store, clock }: GateDeps, organizationId: string): Promise<void> {
  await store.inOrganization(organizationId, async (tx) => {
    for (const { id } of await tx.deadlines.due(clock.nowMs(), mostAtOnce))
      await tx.jobs.send({ kind: 'deadline', organizationId, deadlineId: id });
  });
}

async function wakeEffects({ store, clock }: GateDeps, organizationId: string): Promise<void> {
  await store.inOrganization(organizationId, async (tx) => {
    const nowMs = clock.nowMs();
    const woken = await tx.effects.wake(nowMs - forgottenMs, nowMs, mostAtOnce);
    // The job of a case carries out all that come before its effect.
    const last = new Map(woken.map((effect) => [effect.caseId ?? effect.id, effect]));
    const jobs = [...last.values()].map(
      ({ id, caseId, mailboxId }) =>
        ({ kind: 'act', organizationId, effectId: id, group: caseId ?? mailboxId }) as const,
    );
    // What waits in a long queue is not forgotten.
    await tx.jobs.sendAll(jobs, { unlessWaiting: true });
  });
}

async function wakeMailboxes(deps: GateDeps, organizationId: string): Promise<void> {
  await deps.store.inOrganization(organizationId, async (tx) => {
    const nowMs = deps.clock.nowMs();
    const mailboxes = await tx.mailboxes.summaries();
    // In one order everywhere: transactions that wake the same mailboxes would otherwise wait for each other.
    const toPull = (await mailboxesToPull(tx, mailboxes, nowMs)).toSorted();
    if (toPull.length > 0) await tx.mailboxes.markWoken(toPull, nowMs);
    for (const mailboxId of toPull) await tx.jobs.send({ kind: 'pull', organizationId, mailboxId });
    // Where notifications cannot reach us, the lines above are all there is.
    const notified = mailboxes.filter(({ provider }) => notificationAddress(deps, provider) !== null);
    for (const mailboxId of (await mailboxesToSubscribe(tx, notified, nowMs)).toSorted())
      await tx.jobs.send({ kind: 'subscribe', organizationId, mailboxId });
  });
}

async function endObservations(deps: GateDeps, organizationId: string): Promise<void> {
  const mailboxes = await deps.store.inOrganization(organizationId, (tx) => tx.mailboxes.summaries());
  const isOver = (mailbox: MailboxSummary) => isObservationOver(mailbox, deps.clock.nowMs());
  for (const { id } of mailboxes.filter(isOver)) {
    await alone(deps, { part: 'observation', organizationId, mailboxId: id }, () =>
      endObservation(deps, organizationId, id),
    );
  }
}

async function endCases(deps: GateDeps, organizationId: string): Promise<void> {
  const { store, clock } = deps;
  const ended = await store.inOrganization(organizationId, (tx) => tx.cases.ended(clock.nowMs(), mostAtOnce));
  for (const caseId of ended) {
    await alone(deps, { part: 'case', organizationId, caseId }, () =>
      store.inOrganization(organizationId, (tx) => reportToCase(tx, deps, caseId, { type: 'ENDED' }, 'gate')),
    );
  }
}

async function clearLeftovers(deps: GateDeps, organizationId: string): Promise<void> {
  const cleared = await clearOld(deps, organizationId);
  if (Object.keys(cleared).length > 0) deps.log.info('old-cleared', { organizationId, ...cleared });
}

/** One failure is logged and costs only itself: the next sweep comes to it again. */
async function alone(
  { log }: GateDeps,
  fields: { readonly part: string; readonly organizationId: string } & Readonly<Record<string, string>>,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    log.error('sweep-failed', {
      ...fields,
      error: thrown instanceof Error ? thrown : new Error(String(thrown)),
    });
  }
}
