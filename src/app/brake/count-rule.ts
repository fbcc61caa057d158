import type { GateDeps } from '../gate-deps.ts';
import type { StandingCount } from '../ports/store/effects.ts';

/** How much `undoRule` would take back, if it was called now. */
export function countOfUndo(
  { store }: Pick<GateDeps, 'store'>,
  organizationId: string,
  { rule, sinceMs }: { readonly rule: string; readonly sinceMs: number },
): Promise<StandingCount> {
  return store.inOrganization(organizationId, ({ answers }) => answers.countStandingOfRule(rule, sinceMs));
}
