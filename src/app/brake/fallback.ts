import { queueEffect } from '../effects/queue-effect.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { Organization } from '../ports/store/organizations.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

const dayMs = 86_400_000;

/**
 * Makes a rule fall back to `warn` where it would answer more in a day than the simulation forecast for all mailboxes
 * together, times `fallbackFactor`, and more than `fallbackLeast`. Without any forecast nothing can be exceeded.
 * The owners are told once, when it falls back.
 *
 * @returns true where the rule may not answer
 */
export async function fallBackIfBeyond(
  tx: StoreTransaction,
  deps: Pick<GateDeps, 'clock' | 'chance' | 'log'>,
  { fallbackFactor, fallbackLeast }: Organization,
  rule: string | null,
): Promise<boolean> {
  if (rule === null) return false;
  const open = await tx.fallbacks.open();
  if (open.some((fallback) => fallback.rule === rule)) return true;
  const forecast = await tx.mailboxes.forecastOf(rule);
  if (forecast === null) return false;
  const nowMs = deps.clock.nowMs();
  const most = Math.max(fallbackLeast, fallbackFactor * forecast);
  // Every answer asks this, so no more of them are counted than it takes.
  if ((await tx.answers.countOfRule(rule, nowMs - dayMs, Math.ceil(most))) < most) return false;
  const answered = figureOf(await tx.answers.countByRule(nowMs - dayMs), rule);
  if (!(await tx.fallbacks.add({ rule, sinceMs: nowMs, answered, forecast }))) return true;
  deps.log.warn('rule-fell-back', { organizationId: tx.organizationId, rule, answered, forecast });
  for (const { id, state } of await tx.mailboxes.summaries()) {
    if (state !== 'active') continue;
    const params = { about: 'fell-back', rule } as const;
    await queueEffect(tx, deps, { kind: 'tellOwner', mailboxId: id, caseId: null, params });
  }
  return true;
}

/** Rules are names from a policy: one may be called like something that every object has. */
function figureOf(figures: Readonly<Record<string, number>>, rule: string): number {
  return Object.hasOwn(figures, rule) ? (figures[rule] ?? 0) : 0;
}

/**
 * Lets a rule answer again.
 *
 * @param actor who wants it: an address, or `operator`
 * @returns false where it had not fallen back
 */
export function liftFallback(
  { store, clock }: Pick<GateDeps, 'store' | 'clock'>,
  organizationId: string,
  rule: string,
  actor: string,
): Promise<boolean> {
  return store.inOrganization(organizationId, async (tx) => {
    const atMs = clock.nowMs();
    const lifted = await tx.fallbacks.lift(rule, atMs);
    if (lifted) await tx.audit.append({ atMs, actor, action: 'fallback.lifted', subject: rule, data: {} });
    return lifted;
  });
}
