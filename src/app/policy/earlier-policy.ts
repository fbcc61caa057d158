import type { GateDeps } from '../gate-deps.ts';
import type { PolicyDesk } from '../ports/policy-desk.ts';
import type { EarlierPolicy } from '../ports/store/earlier-policies.ts';
import { type DifferencePart, policyDifference } from './policy-difference.ts';

/** One earlier text as an administrator sees it. */
export interface EarlierPolicyView extends Omit<EarlierPolicy, 'text'> {
  /** It was the policy that ships with the product, whose text is today's. */
  readonly isDefault: boolean;
  readonly text: string;
  /** From the text in force to this one; empty where they are the same. */
  readonly difference: readonly DifferencePart[];
}

/** Null where no such text is kept, or no more. */
export async function earlierPolicyView(
  { store, desk }: Pick<GateDeps, 'store'> & { readonly desk: Pick<PolicyDesk, 'defaultText'> },
  organizationId: string,
  version: number,
): Promise<EarlierPolicyView | null> {
  const [earlier, { policyText }] = await store.inOrganization(organizationId, async (tx) => [
    await tx.earlierPolicies.find(version),
    await tx.organizations.read(),
  ]);
  if (earlier === null) return null;
  const text = earlier.text ?? desk.defaultText;
  const difference = policyDifference(policyText ?? desk.defaultText, text);
  return { ...earlier, isDefault: earlier.text === null, text, difference };
}
