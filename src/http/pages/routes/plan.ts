import type { Response, Router } from 'express';
import type { GateDeps } from '../../../app/gate-deps.ts';
import { createPlan } from '../../../app/plan/create-plan.ts';
import { firstDay } from '../../../app/plan/first-day.ts';
import { type JudgedPlan, judgePlan, type PlanJudgement } from '../../../app/plan/judge-plan.ts';
import { type MadePlan, madePlan } from '../../../app/plan/made-plan.ts';
import { openPlan, type PlanDesk } from '../../../app/plan/open-plan.ts';
import { blankFields, type PlanFields, type PlanProblem } from '../../../app/plan/plan-fields.ts';
import { writeInstead } from '../../../app/plan/write-instead.ts';
import type { ProblemCode } from '../../../app/ports/problem.ts';
import { instantToLocal } from '../../../core/meeting/wall-time.ts';
import type { Draft } from '../../../core/offer/draft.ts';
import type { PageAccess } from '../page-access.ts';
import { type Form, type PageHandler, pageRouter } from '../page-router.ts';
import { isFragment, seeOther, sendFragment, sendPage } from '../send.ts';
import type { Frame, Visit } from '../visit.ts';

/** The form with what is known of its content. */
interface PlanView {
  readonly fields: PlanFields;
  readonly problems: readonly PlanProblem[];
  readonly desk: PlanDesk;
  /** Null where nothing was judged yet, or it cannot be. */
  readonly judged: JudgedPlan | null;
  /** Why nothing was done although it was asked for: there is something new to see first, or a refusal. */
  readonly halted: 'look-again' | ProblemCode | 'no-mailbox' | null;
  /** The document that was begun instead. */
  readonly written: { readonly url: string; readonly notShared: readonly string[] } | null;
}

/** Pages of planning, as finished HTML; made by `front`, which escapes what it shows. */
interface PlanPages {
  readonly plan: (view: PlanView, frame: Frame) => string;
  /** What the gate says of the form, for htmx. */
  readonly panel: (view: PlanView, frame: Frame) => string;
  /** @param made null until the planner's calendar was read */
  readonly made: (made: MadePlan | null, path: string, frame: Frame) => string;
  readonly madePart: (made: MadePlan | null, path: string, frame: Frame) => string;
  readonly markdown: (draft: Draft, zone: string | null) => string;
}

export interface PlanRouteDeps {
  readonly access: PageAccess;
  readonly deps: GateDeps;
  readonly pages: PlanPages;
}

/**
 * `GET /plan`: the form; with `made`, what was created. `POST /plan/judge`: the same with what the gate thinks, nothing
 * is created. `POST /plan/create` with `act`: `create`, `write` (the document instead) or `markdown` (its draft, to be
 * saved).
 */
export function planRoutes(routes: PlanRouteDeps): Router {
  return pageRouter(routes.access)
    .get('/plan', showPlan(routes))
    .post('/plan/judge', judge(routes))
    .post('/plan/create', act(routes)).router;
}

function showPlan({ deps, pages }: PlanRouteDeps): PageHandler {
  return async (request, response, visit) => {
    const { organizationId, viewer, frame } = visit;
    const { made } = request.query;
    if (typeof made === 'string' && made !== '') {
      const found = await madePlan(deps, organizationId, viewer.address, made);
      const path = `/plan?made=${encodeURIComponent(made)}`;
      if (isFragment(request)) await sendFragment(response, pages.madePart(found, path, frame));
      else await sendPage(response, pages.made(found, path, frame));
      return;
    }
    const date = await firstDay(deps, organizationId, plannerOf(visit));
    const fields = { ...blankFields(deps.chance.uuid()), date, start: '10:00' };
    const desk = await openPlan(deps, organizationId, viewer.address);
    await sendPage(shownAgain(response), pages.plan({ ...blankView, fields, desk }, frame));
  };
}

/**
 * Lets the browser that got this page show it again, so that "Back" finds what was typed: what is not stored at all
 * would have to be sent once more. Nobody else may keep it.
 */
function shownAgain(response: Response): Response {
  return response.set('Cache-Control', 'private, no-cache');
}

const blankView = { problems: [], judged: null, halted: null, written: null } as const;

