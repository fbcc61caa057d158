import { createHash } from 'node:crypto';
import type { Response, Router } from 'express';
import { undoCase } from '../../../app/brake/undo-case.ts';
import { decideCase } from '../../../app/cases/decide-case.ts';
import { justifyCase } from '../../../app/cases/justify-case.ts';
import type { GateDeps } from '../../../app/gate-deps.ts';
import { type Inbox, type InboxView, inboxView } from '../../../app/inbox/inbox-view.ts';
import { isOwnCase } from '../../../app/inbox/own-case.ts';
import { type Story, storyView } from '../../../app/inbox/story-view.ts';
import type { CaseShelf } from '../../../app/ports/store/cases.ts';
import type { PageAccess } from '../page-access.ts';
import { type PageRequest, pageRouter } from '../page-router.ts';
import { isFragment, seeOther, sendFragment, sendPage } from '../send.ts';
import type { Frame, Visit } from '../visit.ts';
import { readDecision, readNote, readPurpose, type StoryInput } from './case-forms.ts';

/** Made by `front`, which escapes what it shows. */
interface CasesPages {
  /** @param version of what the list shows; comes back as `since` */
  readonly inbox: (view: InboxView, frame: Frame, version: string) => string;
  readonly inboxPart: (inbox: Inbox, frame: Frame, version: string) => string;
  readonly story: (story: Story, frame: Frame, input?: StoryInput) => string;
}

export interface CasesRouteDeps
  extends Pick<GateDeps, 'store' | 'providers' | 'policies' | 'clock' | 'chance' | 'log'> {
  readonly access: PageAccess;
  readonly pages: CasesPages;
}

/**
 * `GET /cases`: the viewer's own meetings; `GET /cases/:id`: the story of one, and the acts on it. A case of somebody
 * else is not there, whatever role the viewer has. An act that was done before, or no longer fits, says so.
 */
export function casesRoutes(deps: CasesRouteDeps): Router {
  return pageRouter(deps.access)
    .get('/cases', (request, response, visit) => showInbox(deps, request, response, visit))
    .get('/cases/:id', async (request, response, visit) => {
      const story = await storyOf(deps, request, visit);
      if (story === null) return notThere(deps, response, visit);
      await sendPage(response, deps.pages.story(story, visit.frame));
    })
    .post('/cases/:id/undo', async (request, response, visit, form) => {
      const own = await ownId(deps, request, visit);
      if (own === null) return notThere(deps, response, visit);
      const undone = await undoCase(deps, visit.organizationId, own, visit.viewer.address);
      const back = shelfOf(form.back);
      const path = back === null ? `/cases/${own}` : `/cases?show=${back}`;
      seeOther(response, path, undone === 'already' ? 'undone-before' : 'undone');
    })
    .post('/cases/:id/override', async (request, response, visit, form) => {
      const own = await ownId(deps, request, visit);
      if (own === null) return notThere(deps, response, visit);
      const note = readNote(form);
      if (!note.ok) return showAgain(deps, request, response, visit, note.input);
      await undoCase(deps, visit.organizationId, own, visit.viewer.address, note.value);
      seeOther(response, `/cases/${own}`, 'left-alone');
    })
    .post('/cases/:id/justify', async (request, response, visit, form) => {
      const own = await ownId(deps, request, visit);
      if (own === null) return notThere(deps, response, visit);
      const purpose = readPurpose(form);
      if (!purpose.ok) return showAgain(deps, request, response, visit, purpose.input);
      const stated = { purpose: purpose.value };
      const judged = await justifyCase(deps, visit.organizationId, own, stated, visit.viewer.address);
      seeOther(response, `/cases/${own}`, judged === 'judged' ? 'judged-again' : 'not-waiting');
    })
    .post('/cases/:id/decide', async (request, response, visit, form) => {
      const own = await ownId(deps, request, visit);
      if (own === null) return notThere(deps, response, visit);
      const decision = readDecision(form);
      if (!decision.ok) return showAgain(deps, request, response, visit, decision.input);
      const { address } = visit.viewer;
      const decided = await decideCase(deps, visit.organizationId, own, decision.value, address);
      seeOther(response, `/cases/${own}`, decided === 'decided' ? 'decided' : 'not-open');
    }).router;
}

/** htmx asks with the version that it shows, and gets nothing while that is what there is. */
async function showInbox(
  deps: CasesRouteDeps,
  request: PageRequest,
  response: Response,
  { organizationId, viewer, frame }: Visit,
): Promise<void> {
  const { show, after, since } = request.query;
  const asked = { shelf: shelfOf(show), after: typeof after === 'string' ? after : null };
  const view = await inboxView(deps, organizationId, viewer.address, asked);
  const version = versionOf(view, frame);
  if (!isFragment(request) || view.kind !== 'inbox')
    return sendPage(response, deps.pages.inbox(view, frame, version));
  if (since === version) {
    response.status(204).end();
    return;
  }
  await sendFragment(response, deps.pages.inboxPart(view, frame, version));
}

function versionOf(view: InboxView, { language, locale, zone }: Frame): string {
  const shown = JSON.stringify([view, language, locale, zone]);
  return createHash('sha256').update(shown).digest('base64url').slice(0, 22);
}

function shelfOf(text: unknown): CaseShelf | null {
  return text === 'needs-you' || text === 'answered' || text === 'all' ? text : null;
}

/** The id of the path, if it is one of the viewer's own cases. */
async function ownId(deps: CasesRouteDeps, request: PageRequest, visit: Visit): Promise<string | null> {
  const id = request.params.id ?? '';
  const { organizationId, viewer } = visit;
  return isId(id) && (await isOwnCase(deps, organizationId, viewer.address, id)) ? id : null;
}

async function storyOf(deps: CasesRouteDeps, request: PageRequest, visit: Visit): Promise<Story | null> {
  const id = request.params.id ?? '';
  const { organizationId, viewer } = visit;
  return isId(id) ? await storyView(deps, organizationId, viewer.address, id) : null;
}

function isId(text: string): boolean {
  return /^[\da-f-]{36}$/i.test(text);
}

async function showAgain(
  deps: CasesRouteDeps,
  request: PageRequest,
  response: Response,
  visit: Visit,
  input: StoryInput,
): Promise<void> {
  const story = await storyOf(deps, request, visit);
  if (story === null) return notThere(deps, response, visit);
  await sendPage(response, deps.pages.story(story, visit.frame, input), 422);
}

function notThere({ access }: CasesRouteDeps, response: Response, { frame }: Visit): Promise<void> {
  return sendPage(response, access.notice('not-found', frame), 404);
}
