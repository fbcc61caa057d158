import { z } from 'zod';
import { lineOf } from '../../../app/audit/audit-view.ts';
import { verifyChain } from '../../../app/audit/verify-chain.ts';
import { done, operation } from '../operation.ts';
import { organizationInput, organizationOf } from './whose.ts';

const mostEntries = 1_000;

/** The newest entries of the audit log and its newest link; with `verify` the chain is worked out again. */
export const auditLog = operation({
  input: z.strictObject({
    organization: organizationInput,
    most: z.number().int().min(0).max(mostEntries).default(20),
    verify: z.boolean().default(false),
    /** A link that was kept elsewhere. */
    kept: z.strictObject({ seq: z.number().int().positive(), chain: z.string().max(64) }).optional(),
  }),
  run: async (service, { organization, most, verify, kept }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    const chain = verify ? await verifyChain(service.deps, whose.value, kept ?? null) : null;
    return await service.store.inOrganization(whose.value, async ({ audit }) => {
      const rows = await audit.page({ before: null, most, action: null, person: null });
      return done({ entries: rows.map(lineOf), head: await audit.head(), chain });
    });
  },
});
