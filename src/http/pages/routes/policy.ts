import type { Response, Router } from 'express';
import type { GateDeps } from '../../../app/gate-deps.ts';
import type { PolicySaved } from '../../../app/policy/change-policy.ts';
import {
  type CheckedPolicy,
  checkPolicyText,
  longestPolicyBytes,
  savePolicyText,
} from '../../../app/policy/policy-text.ts';
import { type PolicyView, policyView } from '../../../app/policy/policy-view.ts';
import type { PolicyDesk } from '../../../app/ports/policy-desk.ts';
import type { PolicyGuide } from '../../../app/ports/policy-guide.ts';
import { fieldOf, versionOf } from '../form-fields.ts';
import type { PageAccess } from '../page-access.ts';
import { type PageHandler, pageRouter } from '../page-router.ts';
import { isFragment, seeOther, sendFragment, sendPage } from '../send.ts';
import type { Frame, Visit } from '../visit.ts';

/** A text that was typed and is not saved; it stays in the form. */
interface PolicyDraft {
  readonly typed: string;
  readonly why: 'checked' | 'changed-meanwhile' | 'refused';
  /** Null where it was not looked at. */
  readonly findings: CheckedPolicy | null;
}

export interface PolicyRouteDeps {
  readonly access: PageAccess;
  readonly deps: Pick<GateDeps, 'store' | 'clock'> & {
    readonly desk: Pick<PolicyDesk, 'check' | 'defaultText'>;
    readonly guide: Pick<PolicyGuide, 'textFor' | 'chapters'>;
  };
  readonly pages: {
    readonly policy: (view: PolicyView, draft: PolicyDraft | null, frame: Frame) => string;
    /** The findings alone, for htmx. */
    readonly findings: (findings: CheckedPolicy, language: Frame['language']) => string;
  };
}

/** A byte of text takes up to three in a form; what is a little too long gets a page that says so. */
const longestForm = 4 * longestPolicyBytes;

/**
 * `GET /policy`: the policy in force. `POST /policy/check` looks at a text and keeps nothing; `POST /policy` makes it
 * the policy, unless somebody else changed that since `policyVersion`.
 */
export function policyRoutes(routes: PolicyRouteDeps): Router {
  return pageRouter(routes.access)
    .get('/policy', (_request, response, visit) => show(routes, response, visit, null, 200))
    .post('/policy/check', check(routes), longestForm)
    .post('/policy', save(routes), longestForm).router;
}

function check(routes: PolicyRouteDeps): PageHandler {
  return async (request, response, visit, form) => {
    const typed = fieldOf(form, 'text');
    const findings = checkPolicyText(routes.deps.desk, typed);
    if (isFragment(request)) {
      await sendFragment(response, routes.pages.findings(findings, visit.frame.language));
      return;
    }
    await show(routes, response, visit, { typed, why: 'checked', findings }, 200);
  };
}

function save(routes: PolicyRouteDeps): PageHandler {
  return async (_request, response, visit, form) => {
    const typed = fieldOf(form, 'text');
    const input = { typed, fromVersion: versionOf(form) };
    const saved = await savePolicyText(routes.deps, visit.organizationId, input, visit.viewer.address);
    if (saved.kind === 'saved' || saved.kind === 'same') {
      seeOther(response, '/policy', saved.kind === 'saved' ? 'policy-saved' : 'nothing-changed');
      return;
    }
    const status = saved.kind === 'refused' ? 422 : 409;
    await show(routes, response, visit, draftOf(typed, saved), status);
  };
}

function draftOf(
  typed: string,
  saved: Extract<PolicySaved, { readonly kind: 'refused' | 'changed-meanwhile' }>,
): PolicyDraft {
  if (saved.kind === 'changed-meanwhile') return { typed, why: 'changed-meanwhile', findings: null };
  return { typed, why: 'refused', findings: { ok: false, problems: saved.problems } };
}

async function show(
  { deps, pages }: PolicyRouteDeps,
  response: Response,
  { organizationId, viewer, frame }: Visit,
  draft: PolicyDraft | null,
  status: number,
): Promise<void> {
  const view = await policyView(deps, organizationId, viewer);
  await sendPage(response, pages.policy(view, draft, frame), status);
}
