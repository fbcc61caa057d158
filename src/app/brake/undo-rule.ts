import type { GateDeps } from '../gate-deps.ts';
import { undoCase } from './undo-case.ts';

/**
 * Undoes everything that a rule answered since a time and that stands. May be called again after it was interrupted:
 * what was undone is left.
 *
 * @param what the rule, and since when in epoch milliseconds
 * @returns how many cases were undone by this call
 */
export async function undoRule(
  deps: GateDeps,
  organizationId: string,
  { rule, sinceMs }: { readonly rule: string; readonly sinceMs: number },
  actor: string,
): Promise<{ readonly undone: number }> {
  const standing = await deps.store.inOrganization(organizationId, (tx) =>
    tx.answers.standingOfRule(rule, sinceMs),
  );
  const cases = [...new Set(standing.map(({ caseId }) => caseId))];
  let undone = 0;
  // Each in a transaction of its own: whoever judges holds cases in another order, see `StoreTransaction`.
  for (const caseId of cases)
    if ((await undoCase(deps, organizationId, caseId, actor)) === 'undone') undone += 1;
  await deps.store.inOrganization(organizationId, (tx) =>
    tx.audit.append({
      ...{ atMs: deps.clock.nowMs(), actor, action: 'rule.undone', subject: rule },
      data: { sinceMs, undone },
    }),
  );
  deps.log.warn('rule-undone', { organizationId, rule, undone });
  return { undone };
}
