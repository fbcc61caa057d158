import type { Response, Router } from 'express';
import type { PolicyTextProblem } from '../../../app/ports/policy-desk.ts';
import {
  changeProtections,
  type ProtectionsChanged,
  pauseProtections,
} from '../../../app/protections/change-protections.ts';
import type { ProtectionsDeps } from '../../../app/protections/protections-deps.ts';
import { type ProtectionsView, protectionsView } from '../../../app/protections/protections-view.ts';
import { fieldOf } from '../form-fields.ts';
import type { PageAccess } from '../page-access.ts';
import { type PageHandler, pageRouter } from '../page-router.ts';
import { seeOther, sendPage } from '../send.ts';
import type { Frame, Visit } from '../visit.ts';
import {
  changeOf,
  type ProtectionsProblems,
  type TypedProtections,
  typedFrom,
  typedProtections,
  withRow,
} from './protections-forms.ts';

/** The form as it is to be shown: as it is stored, or as it was typed with what is wrong in it. */
interface ShownProtections {
  readonly view: ProtectionsView;
  readonly typed: TypedProtections;
  readonly problems: ProtectionsProblems;
  /** What the policy refused beyond that, in its own words. */
  readonly refused: readonly PolicyTextProblem[];
  /** The last day of a pause as it was typed; null where it was not wrong. */
  readonly wrongPause: string | null;
}

export interface ProtectionsRouteDeps {
  readonly access: PageAccess;
  readonly deps: ProtectionsDeps;
  readonly pages: { readonly protections: (shown: ShownProtections, frame: Frame) => string };
}

/**
 * `GET /protections`: what the viewer stated about their time, and what holds for them. `POST /protections` saves all of
 * it, or with `add` (`block`, `work`) only shows one more row. `POST /protections/pause`: `pause` (`on`, `until`, `off`)
 * with `until`, a date.
 */
export function protectionsRoutes(routes: ProtectionsRouteDeps): Router {
  return pageRouter(routes.access)
    .get('/protections', (_request, response, visit) => show(routes, response, visit, {}, 200))
    .post('/protections', save(routes))
    .post('/protections/pause', pause(routes)).router;
}

function save(routes: ProtectionsRouteDeps): PageHandler {
  return async (_request, response, visit, form) => {
    const { organizationId, viewer } = visit;
    const typed = typedProtections(form);
    const added = fieldOf(form, 'add');
    if (added !== '') return await show(routes, response, visit, { typed: withRow(typed, added) }, 200);
    const view = await protectionsView(routes.deps, organizationId, viewer.address);
    const wanted = changeOf(typed, view);
    if (!wanted.ok) return await show(routes, response, visit, { typed, problems: wanted.problems }, 422);
    const changed = await changeProtections(routes.deps, organizationId, viewer.address, wanted.change);
    if (changed.kind === 'refused')
      return await show(routes, response, visit, { typed, refused: changed.problems }, 422);
    seeOther(response, '/protections', saidOf(changed, 'protections-saved'));
  };
}

function pause(routes: ProtectionsRouteDeps): PageHandler {
  return async (_request, response, visit, form) => {
    const { organizationId, viewer } = visit;
    const kind = fieldOf(form, 'pause');
    const until = fieldOf(form, 'until').trim();
    if (kind === 'until' && !isDateFromToday(until, visit.frame))
      return await show(routes, response, visit, { wrongPause: until }, 422);
    // Whatever came that does not plainly end a pause begins one: that harms nobody.
    const wanted = kind === 'off' ? null : kind === 'until' ? until : true;
    const changed = await pauseProtections(routes.deps, organizationId, viewer.address, wanted);
    if (changed.kind === 'refused')
      return await show(routes, response, visit, { refused: changed.problems }, 422);
    seeOther(response, '/protections', saidOf(changed, wanted === null ? 'pause-ended' : 'paused'));
  };
}

function saidOf({ kind }: ProtectionsChanged, saved: string): string {
  return kind === 'saved' ? saved : 'nothing-changed';
}

/** A pause that is over already would pause nothing, which nobody means. */
function isDateFromToday(text: string, { nowMs, zone }: Frame): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(`${text}T00:00:00Z`))) return false;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(nowMs);
  return text >= today;
}

async function show(
  { deps, pages }: ProtectionsRouteDeps,
  response: Response,
  { organizationId, viewer, frame }: Visit,
  state: Partial<Omit<ShownProtections, 'view'>>,
  status: number,
): Promise<void> {
  const view = await protectionsView(deps, organizationId, viewer.address);
  const shown = { typed: typedFrom(view), problems: {}, refused: [], wrongPause: null, ...state, view };
  await sendPage(response, pages.protections(shown, frame), status);
}
