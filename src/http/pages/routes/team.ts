import type { Response, Router } from 'express';
import { countOfUndo } from '../../../app/brake/count-rule.ts';
import { liftFallback } from '../../../app/brake/fallback.ts';
import { allowAnswers, longestReason, stopAnswers } from '../../../app/brake/stop-answers.ts';
import { undoRule } from '../../../app/brake/undo-rule.ts';
import type { GateDeps } from '../../../app/gate-deps.ts';
import type { PolicyDesk } from '../../../app/ports/policy-desk.ts';
import type { PolicyGuide } from '../../../app/ports/policy-guide.ts';
import type { StandingCount } from '../../../app/ports/store/effects.ts';
import { changeEnforcement } from '../../../app/team/change-enforcement.ts';
import { changePilot } from '../../../app/team/change-pilot.ts';
import { type TeamsView, teamsView } from '../../../app/team/team-view.ts';
import { sendNotice } from '../admit.ts';
import { fieldOf, versionOf } from '../form-fields.ts';
import type { PageAccess } from '../page-access.ts';
import { type Form, type PageHandler, pageRouter } from '../page-router.ts';
import { seeOther, sendPage } from '../send.ts';
import type { Frame, Visit } from '../visit.ts';
import {
  changedRules,
  type EnforcementRefusal,
  enforcementRefusal,
  type PilotRefusal,
  pilotOf,
  typedPilot,
  typedRules,
  type UndoRefusal,
  undoOf,
} from './team-forms.ts';

/** A form that was not carried out, with what was typed. */
type TeamRefusal = EnforcementRefusal | PilotRefusal | UndoRefusal;

export interface TeamRouteDeps {
  readonly access: PageAccess;
  readonly deps: GateDeps & { readonly desk: PolicyDesk; readonly guide: PolicyGuide };
  readonly pages: {
    readonly team: (view: TeamsView, refusal: TeamRefusal | null, frame: Frame) => string;
    /** Asks before a rule is undone. */
    readonly undoRule: (
      question: { readonly rule: string; readonly sinceMs: number } & StandingCount,
      frame: Frame,
    ) => string;
  };
}

/**
 * `GET /team`: the teams of a lead, of an administrator all. `POST /team/enforcement` (of a team, or with an empty
 * `team` of everybody), `/team/pilot`, `/team/brake` with `answers` (`stop`, `allow`) and `reason`, `/team/lift`, and
 * `/team/undo-rule`, which acts only with `confirmed`.
 */
export function teamRoutes(routes: TeamRouteDeps): Router {
  return pageRouter(routes.access)
    .get('/team', (_request, response, visit) => show(routes, response, visit, null, 200))
    .post('/team/enforcement', setEnforcement(routes))
    .post('/team/pilot', setPilot(routes))
    .post('/team/brake', pullBrake(routes))
    .post('/team/lift', lift(routes))
    .post('/team/undo-rule', undo(routes)).router;
}

function setEnforcement(routes: TeamRouteDeps): PageHandler {
  return async (_request, response, visit, form) => {
    const team = fieldOf(form, 'team') || null;
    const change = { team, fromVersion: versionOf(form), wanted: changedRules(form) };
    const changed = await changeEnforcement(routes.deps, visit.organizationId, visit.viewer, change);
    if (changed.kind === 'not-yours') {
      await sendNotice(response, routes.access, 'not-found', visit);
    } else if (changed.kind === 'saved' || changed.kind === 'same') {
      seeOther(response, '/team', changed.kind === 'saved' ? 'enforcement-saved' : 'nothing-changed');
    } else {
      const status = changed.kind === 'changed-meanwhile' ? 409 : 422;
      await show(routes, response, visit, enforcementRefusal(team, typedRules(form), changed), status);
    }
  };
}

function setPilot(routes: TeamRouteDeps): PageHandler {
  return async (_request, response, visit, form) => {
    const typed = typedPilot(form);
    const refuse = (why: PilotRefusal['why'], problems: PilotRefusal['problems'], status: number) =>
      show(routes, response, visit, { form: 'pilot', typed, why, problems }, status);
    const pilot = pilotOf(typed);
    if (pilot === 'nobody-named') return await refuse('nobody-named', [], 422);
    const change = { fromVersion: versionOf(form), pilot };
    const saved = await changePilot(routes.deps, visit.organizationId, change, visit.viewer.address);
    if (saved.kind === 'changed-meanwhile') return await refuse('changed-meanwhile', [], 409);
    if (saved.kind === 'refused') return await refuse('refused', saved.problems, 422);
    seeOther(response, '/team', saved.kind === 'saved' ? 'pilot-saved' : 'nothing-changed');
  };
}

function pullBrake({ deps }: TeamRouteDeps): PageHandler {
  return async (_request, response, { organizationId, viewer }, form) => {
    // Whatever came that is not plainly "allow" stops: that harms nobody.
    const isAllowed = fieldOf(form, 'answers') === 'allow';
    if (isAllowed) await allowAnswers(deps, organizationId, viewer.address);
    else await stopAnswers(deps, organizationId, viewer.address, reasonOf(form));
    seeOther(response, '/team', isAllowed ? 'answers-allowed' : 'answers-stopped');
  };
}

function reasonOf(form: Form): string | null {
  return fieldOf(form, 'reason').trim().slice(0, longestReason) || null;
}

function lift({ deps }: TeamRouteDeps): PageHandler {
  return async (_request, response, { organizationId, viewer }, form) => {
    const lifted = await liftFallback(deps, organizationId, fieldOf(form, 'rule'), viewer.address);
    seeOther(response, '/team', lifted ? 'fallback-lifted' : 'nothing-changed');
  };
}

function undo(routes: TeamRouteDeps): PageHandler {
  return async (_request, response, visit, form) => {
    const { organizationId, viewer, frame } = visit;
    const { deps, pages } = routes;
    const rules = (deps.guide.organizationRules(null) ?? []).map(({ rule }) => rule);
    const wanted = undoOf(form, rules, frame);
    if ('form' in wanted) return await show(routes, response, visit, wanted, 422);
    if (fieldOf(form, 'confirmed') === 'yes') {
      await undoRule(deps, organizationId, wanted, viewer.address);
      return seeOther(response, '/team', 'rule-undone');
    }
    const counted = await countOfUndo(deps, organizationId, wanted);
    await sendPage(response, pages.undoRule({ ...wanted, ...counted }, frame));
  };
}

async function show(
  { deps, pages }: TeamRouteDeps,
  response: Response,
  { organizationId, viewer, frame }: Visit,
  refusal: TeamRefusal | null,
  status: number,
): Promise<void> {
  const view = await teamsView(deps, organizationId, viewer);
  await sendPage(response, pages.team(view, refusal, frame), status);
}
