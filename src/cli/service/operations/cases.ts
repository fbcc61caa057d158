import { z } from 'zod';
import { undoCase } from '../../../app/brake/undo-case.ts';
import { observationReport } from '../../../app/mailboxes/observation-report.ts';
import type { CaseRecord } from '../../../app/ports/store/cases.ts';
import type { StoreTransaction } from '../../../app/ports/store/store.ts';
import { done, operation, refuse } from '../operation.ts';
import { addressInput, mailboxesOf, organizationInput, organizationOf } from './whose.ts';

const mostCases = 200;

/** One case as people ask for it; instants are epoch milliseconds. */
export interface ListedCase {
  readonly id: string;
  readonly address: string;
  /** Null where it is private. */
  readonly summary: string | null;
  readonly startMs: number | null;
  readonly verdict: string | null;
  /** What was done, and what would have been without observing, brake and fallback. */
  readonly act: string;
  readonly wouldAct: string;
  readonly rule: string | null;
  readonly state: string;
  readonly overridden: boolean;
  readonly changedMs: number;
}

export const cases = operation({
  input: z.strictObject({
    organization: organizationInput,
    address: addressInput.optional(),
    most: z.number().int().min(1).max(mostCases).default(20),
  }),
  run: async (service, { organization, address, most }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    const found = await mailboxesOf(service, whose.value, address);
    if (!found.ok) return found;
    const listed = await service.store.inOrganization(whose.value, async (tx) => {
      const all: ListedCase[] = [];
      // Titles of somebody's meetings are read by somebody else.
      await tx.audit.append({
        ...{ atMs: service.deps.clock.nowMs(), actor: 'operator', action: 'cases.read' },
        ...{ subject: address ?? null, data: { mailboxes: found.value.length } },
      });
      for (const mailbox of found.value)
        for (const record of await tx.cases.ofMailbox(mailbox.id, most))
          all.push(await listedCase(tx, mailbox.address, record));
      return all.toSorted((a, b) => b.changedMs - a.changedMs).slice(0, most);
    });
    return done(listed);
  },
});

async function listedCase(tx: StoreTransaction, address: string, record: CaseRecord): Promise<ListedCase> {
  const meeting = await tx.meetings.findByUid(record.mailboxId, record.uid);
  const { id, startMs, verdict, act, wouldAct, rule, state, overridden, changedMs } = record;
  const summary = meeting?.entry.meeting.summary ?? null;
  return { id, address, summary, startMs, verdict, act, wouldAct, rule, state, overridden, changedMs };
}

export const undo = operation({
  input: z.strictObject({ organization: organizationInput, caseId: z.uuid() }),
  run: async (service, { organization, caseId }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    const result = await undoCase(service.deps, whose.value, caseId, 'operator');
    if (result === 'unknown-case')
      return refuse(caseId, 'there is no such case', '"meeting-gatekeeper cases" lists them with their ids');
    return done({ result, works: service.works });
  },
});

/** What the gate would have done in mailboxes that it only watched. */
export const observation = operation({
  input: z.strictObject({ organization: organizationInput, address: addressInput.optional() }),
  run: async (service, { organization, address }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    const found = await mailboxesOf(service, whose.value, address);
    if (!found.ok) return found;
    return await service.store.inOrganization(whose.value, async (tx) => {
      const reports = [];
      for (const mailbox of found.value)
        reports.push({
          address: mailbox.address,
          state: mailbox.state,
          forecast: mailbox.forecast,
          ...(await observationReport(tx, mailbox)),
        });
      return done(reports);
    });
  },
});
