import { aboutCase } from '../audit/about-case.ts';
import type { GateDeps } from '../gate-deps.ts';
import { advanceCase } from './advance-case.ts';

/** `already`: it was converted before. `over`: it has ended, or its owner wants the meeting as it is. */
type ConvertedCase = 'converted' | 'already' | 'over' | 'unknown-case';

/**
 * The organizer writes it instead: the meeting becomes a document or thread, begun with what the invite says. What was
 * answered stays as it is. Pressed twice it is done once.
 *
 * @param actor who wants it: an address, or the link that was used
 */
export function convertCase(
  deps: Pick<GateDeps, 'store' | 'policies' | 'clock' | 'chance'>,
  organizationId: string,
  caseId: string,
  actor: string,
): Promise<ConvertedCase> {
  return deps.store.inOrganization(organizationId, async (tx) => {
    const record = await tx.cases.lock(caseId);
    if (record === null) return 'unknown-case';
    if (record.state.startsWith('thread')) return 'already';
    if (record.closed) return (await tx.threads.find(caseId)) === null ? 'over' : 'already';
    if (record.overridden) return 'over';
    const nowMs = deps.clock.nowMs();
    await advanceCase(tx, deps, record, { type: 'CONVERTED' }, { actor, nowMs });
    const about = await aboutCase(tx, record, actor);
    await tx.audit.append({ atMs: nowMs, actor, action: 'case.converted', ...about });
    return 'converted';
  });
}
