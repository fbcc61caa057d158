import { hasRole, type Viewer } from '../access/viewer.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { PolicyDesk } from '../ports/policy-desk.ts';
import type { PolicyChapter, PolicyGuide } from '../ports/policy-guide.ts';
import type { EarlierPolicy } from '../ports/store/earlier-policies.ts';

/** The policy in force as one viewer may see it. */
export interface PolicyView {
  readonly version: number;
  /** Nobody wrote one: what ships with the product holds. */
  readonly isDefault: boolean;
  /** Whole for administrators; for others without what other people stated. */
  readonly text: string;
  readonly mayEdit: boolean;
  /** Sentences by level. Null where the stored text cannot be read. */
  readonly chapters: readonly PolicyChapter[] | null;
  /** Texts that were replaced, newest first; for administrators only. */
  readonly earlier: readonly Omit<EarlierPolicy, 'text'>[];
}

export interface PolicyViewDeps extends Pick<GateDeps, 'store'> {
  readonly desk: Pick<PolicyDesk, 'defaultText'>;
  readonly guide: Pick<PolicyGuide, 'textFor' | 'chapters'>;
}

/** Everybody may read what decides about their meetings; nobody what others stated about themselves. */
export async function policyView(
  { store, desk, guide }: PolicyViewDeps,
  organizationId: string,
  viewer: Viewer,
): Promise<PolicyView> {
  const mayEdit = hasRole(viewer, 'administrator');
  const [{ policyText, policyVersion }, earlier] = await store.inOrganization(organizationId, async (tx) => [
    await tx.organizations.read(),
    mayEdit ? await tx.earlierPolicies.list() : [],
  ]);
  return {
    version: policyVersion,
    isDefault: policyText === null,
    mayEdit,
    // Also one that cannot be read: an administrator has to see it to mend it.
    text: mayEdit ? (policyText ?? desk.defaultText) : (guide.textFor(policyText, viewer.address) ?? ''),
    chapters: guide.chapters(policyText, viewer.address),
    earlier,
  };
}
