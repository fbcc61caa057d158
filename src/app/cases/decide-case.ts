import { aboutCase } from '../audit/about-case.ts';
import type { GateDeps } from '../gate-deps.ts';
import { advanceCase } from './advance-case.ts';

/** What came out of a thread. Texts are people's own, and hostile like those of an invite. */
interface Decision {
  readonly what: string;
  readonly why: string | null;
  /** Alternatives that were not chosen. */
  readonly notChosen: readonly string[];
}

/**
 * The thread that replaced a meeting came to its decision, which is kept with who decided and when. The first one holds.
 *
 * @param actor who decided: an address
 * @returns `not-open` where the case is no thread, or was decided before
 */
export function decideCase(
  deps: Pick<GateDeps, 'store' | 'policies' | 'clock' | 'chance'>,
  organizationId: string,
  caseId: string,
  decision: Decision,
  actor: string,
): Promise<'decided' | 'not-open' | 'unknown-case'> {
  return deps.store.inOrganization(organizationId, async (tx) => {
    const record = await tx.cases.lock(caseId);
    if (record === null) return 'unknown-case';
    if (record.closed || !record.state.startsWith('thread')) return 'not-open';
    const nowMs = deps.clock.nowMs();
    const how = { actor, nowMs, decision: { ...decision, by: actor } };
    await advanceCase(tx, deps, record, { type: 'DECIDED' }, how);
    const about = await aboutCase(tx, record, actor);
    await tx.audit.append({ atMs: nowMs, actor, action: 'case.decided', ...about });
    return 'decided';
  });
}
