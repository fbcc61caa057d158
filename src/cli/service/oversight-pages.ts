import type { Router } from 'express';
import type { EraseDeps } from '../../app/people/erase-person.ts';
import type { PolicyDesk } from '../../app/ports/policy-desk.ts';
import { auditPage } from '../../front/app/audit/audit-page.tsx';
import { chainPart } from '../../front/app/audit/chain-card.tsx';
import { peoplePage } from '../../front/app/people/people-page.tsx';
import type { PageAccess } from '../../http/pages/page-access.ts';
import { auditRoutes } from '../../http/pages/routes/audit.ts';
import { peopleRoutes } from '../../http/pages/routes/people.ts';

/** The pages on which it is seen what people did, and on which a person is erased. */
export function oversightPages(
  access: PageAccess,
  { desk, ...gate }: Omit<EraseDeps, 'policyDesk'> & { readonly desk: PolicyDesk },
): readonly Router[] {
  return [
    auditRoutes({ access, deps: gate, pages: { audit: auditPage, chain: chainPart } }),
    peopleRoutes({ access, deps: { ...gate, policyDesk: desk }, pages: { people: peoplePage } }),
  ];
}
