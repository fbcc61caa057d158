import type { Router } from 'express';
import { type AuditView, readAudit } from '../../../app/audit/audit-view.ts';
import type { GateDeps } from '../../../app/gate-deps.ts';
import type { PageAccess } from '../page-access.ts';
import { type PageRequest, pageRouter } from '../page-router.ts';
import { isFragment, sendFragment, sendPage } from '../send.ts';
import type { Frame } from '../visit.ts';

export interface AuditRouteDeps {
  readonly access: PageAccess;
  readonly deps: Pick<GateDeps, 'store'>;
  readonly pages: {
    readonly audit: (view: AuditView, frame: Frame) => string;
    /** The state of the chain alone, for htmx. */
    readonly chain: (view: Pick<AuditView, 'chain' | 'head'>, frame: Frame) => string;
  };
}

const longestValue = 320;

/**
 * `GET /audit`: what people did, newest first. `before` is the entry that the page begins below, `action` and `person`
 * choose entries, `verify` works the chain out again. A value that makes no sense is as if it were not there.
 */
export function auditRoutes({ access, deps, pages }: AuditRouteDeps): Router {
  return pageRouter(access).get('/audit', async (request, response, { organizationId, frame }) => {
    const view = await readAudit(deps, organizationId, {
      before: beforeOf(request),
      action: queryOf(request, 'action'),
      person: queryOf(request, 'person')?.toLowerCase() ?? null,
      verify: queryOf(request, 'verify') !== null,
    });
    if (isFragment(request)) await sendFragment(response, pages.chain(view, frame));
    else await sendPage(response, pages.audit(view, frame));
  }).router;
}

function queryOf({ query }: PageRequest, name: string): string | null {
  const value = query[name];
  if (typeof value !== 'string') return null;
  const trimmed = value.trim().slice(0, longestValue);
  return trimmed === '' ? null : trimmed;
}

function beforeOf(request: PageRequest): number | null {
  const value = queryOf(request, 'before') ?? '';
  return /^\d{1,15}$/.test(value) ? Number(value) : null;
}
