import type { GateDeps } from '../gate-deps.ts';
import { undoIn } from './undo-case.ts';

/** Cases undone in one transaction: few enough that others get their turn. */
const batch = 20;

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
  for (let at = 0; at < cases.length; at += batch) {
    undone += await deps.store.inOrganization(organizationId, async (tx) => {
      let count = 0;
      for (const caseId of cases.slice(at, at + batch).toSorted())
        if ((await undoIn(tx, deps, caseId, actor)) === 'undone') count += 1;
      return count;
    });
  }
  deps.log.warn('rule-undone', { organizationId, rule, undone });
  return { undone };
}
