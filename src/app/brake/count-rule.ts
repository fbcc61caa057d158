import type { GateDeps } from '../gate-deps.ts';

/** How many meetings `undoRule` would take answers back of, if it was called now. */
export function countOfUndo(
  { store }: Pick<GateDeps, 'store'>,
  organizationId: string,
  { rule, sinceMs }: { readonly rule: string; readonly sinceMs: number },
): Promise<number> {
  return store.inOrganization(organizationId, ({ answers }) => answers.countStandingOfRule(rule, sinceMs));
}
