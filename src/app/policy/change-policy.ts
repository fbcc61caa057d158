import { createHash } from 'node:crypto';
import type { GateDeps } from '../gate-deps.ts';
import type { ChangedPolicy, PolicyTextProblem } from '../ports/policy-desk.ts';

export type PolicySaved =
  | { readonly kind: 'saved'; readonly version: number }
  /** It says already what was wanted; nothing was written. */
  | { readonly kind: 'same' }
  /** Somebody else changed it after it was read; nothing was written. */
  | { readonly kind: 'changed-meanwhile'; readonly version: number }
  | { readonly kind: 'refused'; readonly problems: readonly PolicyTextProblem[] };

/** Who changes what for the audit log, without the text. */
export interface PolicyAct {
  readonly actor: string;
  readonly action: 'policy.changed' | 'enforcement.changed' | 'pilot.changed';
  /** Name of a team; null for the whole. */
  readonly subject: string | null;
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Changes the policy of an organization if it still has the version that whoever changes it had before their eyes. The
 * text that it replaces is kept.
 *
 * @param fromVersion `policyVersion` of what was read
 * @param edit gives the new text, or why it cannot be; null is the default policy
 */
export function changePolicy(
  { store, clock }: Pick<GateDeps, 'store' | 'clock'>,
  organizationId: string,
  fromVersion: number,
  edit: (text: string | null) => ChangedPolicy,
  { actor, action, subject, data }: PolicyAct,
): Promise<PolicySaved> {
  return store.inOrganization(organizationId, async (tx): Promise<PolicySaved> => {
    const { policyText: before, policyVersion } = await tx.organizations.lock();
    if (policyVersion !== fromVersion) return { kind: 'changed-meanwhile', version: policyVersion };
    const changed = edit(before);
    if (!changed.ok) return { kind: 'refused', problems: changed.problems };
    if (changed.text === before) return { kind: 'same' };
    const atMs = clock.nowMs();
    const replaced = { replacedMs: atMs, replacedBy: actor };
    await tx.earlierPolicies.keep({ version: policyVersion, text: before, ...replaced });
    await tx.organizations.change({ policyText: changed.text });
    const version = policyVersion + 1;
    const digests = { before: digestOf(before), after: digestOf(changed.text) };
    const bytes = Buffer.byteLength(changed.text);
    await tx.audit.append({
      ...{ atMs, actor, action, subject },
      data: { ...data, version, ...digests, bytes },
    });
    return { kind: 'saved', version };
  });
}

/** SHA-256 in hexadecimal digits, so that a copy can be recognized; null for the default policy. */
function digestOf(text: string | null): string | null {
  return text === null ? null : createHash('sha256').update(text).digest('hex');
}