function judge({ deps, pages }: PlanRouteDeps): PageHandler {
  return async (request, response, visit, form) => {
    const { organizationId, viewer, frame } = visit;
    const fields = withSlot(fieldsOf(form), form.slot, frame.zone);
    const judgement = await judgePlan(deps, organizationId, plannerOf(visit), fields);
    const desk = await openPlan(deps, organizationId, viewer.address);
    const view = { ...blankView, fields, desk, ...outcomeOf(judgement) };
    if (isFragment(request)) await sendFragment(response, pages.panel(view, frame));
    else await sendPage(shownAgain(response), pages.plan(view, frame));
  };
}

function act({ deps, pages }: PlanRouteDeps): PageHandler {
  return async (_request, response, visit, form) => {
    const { organizationId, viewer, frame } = visit;
    const fields = fieldsOf(form);
    const planner = plannerOf(visit);
    const show = async (view: Omit<PlanView, 'fields' | 'desk'>, status: number) => {
      const desk = await openPlan(deps, organizationId, viewer.address);
      await sendPage(shownAgain(response), pages.plan({ fields, desk, ...view }, frame), status);
    };
    if (form.act === 'markdown') {
      const judgement = await judgePlan(deps, organizationId, planner, fields);
      const draft = judgement.ok ? judgement.judged.draft : null;
      if (draft === null) return await show({ ...blankView, ...outcomeOf(judgement) }, 422);
      response
        .set({
          'Content-Disposition': 'attachment; filename="draft.md"',
          'X-Robots-Tag': 'noindex, nofollow',
        })
        .type('text/markdown')
        .send(pages.markdown(draft, frame.zone));
      return;
    }
    if (form.act === 'write') {
      const done = await writeInstead(deps, organizationId, planner, fields);
      if (done.kind === 'look') return await show({ ...blankView, ...outcomeOf(done.judgement) }, 422);
      const { judged } = done;
      if (done.kind === 'refused') return await show({ ...blankView, judged, halted: done.code }, 422);
      // Not a redirect: a form of ours may lead to no other host, and the same form gives the same document.
      return await show({ ...blankView, judged, written: { url: done.url, notShared: done.notShared } }, 200);
    }
    const done = await createPlan(deps, organizationId, planner, fields, textOf(form.seen));
    if (done.kind === 'created')
      return seeOther(
        response,
        `/plan?made=${encodeURIComponent(done.entryId)}`,
        done.existed ? 'plan-existed' : 'plan-created',
      );
    if (done.kind === 'refused')
      return await show({ ...blankView, judged: done.judged, halted: done.code }, 422);
    const { judged } = outcomeOf(done.judgement);
    // Where only the sentence is missing there is nothing new to look at: its field says so.
    const halted = done.problems.some(({ field }) => field === 'because') ? null : 'look-again';
    await show({ ...blankView, judged, problems: done.problems, halted }, 422);
  };
}

function plannerOf({ viewer, frame }: Visit): { readonly address: string; readonly zone: string } {
  return { address: viewer.address, zone: frame.zone };
}

function outcomeOf(judgement: PlanJudgement): Pick<PlanView, 'judged' | 'problems'> {
  return judgement.ok
    ? { judged: judgement.judged, problems: [] }
    : { judged: null, problems: judgement.problems };
}

function fieldsOf(form: Form): PlanFields {
  return {
    title: textOf(form.title),
    purpose: textOf(form.purpose),
    description: textOf(form.description),
    // The field that completes one address adds it to the others.
    guests: [textOf(form.guests), textOf(form.guest)].filter((text) => text.trim() !== '').join('\n'),
    date: textOf(form.date),
    start: textOf(form.start),
    minutes: textOf(form.minutes),
    weeks: textOf(form.weeks),
    writing: textOf(form.writing),
    because: textOf(form.because),
    key: textOf(form.key),
  };
}

function textOf(value: Form[string]): string {
  return typeof value === 'string' ? value : '';
}

/** One of the proposed times was chosen: epoch milliseconds, written on the planner's clock. */
function withSlot(fields: PlanFields, slot: Form[string], zone: string): PlanFields {
  const startMs = /^\d{1,15}$/.test(textOf(slot)) ? Number(slot) : Number.NaN;
  if (!(startMs <= latestMs)) return fields;
  const { date, text } = instantToLocal(startMs, zone);
  return { ...fields, date, start: text.slice(-5) };
}

/** 31 December 9999: what comes later has no date of four digits. */
const latestMs = Date.UTC(9999, 11, 31);
