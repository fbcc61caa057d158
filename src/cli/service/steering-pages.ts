import type { Router } from 'express';
import type { GateDeps } from '../../app/gate-deps.ts';
import type { PolicyDesk } from '../../app/ports/policy-desk.ts';
import { createPolicyGuide } from '../../config/policy/guide/create-policy-guide.ts';
import { earlierPolicyPage } from '../../front/app/policy/earlier-page.tsx';
import { policyFindings, policyPage } from '../../front/app/policy/policy-page.tsx';
import { teamPage } from '../../front/app/team/team-page.tsx';
import { undoRulePage } from '../../front/app/team/undo-rule.tsx';
import type { PageAccess } from '../../http/pages/page-access.ts';
import { policyRoutes } from '../../http/pages/routes/policy.ts';
import { teamRoutes } from '../../http/pages/routes/team.ts';

/** The pages from which the gate is steered: teams with the brake, and the policy. */
export function steeringPages(
  access: PageAccess,
  gate: GateDeps & { readonly desk: PolicyDesk },
): readonly Router[] {
  const deps = { ...gate, guide: createPolicyGuide() };
  return [
    teamRoutes({ access, deps, pages: { team: teamPage, undoRule: undoRulePage } }),
    policyRoutes({
      ...{ access, deps },
      pages: { policy: policyPage, earlier: earlierPolicyPage, findings: policyFindings },
    }),
  ];
}
