import type { GateDeps } from '../gate-deps.ts';
import { changePolicy, type PolicySaved } from '../policy/change-policy.ts';
import type { OrganizationSettings, PolicyDesk } from '../ports/policy-desk.ts';

export interface PilotChange {
  /** `policyVersion` of what was shown. */
  readonly fromVersion: number;
  /** Null: the gate acts for everybody, at once. */
  readonly pilot: OrganizationSettings['pilot'];
}

/** Says for whom the gate acts and from when on; for the others it goes on observing. For administrators only. */
export function changePilot(
  deps: Pick<GateDeps, 'store' | 'clock'> & { readonly desk: Pick<PolicyDesk, 'changeOrganization'> },
  organizationId: string,
  { fromVersion, pilot }: PilotChange,
  actor: string,
): Promise<PolicySaved> {
  const data = { group: pilot?.group.length ?? 0, startDate: pilot?.startDate ?? null };
  return changePolicy(
    deps,
    organizationId,
    fromVersion,
    (text) => deps.desk.changeOrganization(text, { pilot }),
    { actor, action: 'pilot.changed', subject: null, data },
  );
}
