import type { Response, Router } from 'express';
import { hasRole } from '../../../app/access/viewer.ts';
import type { GateDeps } from '../../../app/gate-deps.ts';
import type { PolicySaved } from '../../../app/policy/change-policy.ts';
import { type EarlierPolicyView, earlierPolicyView } from '../../../app/policy/earlier-policy.ts';
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
  readonly why: 'checked' | 'put-back' | 'changed-meanwhile' | 'refused';
  /** Version of the earlier text that the form was filled with; null where it was none. */
  readonly putBack: number | null;
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
    readonly earlier: (view: EarlierPolicyView, frame: Frame) => string;
    /** The findings alone, for htmx. */
    readonly findings: (findings: CheckedPolicy, language: Frame['language']) => string;
  };
}

/** A byte of text takes up to three in a form; what is a little too long gets a page that says so. */
const longestForm = 4 * longestPolicyBytes;

/**
 * `GET /policy`: the policy in force; with `earlier`, for administrators, with that text in the form. `GET
 * /policy/earlier/:version`: one earlier text. `POST /policy/check` looks at a text and keeps nothing; `POST /policy`
 * makes it the policy, unless somebody else changed that since `policyVersion`.
 */
export function policyRoutes(routes: PolicyRouteDeps): Router {
  return pageRouter(routes.access)
    .get('/policy', open(routes))
    .get('/policy/earlier/:version', openEarlier(routes))
    .post('/policy/check', check(routes), longestForm)
    .post('/policy', save(routes), longestForm).router;
}

function open(routes: PolicyRouteDeps): PageHandler {
  return async ({ query: { earlier } }, response, visit) => {
    if (typeof earlier !== 'string' || !hasRole(visit.viewer, 'administrator'))
      return await show(routes, response, visit, null, 200);
    const found = await earlierOf(routes, visit, earlier);
    if (found === null) return await notThere(routes, response, visit);
    const { text: typed, version: putBack } = found;
    const findings = checkPolicyText(routes.deps.desk, typed);
    await show(routes, response, visit, { typed, why: 'put-back', putBack, findings }, 200);
  };
}

function openEarlier(routes: PolicyRouteDeps): PageHandler {
  return async ({ params: { version = '' } }, response, visit) => {
    const found = await earlierOf(routes, visit, version);
    if (found === null) return await notThere(routes, response, visit);
    await sendPage(response, routes.pages.earlier(found, visit.frame));
  };
}

async function earlierOf(
  { deps }: PolicyRouteDeps,
  { organizationId }: Visit,
  text: string,
): Promise<EarlierPolicyView | null> {
  const version = earlierVersion(text);
  return version === null ? null : await earlierPolicyView(deps, organizationId, version);
}

function earlierVersion(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function notThere({ access }: PolicyRouteDeps, response: Response, { frame }: Visit): Promise<void> {
  return sendPage(response, access.notice('not-found', frame), 404);
}

function check(routes: PolicyRouteDeps): PageHandler {
  return async (request, response, visit, form) => {
    const typed = fieldOf(form, 'text');
    const findings = checkPolicyText(routes.deps.desk, typed);
    if (isFragment(request)) {
      await sendFragment(response, routes.pages.findings(findings, visit.frame.language));
      return;
    }
    const putBack = earlierVersion(fieldOf(form, 'putBack'));
    await show(routes, response, visit, { typed, why: 'checked', putBack, findings }, 200);
  };
}

function save(routes: PolicyRouteDeps): PageHandler {
  return async (_request, response, visit, form) => {
    const typed = fieldOf(form, 'text');
    const putBack = earlierVersion(fieldOf(form, 'putBack'));
    const input = { typed, fromVersion: versionOf(form), putBack };
    const saved = await savePolicyText(routes.deps, visit.organizationId, input, visit.viewer.address);
    if (saved.kind === 'saved' || saved.kind === 'same') {
      seeOther(response, '/policy', saved.kind === 'saved' ? 'policy-saved' : 'nothing-changed');
      return;
    }
    const status = saved.kind === 'refused' ? 422 : 409;
    await show(routes, response, visit, { typed, putBack, ...outcomeOf(saved) }, status);
  };
}

function outcomeOf(
  saved: Extract<PolicySaved, { readonly kind: 'refused' | 'changed-meanwhile' }>,
): Pick<PolicyDraft, 'why' | 'findings'> {
  if (saved.kind === 'changed-meanwhile') return { why: 'changed-meanwhile', findings: null };
  return { why: 'refused', findings: { ok: false, problems: saved.problems } };
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
