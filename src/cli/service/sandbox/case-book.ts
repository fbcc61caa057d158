import { policyInForce } from '../../../app/cases/policy-in-force.ts';
import { becauseOf } from '../../../app/effects/because.ts';
import type { GateDeps } from '../../../app/gate-deps.ts';
import type { SandboxCase, SandboxColleague } from '../../../app/ports/sandbox-desk.ts';
import type { CaseRecord } from '../../../app/ports/store/cases.ts';

export interface FoundCase {
  readonly subject: SandboxCase;
  /** Epoch milliseconds. */
  readonly judgedMs: number;
}

/** The gate's cases of the company. */
export interface CaseBook {
  /** The one of the meeting that was judged last; null where there is none. */
  readonly find: (address: string, uid: string | null) => Promise<FoundCase | null>;
}

/** Of a series the log tells the latest. */
const mostOfMeeting = 60;

export function openCaseBook(
  deps: Pick<GateDeps, 'store' | 'policies' | 'clock'>,
  organizationId: string,
  colleagues: readonly SandboxColleague[],
): CaseBook {
  return {
    find: async (address, uid) => {
      const owner = colleagues.find((each) => each.address === address);
      if (owner === undefined || uid === null) return null;
      return await deps.store.inOrganization(organizationId, async (tx) => {
        const mailbox = await tx.mailboxes.findByAddress(address);
        const records = mailbox === null ? [] : await tx.cases.ofMeeting(mailbox.id, uid, mostOfMeeting);
        const [latest] = records
          .filter(({ verdict }) => verdict !== null)
          .toSorted((one, other) => other.changedMs - one.changedMs);
        if (mailbox === null || latest === undefined) return null;
        const { paused } = await policyInForce(tx, deps, mailbox, await tx.organizations.read());
        const subject = { ...subjectOf(latest, owner), paused: paused && latest.act === 'none' };
        return { subject, judgedMs: latest.changedMs };
      });
    },
  };
}

function subjectOf(record: CaseRecord, { address, name }: SandboxColleague): Omit<SandboxCase, 'paused'> {
  const { id, verdict, act, rule, overridden } = record;
  const says =
    verdict === 'meet' || verdict === 'meet-differently' ? (['exempt', 'live'] as const) : undefined;
  return { id, owner: { address, name }, verdict, act, rule, overridden, because: becauseOf(record, says) };
}
